//! The access token request: owned, and driven by the client's transport or by hand.

#[cfg(test)]
mod extension_tests;
mod params;
mod plan;

pub(crate) use params::Params;
pub(crate) use plan::Plan;

use crate::error::Error;
use crate::grant::{self, Grant, RequestsScope};
use crate::named::CallbackParameter;
use crate::parameter::{BelongsTo, Parameter};
use crate::provider::Provider;
use crate::scope::{AllowedIn, Scopes};
use crate::sending::Branded;
use crate::tokens::{self, Tokens};
use http::{Request, Response};
use std::any::TypeId;
use std::fmt;
use std::marker::PhantomData;

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
    /// For which provider an error keeps a refresh token.
    const PROVIDER: TypeId = TypeId::of::<P>();

    pub(crate) fn of(plan: Plan) -> Self {
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
        Ok(Tokens::of(self.plan.read(Self::PROVIDER, response)?))
    }

    /// Sends the request and reads the answer. The default transport needs a tokio runtime with
    /// `enable_all()`, such as that of `#[tokio::main]`; without I/O and time tokio panics.
    ///
    /// # Errors
    ///
    /// As for [`request`](Self::request) and [`read`](Self::read), and
    /// [`ErrorKind::Transport`](crate::ErrorKind::Transport): no complete answer came. A code may
    /// be spent then, and a rotated refresh token replaced.
    pub fn send(self) -> impl Future<Output = Result<Tokens<P>, Error>> + Send {
        Branded { sent: self.plan.send(Self::PROVIDER), brand: Tokens::of }
    }

    /// [`send`](Self::send) for programs without an async runtime.
    ///
    /// # Errors
    ///
    /// As for [`send`](Self::send).
    #[cfg(feature = "blocking")]
    pub fn send_blocking(self) -> Result<Tokens<P>, Error> {
        crate::blocking::wait(self.plan.send(Self::PROVIDER)).map(Tokens::of)
    }
}

impl<P: Provider> TokenRequest<P, grant::AuthorizationCode> {
    /// A parameter of the callback that `callback(capture(...))` declares, if it was there.
    pub fn callback_parameter(&self, parameter: CallbackParameter<P>) -> Option<&str> {
        match &self.plan.params {
            Params::Code { captured, .. } => tokens::captured(captured, parameter.name),
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
        self.plan.fmt(f)
    }
}
