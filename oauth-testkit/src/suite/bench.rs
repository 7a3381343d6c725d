//! The server of the contract tests: the test kit without a socket, with codes that repeat.

use super::Failure;
use crate::builder::Builder;
use crate::listener::lock;
use crate::state::State;
use crate::store::Authorization;
use http::{Request, Response};
use oauth_core::Provider;
use oauth_core::metadata::{ClientAuth, GrantType, Metadata, StateCarrier};
use oauth_core::transport::{ResponseFuture, Transport};
use oauth_core::{ClientId, ClientSecret, Credential};
use std::future::Future;
use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};

/// The registered credentials, which also stand in the snapshots.
const CONFIDENTIAL: (&str, &str) = ("client-id", "client-secret");
const PUBLIC: &str = "public-client-id";

/// A credential that the server of the tests knows.
pub trait Registered: Credential {
    /// What stands in the title of its requests.
    const NAME: &str;
    /// Whether it has no secret.
    const IS_PUBLIC: bool;
    /// Its identifier.
    const ID: &str;
    /// The credential.
    fn registered() -> Self;
}

impl Registered for ClientSecret {
    const NAME: &str = "ClientSecret";
    const IS_PUBLIC: bool = false;
    const ID: &str = CONFIDENTIAL.0;
    fn registered() -> Self {
        Self::new(CONFIDENTIAL.0, CONFIDENTIAL.1)
    }
}

impl Registered for ClientId {
    const NAME: &str = "ClientId";
    const IS_PUBLIC: bool = true;
    const ID: &str = PUBLIC;
    fn registered() -> Self {
        Self::new(PUBLIC)
    }
}

/// A server of its own for each job.
#[derive(Debug, Clone)]
pub(crate) struct Bench {
    pub(crate) state: Arc<Mutex<State>>,
}

impl Bench {
    pub(crate) fn new<P: Provider>(provider: &P) -> Result<Self, Failure> {
        Self::of(Builder::new(provider))
    }

    fn of(builder: Builder) -> Result<Self, Failure> {
        let builder = builder.registered_alone(CONFIDENTIAL, PUBLIC);
        let mut state = builder.into_state().map_err(|error| Failure::of("the test kit", error))?;
        state.store.repeats_codes = true;
        Ok(Self { state: Arc::new(Mutex::new(state)) })
    }

    pub(crate) fn metadata(&self) -> &'static Metadata {
        lock(&self.state).metadata
    }

    pub(crate) fn redirect_uri(&self) -> String {
        lock(&self.state).settings.redirect_uri.clone()
    }

    /// Plays the browser.
    pub(crate) fn decide(&self, url: &str, decision: &str) -> Result<String, Failure> {
        let mut state = lock(&self.state);
        let request = crate::browser::opened(&state, url);
        let callback = request.and_then(|request| state.browse(&request, decision, None));
        callback.map_err(|error| Failure::of("the browser", error))
    }

    /// The same for a form.
    pub(crate) fn decide_form(&self, action: &str, fields: &[(String, String)]) -> Result<String, Failure> {
        let request = crate::browser::post(action, fields);
        let callback = request.and_then(|request| lock(&self.state).browse(&request, "approve", None));
        callback.map_err(|error| Failure::of("the browser", error))
    }

    /// Access token and refresh token of an earlier login.
    pub(crate) fn tokens(
        &self,
        client_id: &str,
        scope: &[&'static str],
    ) -> Result<(String, String), Failure> {
        let mut state = lock(&self.state);
        let scope: Vec<_> = scope.iter().map(|scope| (*scope).to_owned()).collect();
        let family = state.store.new_family();
        let subject = Some("alice".to_owned());
        let authorization = Authorization { client_id: client_id.to_owned(), subject, scope, family };
        let scope = authorization.scope.clone();
        let issued = state
            .issue(GrantType::AUTHORIZATION_CODE, &authorization, scope, true)
            .map_err(|refusal| Failure(refusal.description()))?;
        Ok((issued.access_token, issued.refresh_token.unwrap_or_default()))
    }

    pub(crate) fn expire_access_tokens(&self) {
        let mut state = lock(&self.state);
        let now = state.now;
        state.store.expire_access_tokens(now);
    }

    pub(crate) fn is_good(&self, token: &str) -> bool {
        let mut state = lock(&self.state);
        let now = state.now;
        state.store.token(token).is_some_and(|token| token.live(now).is_ok())
    }
}

impl Transport for Bench {
    fn send(&self, request: Request<Vec<u8>>) -> ResponseFuture<'_> {
        Box::pin(async move {
            let mut state = lock(&self.state);
            state.log_request(&request);
            Ok(state.answer(&request)) as Result<Response<Vec<u8>>, _>
        })
    }
}

/// Runs a future that waits for nothing but a [`Bench`], which never lets it wait.
pub(crate) fn run<T>(future: impl Future<Output = T>) -> Result<T, Failure> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => Ok(value),
        Poll::Pending => Err(Failure("the exchange waits for something else than the test kit".to_owned())),
    }
}

/// The declared methods that this kind of credential can do.
pub(crate) fn methods<A: Registered>(declared: &[ClientAuth]) -> Vec<ClientAuth> {
    declared.iter().copied().filter(|method| method.is_public() == A::IS_PUBLIC).collect()
}

/// A callback with the state of a login, and signed anew where it is signed.
pub(crate) fn with_state(bench: &Bench, url: &str, callback: &str) -> String {
    let state = lock(&bench.state);
    let query = |text: &str| {
        let query = text.split_once(['?', '#']).map_or(text, |(_, query)| query);
        form_urlencoded::parse(query.as_bytes()).into_owned().collect::<Vec<(String, String)>>()
    };
    let of_login = query(url);
    let value = |pairs: &[(String, String)], name: &str| {
        pairs.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone())
    };
    let format = &state.metadata.authorization_request;
    let sent = match state.metadata.state {
        StateCarrier::InRedirectUri => {
            let redirect_uri = format.name("redirect_uri").and_then(|name| value(&of_login, name));
            redirect_uri.and_then(|uri| value(&query(&uri), "state"))
        }
        _ => format.name("state").and_then(|name| value(&of_login, name)),
    };
    let mut pairs = query(callback.trim());
    let name = format.name("state").unwrap_or("state");
    pairs.retain(|(known, _)| known != name);
    pairs.extend(sent.map(|state| (name.to_owned(), state)));
    if let Some(signature) = state.metadata.callback.hmac_sha256 {
        pairs.retain(|(name, _)| name != signature);
        let signed = crate::callback::sign(CONFIDENTIAL.1, &pairs);
        pairs.push((signature.to_owned(), signed));
    }
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}
