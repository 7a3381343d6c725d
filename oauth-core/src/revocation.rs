//! Revoking a token (RFC 7009).

use crate::clock;
use crate::context::Context;
use crate::endpoint;
use crate::error::Error;
use crate::metadata::{RequestAuth, RevocableTokens};
use crate::origin::Origin;
use crate::parameter::{Content, Given, Parameter};
use crate::secret::Secret;
use crate::sending::Sent;
use crate::token::{AccessContent, AccessToken, RefreshToken};
use crate::transport::MAX_BODY;
use crate::wire::error_response::Answer;
use crate::wire::template;
use crate::wire::token_request::{self, Message};
use crate::wire::token_response::TokenType;
use http::{Request, Response};
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

/// A token that the provider `P` revokes: its access tokens and its refresh tokens, or one of the two.
#[diagnostic::on_unimplemented(
    message = "`{P}` does not revoke a `{Self}`",
    label = "no token that `{P}` is declared to revoke",
    note = "a provider with a `revocation_endpoint` revokes its access tokens and refresh tokens, unless \
            `revocation_request(tokens(...))` names one of the two"
)]
pub trait RevokedBy<P>: sealed::Token {}

mod sealed {
    use super::{AccessToken, Arc, Origin, RefreshToken, TokenType};

    pub trait Token {
        /// `token_type_hint` (RFC 7009 section 2.1).
        const HINT: &'static str;
        fn text(&self) -> &str;
        fn origin(&self) -> Option<&Arc<Origin>>;
        fn token_type(&self) -> &TokenType;
    }

    impl<P> Token for AccessToken<P> {
        const HINT: &'static str = "access_token";
        fn text(&self) -> &str {
            self.expose()
        }
        fn origin(&self) -> Option<&Arc<Origin>> {
            self.content().origin.as_ref()
        }
        fn token_type(&self) -> &TokenType {
            self.token_type()
        }
    }

    impl<P> Token for RefreshToken<P> {
        const HINT: &'static str = "refresh_token";
        fn text(&self) -> &str {
            self.expose()
        }
        fn origin(&self) -> Option<&Arc<Origin>> {
            self.content().origin.as_ref()
        }
        /// It is in no header.
        fn token_type(&self) -> &TokenType {
            &TokenType::Bearer
        }
    }
}

/// A request to revoke a token.
#[must_use = "nothing happens before the request is sent"]
pub struct RevocationRequest<P> {
    plan: Plan,
    marker: PhantomData<fn() -> P>,
}

/// What is not typed of it: compiled once, not for each provider.
struct Plan {
    context: Arc<Context>,
    token: Secret,
    hint: &'static str,
    bearer: Option<Secret>,
    given: Given,
}

impl<P> RevocationRequest<P> {
    pub(crate) fn new<T: sealed::Token>(client: &Arc<Context>, token: &T) -> Self {
        let plan = Plan::new(client, token.text(), token.origin(), T::HINT);
        let plan = if plan.is_in_header() { plan.bearing(token.token_type()) } else { plan };
        Self { plan, marker: PhantomData }
    }

    /// Authenticates the request by this access token, where the declaration has
    /// `revocation_request(auth(bearer))`. Where the request holds no other token (`omit(token)`), the
    /// token that is revoked takes its place.
    pub fn bearer(mut self, access_token: &AccessToken<P>) -> Self {
        let AccessContent { secret, token_type, .. } = access_token.content();
        self.plan.bearer = Some(secret.clone());
        Self { plan: self.plan.bearing(token_type), ..self }
    }

    /// Sends this declared parameter, in place of an earlier value of it; where several values may
    /// be chosen, and of `resource` (RFC 8707), beside the earlier ones.
    pub fn parameter(mut self, parameter: Parameter<P, endpoint::Revocation>) -> Self {
        self.plan.give(parameter.into_content());
        self
    }

    /// The HTTP request, for another client than the transport. It holds secrets.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration): the credentials or a URL
    /// variable can't be used, another tenant's client obtained the token, or a
    /// [`Dynamic`](crate::Dynamic) provider takes the other kind of token only.
    pub fn request(&self) -> Result<Request<Vec<u8>>, Error> {
        self.plan.encode()
    }

    /// Reads the answer to [`request`](Self::request). Any 2xx means that the token is no longer
    /// good, also when the server did not know it (RFC 7009 section 2.2).
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Response`](crate::ErrorKind::Response): the server refused. After a 503 the
    /// token is still good (RFC 7009 section 2.2.1).
    pub fn read(self, response: Response<Vec<u8>>) -> Result<(), Error> {
        self.plan.decode(&response)
    }

    /// Sends the request and reads the answer.
    ///
    /// # Errors
    ///
    /// As for [`request`](Self::request) and [`read`](Self::read), and
    /// [`ErrorKind::Transport`](crate::ErrorKind::Transport): no complete answer came.
    pub fn send(self) -> impl Future<Output = Result<(), Error>> + Send {
        self.plan.send()
    }

    /// [`send`](Self::send) for programs without an async runtime.
    ///
    /// # Errors
    ///
    /// As for [`send`](Self::send).
    #[cfg(feature = "blocking")]
    pub fn send_blocking(self) -> Result<(), Error> {
        crate::blocking::wait(self.plan.send())
    }
}

impl Plan {
    fn new(client: &Arc<Context>, token: &str, origin: Option<&Arc<Origin>>, hint: &'static str) -> Self {
        let context = client.of_token(origin);
        Self { context, token: Secret::new(token), hint, bearer: None, given: Given::default() }
    }

    /// Whether the request holds the revoked token nowhere else.
    fn is_in_header(&self) -> bool {
        self.context.metadata.revocation_request.name("token").is_none()
    }

    fn bearing(self, token_type: &TokenType) -> Self {
        let format = self.context.metadata.revocation_request;
        Self { context: self.context.bearing(format, token_type), ..self }
    }

    fn give(&mut self, parameter: Content) {
        let metadata = self.context.metadata;
        self.given.set(metadata.revocation_request.params, metadata.scope_delimiter, parameter);
    }

    fn encode(&self) -> Result<Request<Vec<u8>>, Error> {
        let context = &*self.context;
        let endpoint = context
            .endpoints()?
            .revocation_endpoint()
            .ok_or_else(|| context.lacks("a revocation endpoint"))??;
        let format = &context.metadata.revocation_request;
        // The hint belongs to the standard request; it only saves the server a search.
        let hint = (format.auth == RequestAuth::ClientAuthentication)
            .then_some(("token_type_hint", self.hint.into()));
        let is_in_header = self.is_in_header();
        let only = |kind: &str| {
            let message = format!("the provider revokes {kind} tokens only; hand over the {kind} token");
            Err(Error::configuration(message))
        };
        match (format.tokens, self.hint) {
            (RevocableTokens::AccessOnly, "refresh_token") => return only("access"),
            (_, "refresh_token") if is_in_header => return only("access"),
            (RevocableTokens::RefreshOnly, "access_token") => return only("refresh"),
            _ => {}
        }
        // In the header, another token would be revoked in its place.
        let bearer = if is_in_header { Some(&self.token) } else { self.bearer.as_ref() };
        let message = Message {
            format,
            methods: context.metadata.client_auth,
            standard: &[Some(("token", self.token.expose().into())), hint],
            scopes: &[],
            presented: None,
            bearer: bearer.map(Secret::expose),
            given: &self.given,
            echoed: &[],
        };
        let mut request = token_request::encode(context.asker(), endpoint, &message)?;
        context.limit(&mut request, MAX_BODY);
        Ok(request)
    }

    fn decode(&self, response: &Response<Vec<u8>>) -> Result<(), Error> {
        let mut secrets = vec![self.token.expose()];
        secrets.extend(self.bearer.as_ref().map(Secret::expose));
        secrets.extend(self.given.iter().map(|(_, value)| value));
        let templates = self.context.metadata.revocation_request.templates();
        secrets.extend(template::fields(templates, &self.context.variables));
        secrets.extend(self.context.credentials.client_secret.as_ref().map(Secret::expose));
        let answer = Answer::new(response, clock::now(), &secrets);
        answer.success(self.context.metadata.error_response)
    }

    fn send(self) -> Sent<()> {
        Box::pin(async move {
            let response = self.context.transport()?.send(self.encode()?).await?;
            self.decode(&response)
        })
    }
}

impl<P> fmt::Debug for RevocationRequest<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RevocationRequest").field("token_type_hint", &self.plan.hint).finish_non_exhaustive()
    }
}
