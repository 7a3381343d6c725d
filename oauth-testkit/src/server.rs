//! [`AuthorizationServer`]: what a test holds in its hands.

use crate::audit::{Event, Received};
use crate::builder::Builder;
use crate::fault::Fault;
use crate::listener::{Listener, lock};
use crate::routes::Endpoint;
use crate::state::State;
use oauth_core::{AuthenticatesTo, Client, ClientId, ClientSecret, Error, InvalidEndpoint, Provider};
use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// A running authorization server that plays one declared provider, strictly.
///
/// It listens on a loopback address on a thread of its own, and stops when it is dropped.
pub struct AuthorizationServer {
    state: Arc<Mutex<State>>,
    listener: Listener,
    registered: Registered,
}

/// What [`Builder::start`] registers, and does not change any more.
#[derive(Debug)]
struct Registered {
    confidential: (String, String),
    public: String,
    redirect_uri: String,
}

/// Why a server did not start.
#[derive(Debug)]
#[non_exhaustive]
pub enum StartError {
    /// An endpoint of the provider can't be used.
    Endpoint(InvalidEndpoint),
    /// These two have the same path and method, so that one address can't have both.
    Ambiguous(Endpoint, Endpoint),
    /// The operating system gives no random bytes.
    Random,
    /// There is no port or no thread.
    Io(io::Error),
}

impl AuthorizationServer {
    /// Starts a server that plays this provider.
    ///
    /// # Errors
    ///
    /// As for [`Builder::start`].
    pub fn start<P: Provider>(provider: &P) -> Result<Self, StartError> {
        Self::builder(provider).start()
    }

    /// A server that plays this provider, to be changed before it starts.
    pub fn builder<P: Provider>(provider: &P) -> Builder {
        Builder::new(provider)
    }

    pub(crate) fn new(state: State) -> Result<Self, StartError> {
        let settings = &state.settings;
        let registered = Registered {
            confidential: settings.confidential.first().cloned().unwrap_or_default(),
            public: settings.public.first().cloned().unwrap_or_default(),
            redirect_uri: settings.redirect_uri.clone(),
        };
        let state = Arc::new(Mutex::new(state));
        let listener = Listener::start(Arc::clone(&state)).map_err(StartError::Io)?;
        Ok(Self { state, listener, registered })
    }

    /// A client of this server.
    ///
    /// The credentials are [`client_secret`](Self::client_secret) or
    /// [`client_id`](Self::client_id), whichever the provider takes.
    ///
    /// # Errors
    ///
    /// The provider's endpoints can't be used.
    pub fn client<P, A>(&self, provider: P, credentials: A) -> Result<Client<P, A>, Error>
    where
        P: Provider,
        A: AuthenticatesTo<P>,
    {
        Client::new(provider, credentials).at_loopback(self.address())
    }

    /// Where the server listens.
    pub fn address(&self) -> SocketAddr {
        self.listener.address
    }

    /// The credential of the registered confidential client.
    pub fn client_secret(&self) -> ClientSecret {
        let (id, secret) = self.confidential_client();
        ClientSecret::new(id, secret)
    }

    /// The credential of the registered public client.
    pub fn client_id(&self) -> ClientId {
        ClientId::new(self.public_client())
    }

    /// Identifier and secret of the registered confidential client, for a program that reads them
    /// from its configuration.
    pub fn confidential_client(&self) -> (&str, &str) {
        let (id, secret) = &self.registered.confidential;
        (id, secret)
    }

    /// The identifier of the registered public client.
    pub fn public_client(&self) -> &str {
        &self.registered.public
    }

    /// The registered redirect URI, or the alias for it where the provider has aliases.
    pub fn redirect_uri(&self) -> &str {
        &self.registered.redirect_uri
    }

    /// What the server received, issued and refused, in order.
    pub fn audit(&self) -> Vec<Event> {
        lock(&self.state).audit.clone()
    }

    /// The requests to one endpoint, in order.
    pub fn requests(&self, endpoint: Endpoint) -> Vec<Received> {
        let here = |event: &Event| match event {
            Event::Request(received) if received.endpoint() == endpoint => Some(received.clone()),
            _ => None,
        };
        lock(&self.state).audit.iter().filter_map(here).collect()
    }

    /// Lets the next request to an endpoint fail, or the next ones ([`Fault::times`]). Several faults
    /// take their turns. Faults of the authorization endpoint meet browsers that come over the
    /// network, not [`approve`](Self::approve).
    pub fn inject(&self, endpoint: Endpoint, fault: Fault) {
        if !fault.is_used_up() {
            lock(&self.state).faults.push_back((endpoint, fault));
        }
    }

    /// Lets time pass for codes and tokens. Otherwise it stands still, so that no test depends on its
    /// own speed.
    pub fn advance(&self, duration: Duration) {
        let mut state = lock(&self.state);
        state.now = state.now.checked_add(duration).unwrap_or(state.now);
    }

    /// Lets all access tokens expire that were issued so far, whatever their lifetime; refresh tokens
    /// stay good.
    pub fn expire_access_tokens(&self) {
        let mut state = lock(&self.state);
        let now = state.now;
        state.store.expire_access_tokens(now);
    }

    pub(crate) fn state(&self) -> &Mutex<State> {
        &self.state
    }
}

impl fmt::Debug for AuthorizationServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AuthorizationServer").field("address", &self.address()).finish_non_exhaustive()
    }
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Endpoint(error) => error.fmt(f),
            Self::Ambiguous(one, other) => {
                write!(
                    f,
                    "{one:?} and {other:?} have the same path and method, so that one address can't have both"
                )
            }
            Self::Random => f.write_str("the operating system gives no random bytes"),
            Self::Io(error) => write!(f, "the server can't listen: {error}"),
        }
    }
}

impl std::error::Error for StartError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Endpoint(error) => Some(error),
            Self::Io(error) => Some(error),
            Self::Ambiguous(..) | Self::Random => None,
        }
    }
}
