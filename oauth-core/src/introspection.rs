//! What an access token is good for (RFC 7662).

use crate::clock;
use crate::context::Context;
use crate::endpoint;
use crate::error::Error;
use crate::metadata::{AnswerFormat, RequestAuth};
use crate::parameter::{Content, Given, Parameter};
use crate::provider::Provider;
use crate::secret::Secret;
use crate::sending::{Branded, Sent};
use crate::token::AccessContent;
use crate::tokens::extra_at;
use crate::transport::MAX_BODY;
use crate::wire::error_response::Answer;
use crate::wire::introspection::{self, IntrospectionFields};
use crate::wire::template;
use crate::wire::token_request::{self, Message};
use http::{Request, Response};
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::SystemTime;

/// A request to introspect an access token.
#[must_use = "nothing happens before the request is sent"]
pub struct IntrospectionRequest<P> {
    plan: Plan,
    marker: PhantomData<fn() -> P>,
}

/// What is not typed of it: compiled once, not for each provider.
struct Plan {
    context: Arc<Context>,
    token: Secret,
    given: Given,
}

/// What the provider says about a token.
pub enum IntrospectionResponse<P> {
    /// The token is good.
    Active(TokenDetails<P>),
    /// The token is expired, revoked, unknown, or not for this client to ask about; nothing more
    /// is said (RFC 7662 section 2.2).
    Inactive,
}

/// What the provider says about an active token.
pub struct TokenDetails<P> {
    fields: IntrospectionFields,
    marker: PhantomData<fn() -> P>,
}

impl<P: Provider> IntrospectionRequest<P> {
    pub(crate) fn new(client: &Arc<Context>, access_token: &AccessContent) -> Self {
        Self { plan: Plan::new(client, access_token), marker: PhantomData }
    }

    /// Sends this declared parameter, in place of an earlier value of it; where several values may
    /// be chosen, and of `resource` (RFC 8707), beside the earlier ones.
    pub fn parameter(mut self, parameter: Parameter<P, endpoint::Introspection>) -> Self {
        self.plan.give(parameter.into_content());
        self
    }

    /// The HTTP request, for another client than the transport. It holds secrets.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration): the credentials or a URL
    /// variable can't be used.
    pub fn request(&self) -> Result<Request<Vec<u8>>, Error> {
        self.plan.encode()
    }

    /// Reads the answer to [`request`](Self::request).
    ///
    /// # Errors
    ///
    /// - [`ErrorKind::Response`](crate::ErrorKind::Response): the server refused.
    /// - [`ErrorKind::InvalidResponse`](crate::ErrorKind::InvalidResponse): the answer can't be
    ///   used, such as one without a boolean `active`.
    pub fn read(self, response: Response<Vec<u8>>) -> Result<IntrospectionResponse<P>, Error> {
        self.plan.decode(&response).map(IntrospectionResponse::of)
    }

    /// Sends the request and reads the answer.
    ///
    /// # Errors
    ///
    /// As for [`request`](Self::request) and [`read`](Self::read), and
    /// [`ErrorKind::Transport`](crate::ErrorKind::Transport): no complete answer came.
    pub fn send(self) -> impl Future<Output = Result<IntrospectionResponse<P>, Error>> + Send {
        Branded { sent: self.plan.send(), brand: IntrospectionResponse::of }
    }

    /// [`send`](Self::send) for programs without an async runtime.
    ///
    /// # Errors
    ///
    /// As for [`send`](Self::send).
    #[cfg(feature = "blocking")]
    pub fn send_blocking(self) -> Result<IntrospectionResponse<P>, Error> {
        crate::blocking::wait(self.plan.send()).map(IntrospectionResponse::of)
    }
}

impl Plan {
    fn new(client: &Arc<Context>, access_token: &AccessContent) -> Self {
        let context = client.of_token(access_token.origin.as_ref());
        let format = context.metadata.introspection_request;
        let context = context.bearing(format, &access_token.token_type);
        Self { context, token: access_token.secret.clone(), given: Given::default() }
    }

    fn give(&mut self, parameter: Content) {
        let metadata = self.context.metadata;
        self.given.set(metadata.introspection_request.params, metadata.scope_delimiter, parameter);
    }

    fn encode(&self) -> Result<Request<Vec<u8>>, Error> {
        let context = &*self.context;
        let endpoint = context
            .endpoints()?
            .introspection_endpoint()
            .ok_or_else(|| context.lacks("an introspection endpoint"))??;
        let format = &context.metadata.introspection_request;
        let token = self.token.expose();
        // The hint belongs to the standard request; it only saves the server a search.
        let hint = (format.auth == RequestAuth::ClientAuthentication)
            .then_some(("token_type_hint", "access_token".into()));
        let message = Message {
            format,
            methods: context.metadata.client_auth,
            standard: &[Some(("token", token.into())), hint],
            scopes: &[],
            presented: None,
            // Where a bearer token authenticates the request, it is the token that is asked about.
            bearer: Some(token),
            given: &self.given,
            echoed: &[],
        };
        let mut request = token_request::encode(context.asker(), endpoint, &message)?;
        context.limit(&mut request, MAX_BODY);
        Ok(request)
    }

    /// What is said about an active token.
    fn decode(&self, response: &Response<Vec<u8>>) -> Result<Option<IntrospectionFields>, Error> {
        let mut secrets = vec![self.token.expose()];
        secrets.extend(self.given.iter().map(|(_, value)| value));
        let templates = self.context.metadata.introspection_request.templates();
        secrets.extend(template::fields(templates, &self.context.variables));
        secrets.extend(self.context.credentials.client_secret.as_ref().map(Secret::expose));
        let answer = Answer::new(response, clock::now(), &secrets);
        introspection::decode(self.context.metadata, &answer)
    }

    fn send(self) -> Sent<Option<IntrospectionFields>> {
        Box::pin(async move {
            let response = self.context.transport()?.send(self.encode()?).await?;
            self.decode(&response)
        })
    }
}

impl<P> IntrospectionResponse<P> {
    fn of(fields: Option<IntrospectionFields>) -> Self {
        match fields {
            Some(fields) => Self::Active(TokenDetails { fields, marker: PhantomData }),
            None => Self::Inactive,
        }
    }

    /// The details of an active token.
    pub fn active(self) -> Option<TokenDetails<P>> {
        match self {
            Self::Active(details) => Some(details),
            Self::Inactive => None,
        }
    }
}

impl<P> TokenDetails<P> {
    /// `scope`, as it stands in the answer; the scopes of an array, with a space between two.
    pub fn scope(&self) -> Option<&str> {
        self.fields.scope.as_deref()
    }

    /// `client_id`: the client that the token was issued to.
    pub fn client_id(&self) -> Option<&str> {
        self.fields.client_id.as_deref()
    }

    /// `username`: the resource owner, for people to read.
    pub fn username(&self) -> Option<&str> {
        self.fields.username.as_deref()
    }

    /// `token_type`.
    pub fn token_type(&self) -> Option<&str> {
        self.fields.token_type.as_deref()
    }

    /// `sub`: the resource owner, for machines.
    pub fn subject(&self) -> Option<&str> {
        self.fields.subject.as_deref()
    }

    /// `iss`: who issued the token.
    pub fn issuer(&self) -> Option<&str> {
        self.fields.issuer.as_deref()
    }

    /// `exp`: when the token stops being good.
    pub fn expires_at(&self) -> Option<SystemTime> {
        self.fields.expires_at
    }

    /// `iat`: when the token was issued.
    pub fn issued_at(&self) -> Option<SystemTime> {
        self.fields.issued_at
    }
}

impl<P: Provider> TokenDetails<P> {
    /// The members beyond RFC 7662, as declared by `introspection_response(extra(Type))`.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidResponse`](crate::ErrorKind::InvalidResponse): the answer does not fit
    /// the type.
    pub fn extra(&self) -> Result<P::TokenDetails, Error> {
        extra_at(&self.fields.body.0, AnswerFormat::Json, self.fields.root)
    }
}

// Written by hand: a derive would ask the same of the provider.
impl<P> fmt::Debug for IntrospectionResponse<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Active(details) => f.debug_tuple("Active").field(details).finish(),
            Self::Inactive => f.write_str("Inactive"),
        }
    }
}

/// No text: the server may say the token there, and speaks of the user.
impl<P> fmt::Debug for TokenDetails<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenDetails")
            .field("expires_at", &self.fields.expires_at)
            .field("issued_at", &self.fields.issued_at)
            .finish_non_exhaustive()
    }
}

impl<P> fmt::Debug for IntrospectionRequest<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IntrospectionRequest").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::IntrospectionResponse;

    #[test]
    fn debug_asks_nothing_of_the_provider() {
        struct NotDebug;
        assert_eq!(format!("{:?}", IntrospectionResponse::<NotDebug>::Inactive), "Inactive");
    }
}
