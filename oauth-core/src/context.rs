//! What every request of a client needs, and nothing of it generic.

use crate::client_auth::Credentials;
use crate::clock;
use crate::endpoints::Endpoints;
use crate::error::Error;
use crate::hook::Hook;
use crate::metadata::{
    AddressPolicy, ClientAuth, GrantMetadata, GrantType, Metadata, RequestAuth, RequestFormat,
};
use crate::origin::{self, Origin};
use crate::pending::{PendingData, SealingKey};
use crate::provider::Declared;
use crate::random;
use crate::secret::Secret;
use crate::tokens::Issued;
use crate::transport::{ExchangeOptions, Transport};
use crate::variables::Variables;
use crate::wire::authorization;
use crate::wire::callback::{self, Authorized, Expected};
use crate::wire::client_auth::select;
use crate::wire::form::{Form, Value};
use crate::wire::outgoing::Sources;
use crate::wire::redirect_uri;
use crate::wire::text::Quoted;
use crate::wire::token_request::Asker;
use crate::wire::token_response::TokenType;
use http::Request;
use ring::digest;
use std::borrow::Cow;
use std::fmt;
use std::net::SocketAddr;
use std::sync::{Arc, OnceLock};
use std::time::SystemTime;

/// What is said of a token that nobody knows how to use (RFC 6749 section 7.1).
pub(crate) const NO_BEARER_TOKEN: &str = "an access token of another type is never sent as a Bearer token";

#[derive(Clone)]
pub(crate) struct Context {
    pub(crate) metadata: &'static Metadata,
    pub(crate) variables: Variables,
    /// Where there are none, why.
    pub(crate) endpoints: Result<Endpoints, Box<str>>,
    /// What the tokens of this client remember.
    pub(crate) origin: Arc<Origin>,
    pub(crate) credentials: Credentials,
    pub(crate) client_auth: Option<&'static str>,
    pub(crate) hook: Option<Arc<dyn Hook>>,
    /// Where all endpoints were moved to.
    pub(crate) loopback: Option<SocketAddr>,
    pub(crate) transport: Option<Arc<dyn Transport>>,
    pub(crate) addresses: AddressPolicy,
    /// Made when it is first needed: read it by the method.
    pub(crate) fingerprint: OnceLock<[u8; 32]>,
    /// The redirect URI of the first login. Most clients have no other.
    pub(crate) redirect_uri: OnceLock<redirect_uri::Checked>,
    /// How the URLs of logins with this response type begin: that of the first login.
    pub(crate) beginning: OnceLock<(&'static str, Form)>,
}

impl Context {
    pub(crate) fn new(provider: &dyn Declared, credentials: Credentials) -> Arc<Self> {
        let metadata = provider.metadata();
        let mut variables = Variables::default();
        provider.variables(&mut variables);
        let endpoints = expand(metadata, &variables, &credentials.client_id);
        Arc::new(Self {
            metadata,
            origin: origin(None, &endpoints),
            endpoints,
            variables,
            credentials,
            client_auth: None,
            hook: provider.hook(),
            loopback: None,
            transport: None,
            addresses: metadata.ssrf,
            fingerprint: OnceLock::new(),
            redirect_uri: OnceLock::new(),
            beginning: OnceLock::new(),
        })
    }

    pub(crate) fn with_transport(self: Arc<Self>, transport: Arc<dyn Transport>) -> Arc<Self> {
        Arc::new(Self { transport: Some(transport), ..Arc::unwrap_or_clone(self) })
    }

    pub(crate) fn with_client_auth(self: Arc<Self>, method: ClientAuth) -> Arc<Self> {
        Arc::new(Self { client_auth: Some(method.as_str()), ..Arc::unwrap_or_clone(self) })
    }

    pub(crate) fn at_loopback(self: Arc<Self>, address: SocketAddr) -> Result<Arc<Self>, Error> {
        if !address.ip().is_loopback() {
            return Err(Error::configuration(format!("{address} is not a loopback address")));
        }
        // Without the scope of an IPv6 address, which no URL can hold.
        let address = SocketAddr::new(address.ip(), address.port());
        let endpoints = Ok(self.endpoints()?.at_loopback(address));
        let (fingerprint, beginning) = (OnceLock::new(), OnceLock::new());
        let (addresses, loopback) = (AddressPolicy::Any, Some(address));
        let origin = origin(None, &endpoints);
        let known = Arc::unwrap_or_clone(self);
        Ok(Arc::new(Self { endpoints, origin, addresses, loopback, fingerprint, beginning, ..known }))
    }

    /// The same client with other values of some variables, which the callback of a login taught it. It
    /// makes requests with the code and the tokens of that login, and starts none.
    pub(crate) fn relocated(&self, learned: &str) -> Self {
        let name = self.metadata.name;
        let Some(variables) = origin::apply(self.metadata.callback, learned, &self.variables) else {
            return self.refusing(format!(
                "what the token learnt from its callback is not what `{name}` declares; give it the stored text with `with_learned`"
            ));
        };
        let mut endpoints = expand(self.metadata, &variables, &self.credentials.client_id);
        if let (Ok(found), Some(address)) = (&endpoints, self.loopback) {
            endpoints = Ok(found.at_loopback(address));
        }
        let origin = origin(Some(learned.into()), &endpoints);
        let (fingerprint, beginning) = (OnceLock::new(), OnceLock::new());
        Self { variables, endpoints, origin, fingerprint, beginning, ..self.clone() }
    }

    /// This client as it is used with a token: where the login of the token learnt something, the
    /// requests go there; where a client of another tenant obtained it, nowhere.
    pub(crate) fn of_token(self: &Arc<Self>, origin: Option<&Arc<Origin>>) -> Arc<Self> {
        let Some(origin) = origin.filter(|origin| !Arc::ptr_eq(origin, &self.origin)) else {
            return Arc::clone(self);
        };
        let context = match &origin.learned {
            Some(learned) => Arc::new(self.relocated(learned)),
            None => Arc::clone(self),
        };
        context.of_host(origin)
    }

    /// The same for two tokens of one login. One of them may have been stored without what it learnt.
    pub(crate) fn of_tokens(
        self: &Arc<Self>,
        one: Option<&Arc<Origin>>,
        other: Option<&Arc<Origin>>,
    ) -> Arc<Self> {
        let (Some(first), Some(second)) = (one, other) else { return self.of_token(one.or(other)) };
        match (&first.learned, &second.learned) {
            (Some(here), Some(there)) if here != there => Arc::new(self.refusing(
                "the access token and the refresh token come from different logins; give it two that came together"
                    .to_owned(),
            )),
            (None, Some(_)) => self.of_token(other).of_host(first),
            _ => self.of_token(one).of_host(second),
        }
    }

    /// This client, if the token was obtained at its host.
    fn of_host(self: Arc<Self>, origin: &Origin) -> Arc<Self> {
        match (&origin.token_host, &self.origin.token_host) {
            (Some(issuing), Some(own)) if issuing != own => Arc::new(self.refusing(format!(
                "the token comes from {issuing}, and this client is one of {own}; use a client of the tenant or environment that the token belongs to"
            ))),
            _ => self,
        }
    }

    /// This client, if a token of this type may stand where a request of this format has one: in the header,
    /// only a Bearer token.
    pub(crate) fn bearing(self: Arc<Self>, format: &RequestFormat, token_type: &TokenType) -> Arc<Self> {
        if format.auth != RequestAuth::Bearer || *token_type == TokenType::Bearer {
            return self;
        }
        Arc::new(self.refusing(NO_BEARER_TOKEN.to_owned()))
    }

    /// The same client without endpoints.
    fn refusing(&self, reason: String) -> Self {
        Self { endpoints: Err(reason.into_boxed_str()), ..self.clone() }
    }

    pub(crate) fn endpoints(&self) -> Result<&Endpoints, Error> {
        self.endpoints.as_ref().map_err(|reason| Error::configuration(&**reason))
    }

    pub(crate) fn asker(&self) -> Asker<'_> {
        Asker { sources: self.sources(), credentials: &self.credentials, client_auth: self.client_auth }
    }

    pub(crate) fn sources(&self) -> Sources<'_> {
        Sources {
            metadata: self.metadata,
            variables: &self.variables,
            client_id: &self.credentials.client_id,
            randomness: random::fill,
        }
    }

    /// The redirect URI of the first login, if it is this one.
    fn known_redirect_uri(&self, redirect_uri: &str) -> Option<&redirect_uri::Checked> {
        self.redirect_uri.get().filter(|known| *known.text == *redirect_uri)
    }

    /// The text of a redirect URI, shared with the first login where that has the same.
    pub(crate) fn shared_redirect_uri(&self, redirect_uri: &str) -> Arc<str> {
        let known = self.known_redirect_uri(redirect_uri);
        known.map_or_else(|| redirect_uri.into(), |known| Arc::clone(&known.text))
    }

    /// A redirect URI as it goes out.
    pub(crate) fn redirect_uri<'a>(&'a self, redirect_uri: &'a str) -> Value<'a> {
        self.known_redirect_uri(redirect_uri).map_or(redirect_uri.into(), redirect_uri::Checked::value)
    }

    /// Checks a redirect URI, unless the first login had the same.
    pub(crate) fn check_redirect_uri(&self, redirect_uri: &Arc<str>) -> Result<(), Error> {
        if self.known_redirect_uri(redirect_uri).is_none() {
            let checked = redirect_uri::Checked::new(self.metadata.redirect_uri, Arc::clone(redirect_uri))?;
            self.redirect_uri.get_or_init(|| checked);
        }
        Ok(())
    }

    /// How the URL of a login begins.
    pub(crate) fn beginning(&self, client: authorization::Client<'_>) -> Result<Cow<'_, Form>, Error> {
        match self.beginning.get() {
            Some((response_type, beginning)) if *response_type == client.response_type => {
                Ok(Cow::Borrowed(beginning))
            }
            _ => {
                let beginning = client.beginning(self.sources())?;
                self.beginning.get_or_init(|| (client.response_type, beginning.clone()));
                Ok(Cow::Owned(beginning))
            }
        }
    }

    /// The declaration of a grant; that it is there, the type system has checked.
    pub(crate) fn grant(&self, grant_type: GrantType) -> Result<&'static GrantMetadata, Error> {
        self.metadata
            .grant(grant_type)
            .ok_or_else(|| self.lacks(&format!("the grant `{}`", grant_type.as_str())))
    }

    /// Whether these scopes are declared, and this grant may ask for them.
    pub(crate) fn check_scopes(&self, grant: &GrantMetadata, scopes: &[Cow<'_, str>]) -> Result<(), Error> {
        for scope in scopes {
            let grant_type = grant.grant_type;
            match self.metadata.scopes.iter().find(|declared| declared.value == *scope) {
                Some(declared) if declared.grants.is_empty() || declared.grants.contains(&grant_type) => {}
                None if self.metadata.custom_scopes => {}
                _ => {
                    let grant = grant_type.as_str();
                    return Err(self.lacks(&format!("the scope {} for the grant `{grant}`", Quoted(scope))));
                }
            }
        }
        Ok(())
    }

    /// Whether the client can authenticate for this grant.
    pub(crate) fn check_credentials(&self, grant: &GrantMetadata) -> Result<(), Error> {
        select(grant.client_auth, &self.credentials, self.client_auth).map(drop)
    }

    pub(crate) fn lacks(&self, what: &str) -> Error {
        Error::configuration(format!("`{}` is declared without {what}", self.metadata.name))
    }

    /// Separates what the type can't: tenants, environments, client identifiers.
    pub(crate) fn fingerprint(&self) -> Result<&[u8; 32], Error> {
        let endpoints = self.endpoints()?;
        Ok(self.fingerprint.get_or_init(|| {
            let parts = [
                Some(self.metadata.name),
                endpoints.issuer(),
                endpoints.authorization(),
                endpoints.token(),
                Some(&*self.credentials.client_id),
            ];
            let mut hash = digest::Context::new(&digest::SHA256);
            // A variable may tell tenants apart by a parameter alone.
            let variables = self.variables.iter().flat_map(|(name, value)| [name, value]);
            for part in parts.map(Option::unwrap_or_default).into_iter().chain(variables) {
                // As wide on every machine: one may open what another sealed.
                hash.update(&(part.len() as u64).to_le_bytes());
                hash.update(part.as_bytes());
            }
            let mut fingerprint = [0; 32];
            fingerprint.copy_from_slice(hash.finish().as_ref());
            fingerprint
        }))
    }

    pub(crate) fn finish(&self, pending: &PendingData, callback: &str) -> Result<Authorized, Error> {
        callback::code(self.expected(pending, clock::now())?, callback)
    }

    pub(crate) fn finish_implicit(&self, pending: PendingData, callback: &str) -> Result<Issued, Error> {
        let now = clock::now();
        let fields = callback::tokens(self.expected(&pending, now)?, callback)?;
        Ok(Issued::new(fields, pending.scopes, None, Arc::clone(&self.origin), now))
    }

    pub(crate) fn open(
        &self,
        key: &SealingKey,
        sealed: &str,
        response_type: &'static str,
    ) -> Result<PendingData, Error> {
        PendingData::open(key, sealed, *self.fingerprint()?, response_type)
    }

    fn expected<'a>(&'a self, pending: &'a PendingData, now: SystemTime) -> Result<Expected<'a>, Error> {
        Ok(Expected {
            metadata: self.metadata,
            issuer: self.endpoints()?.issuer_value(),
            client_id: &self.credentials.client_id,
            client_secret: self.credentials.client_secret.as_ref().map(Secret::expose),
            variables: &self.variables,
            login: pending,
            fingerprint: self.fingerprint()?,
            now,
        })
    }

    /// Gives the request its limits, for whichever transport carries it. The defaults need not travel.
    pub(crate) fn limit(&self, request: &mut Request<Vec<u8>>, max_body: usize) {
        let options = ExchangeOptions { max_body, addresses: self.addresses };
        if options != ExchangeOptions::default() {
            request.extensions_mut().insert(options);
        }
    }

    pub(crate) fn transport(&self) -> Result<Arc<dyn Transport>, Error> {
        if let Some(transport) = &self.transport {
            return Ok(Arc::clone(transport));
        }
        #[cfg(any(feature = "reqwest", feature = "native-tls", feature = "hyper"))]
        return crate::adapter::shared();
        #[cfg(not(any(feature = "reqwest", feature = "native-tls", feature = "hyper")))]
        return Err(Error::configuration(
            "no transport: enable the feature `reqwest` or `hyper`, or give the client one with `with_transport`",
        ));
    }
}

/// As the client that it is part of.
impl fmt::Debug for Context {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("provider", &self.metadata.name)
            .field("credentials", &self.credentials)
            .field("endpoints", &self.endpoints)
            .finish_non_exhaustive()
    }
}

fn expand(metadata: &Metadata, variables: &Variables, client_id: &str) -> Result<Endpoints, Box<str>> {
    Endpoints::expand(metadata, variables, client_id).map_err(|error| error.to_string().into_boxed_str())
}

fn origin(learned: Option<Box<str>>, endpoints: &Result<Endpoints, Box<str>>) -> Arc<Origin> {
    let token_host = endpoints.as_ref().ok().and_then(Endpoints::token_host).map(Into::into);
    Arc::new(Origin { learned, token_host })
}

#[cfg(test)]
mod tests;
