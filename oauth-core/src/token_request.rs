//! The access token request: owned, and driven by the client's transport or by hand.

mod params;
mod plan;

pub(crate) use params::Params;

use crate::clock;
use crate::context::Context;
use crate::error::Error;
use crate::grant::{self, Grant, RequestsScope};
use crate::named::CallbackParameter;
use crate::parameter::{BelongsTo, Given, Parameter};
use crate::pending::PendingData;
use crate::provider::Provider;
use crate::scope::{AllowedIn, Scopes};
use crate::token::RefreshToken;
use crate::tokens::{self, Tokens};
use crate::wire::token_response::{TokenFields, Unusable};
use http::{Request, Response};
use plan::Plan;
use std::any::TypeId;
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::SystemTime;

/// A request for tokens with the grant `G`. Send it once.
///
/// [`send`](Self::send) uses the client's transport; [`request`](Self::request) and
/// [`read`](Self::read) leave the exchange to any other HTTP client.
#[must_use = "nothing happens before the request is sent"]
pub struct TokenRequest<P, G> {
    plan: Plan,
    marker: PhantomData<fn() -> (P, G)>,
}

impl<P: Provider, G: Grant> TokenRequest<P, G> {
    pub(crate) fn new(context: Arc<Context>, params: Params, scopes: Vec<Cow<'static, str>>) -> Self {
        Self::of(Plan { context, params, scopes, earlier: None, given: Given::default() })
    }

    pub(crate) fn refresh(context: Arc<Context>, refresh_token: &RefreshToken<P>) -> Self {
        let params = Params::Refresh { refresh_token: refresh_token.secret().clone(), redirect_uri: None };
        let earlier = refresh_token.scopes().cloned();
        Self::of(Plan { context, params, scopes: Vec::new(), earlier, given: Given::default() })
    }

    fn of(plan: Plan) -> Self {
        Self { plan, marker: PhantomData }
    }

    /// Asks for these scopes too. Scopes that different grants may ask for are of different types and
    /// don't share an array: `.scopes([A]).scopes([B])`.
    pub fn scopes<R: AllowedIn<G>>(mut self, scopes: impl Scopes<P, R>) -> Self
    where
        G: RequestsScope,
    {
        scopes.append_to(&mut self.plan.scopes);
        self
    }

    /// Sends this declared parameter, in place of an earlier value of it; where several values may
    /// be chosen, and of `resource` (RFC 8707), beside the earlier ones.
    pub fn parameter<E: BelongsTo<G>>(mut self, parameter: Parameter<P, E>) -> Self {
        self.plan.give(G::TYPE, parameter.into_content());
        self
    }

    /// The HTTP request, for another client than the transport. It holds secrets; where the
    /// declaration has `method(get)` or `body(query)`, its URL does.
    ///
    /// Give the whole answer to [`read`](Self::read). Follow no redirect, and keep a deadline and
    /// a limit for the body.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration): the credentials or a URL
    /// variable can't be used, or a parameter that the provider demands is missing.
    pub fn request(&self) -> Result<Request<Vec<u8>>, Error> {
        self.plan.encode()
    }

    /// Reads the answer to [`request`](Self::request).
    ///
    /// # Errors
    ///
    /// - [`ErrorKind::Response`](crate::ErrorKind::Response): the server refused (RFC 6749 section
    ///   5.2).
    /// - [`ErrorKind::InvalidResponse`](crate::ErrorKind::InvalidResponse): the answer can't be
    ///   used. If it holds a new refresh token, [`Error::take_refresh_token`] has it.
    pub fn read(self, response: Response<Vec<u8>>) -> Result<Tokens<P>, Error> {
        let now = clock::now();
        let answer = self.plan.decode(response, now);
        self.answered(answer, now)
    }

    /// Sends the request and reads the answer. The default transport needs a tokio runtime with
    /// `enable_all()`, such as that of `#[tokio::main]`; without I/O and time tokio panics.
    ///
    /// # Errors
    ///
    /// As for [`request`](Self::request) and [`read`](Self::read), and
    /// [`ErrorKind::Transport`](crate::ErrorKind::Transport): no complete answer came. A code may
    /// be spent then, and a rotated refresh token replaced.
    pub async fn send(self) -> Result<Tokens<P>, Error> {
        let (answer, now) = self.plan.send().await?;
        self.answered(answer, now)
    }

    /// [`send`](Self::send) for programs without an async runtime.
    ///
    /// # Errors
    ///
    /// As for [`send`](Self::send).
    #[cfg(feature = "blocking")]
    pub fn send_blocking(self) -> Result<Tokens<P>, Error> {
        crate::blocking::wait(self.send())
    }

    fn answered(self, answer: Result<TokenFields, Unusable>, now: SystemTime) -> Result<Tokens<P>, Error> {
        match answer {
            Ok(fields) => Ok(self.plan.issued(fields, now).branded()),
            Err(unusable) => Err(self.plan.salvage(TypeId::of::<P>(), unusable)),
        }
    }
}

impl<P: Provider> TokenRequest<P, grant::AuthorizationCode> {
    pub(crate) fn of_callback(
        context: &Arc<Context>,
        login: PendingData,
        callback: &str,
    ) -> Result<Self, Error> {
        Plan::of_callback(context, login, callback).map(Self::of)
    }

    /// A parameter of the callback that `callback(capture(...))` declares, if it was there.
    pub fn callback_parameter(&self, parameter: CallbackParameter<P>) -> Option<&str> {
        match &self.plan.params {
            Params::Code { captured, .. } => tokens::captured(captured, parameter),
            _ => None,
        }
    }
}

impl<P: Provider> TokenRequest<P, grant::Refresh> {
    /// The redirect URI of the login that the refresh token comes from, for a provider that wants
    /// it again (`refresh_request(send(redirect_uri))`).
    pub fn redirect_uri(mut self, redirect_uri: impl Into<String>) -> Self {
        if let Params::Refresh { redirect_uri: slot, .. } = &mut self.plan.params {
            *slot = Some(redirect_uri.into().into_boxed_str());
        }
        self
    }
}

impl<P, G> fmt::Debug for TokenRequest<P, G> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenRequest")
            .field("provider", &self.plan.context.metadata.name)
            .field("grant_type", &self.plan.params.grant_type())
            .field("scopes", &self.plan.scopes)
            .finish_non_exhaustive()
    }
}
