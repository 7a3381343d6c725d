//! The access token request: owned, and driven by the client's transport or by hand.

mod params;

pub(crate) use params::Params;

use crate::clock;
use crate::context::Context;
use crate::error::Error;
use crate::grant::{self, Grant, RequestsScope};
use crate::metadata::{GrantType, RequestFormat};
use crate::named::CallbackParameter;
use crate::parameter::{BelongsTo, Content, Given, Parameter};
use crate::pending::PendingData;
use crate::provider::Provider;
use crate::scope::{AllowedIn, Scopes};
use crate::secret::Secret;
use crate::token::RefreshToken;
use crate::tokens::{self, Tokens};
use crate::transport::MAX_BODY;
use crate::wire::error_response::Answer;
use crate::wire::headers;
use crate::wire::members::Body;
use crate::wire::token_request::{self, Message};
use crate::wire::token_response::{self, TokenFields, Unusable};
use http::{Request, Response};
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

struct Plan {
    context: Arc<Context>,
    params: Params,
    /// What the caller asked for; for a code, what the authorization request asked for.
    scopes: Vec<Cow<'static, str>>,
    /// What an earlier request asked for.
    earlier: Option<Arc<[Cow<'static, str>]>>,
    given: Given,
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
    /// be chosen, beside the earlier ones.
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

impl Plan {
    fn of_callback(context: &Arc<Context>, login: PendingData, callback: &str) -> Result<Self, Error> {
        let authorized = context.finish(&login, callback)?;
        let exchanging = match &authorized.learned {
            Some(learned) => Arc::new(context.relocated(learned)),
            None => Arc::clone(context),
        };
        let (params, scopes) = Params::code(context.metadata, authorized, login);
        Ok(Self { context: exchanging, params, scopes, earlier: None, given: Given::default() })
    }

    fn give(&mut self, grant_type: GrantType, parameter: Content) {
        let metadata = self.context.metadata;
        let declared = metadata.grant(grant_type).map_or(&[][..], |grant| grant.request.params);
        self.given.set(declared, metadata.scope_delimiter, parameter);
    }

    fn encode(&self) -> Result<Request<Vec<u8>>, Error> {
        let context = &*self.context;
        let (grant_type, params) = (self.params.grant_type(), &self.params);
        let grant = context.grant(grant_type)?;
        if !matches!(params, Params::Code { .. }) {
            context.check_scopes(grant, &self.scopes)?;
        }
        let format = &grant.request;
        let endpoint =
            context.endpoints()?.of_grant(grant_type).ok_or_else(|| context.lacks("a token endpoint"))?;
        self.check_redirect_uri(format)?;
        self.check_known_scopes(format)?;
        let scopes = match params {
            Params::Code { .. } if format.sends("scope") => Cow::Borrowed(&*self.scopes),
            // The scopes of a code were part of the authorization request (RFC 6749 section 4.1.3).
            Params::Code { .. } => Cow::Borrowed(&[][..]),
            _ => self.requested(grant.default_scopes, format.sends("scope")),
        };
        let message = Message {
            format,
            methods: grant.client_auth,
            standard: &params.standard(grant),
            scopes: &scopes,
            presented: params.presented(),
            bearer: params.bearer(),
            given: &self.given,
            echoed: params.echoed(),
        };
        let mut request = token_request::encode(context.asker(), endpoint, &message)?;
        if let Some(hook) = &context.hook {
            hook.before_token_request(&mut request)?;
        }
        Ok(context.limited(request, MAX_BODY))
    }

    /// A refresh holds a redirect URI where the declaration demands one, and nowhere else.
    fn check_redirect_uri(&self, format: &RequestFormat) -> Result<(), Error> {
        let Params::Refresh { redirect_uri, .. } = &self.params else { return Ok(()) };
        let name = self.context.metadata.name;
        match (redirect_uri, format.sends("redirect_uri")) {
            (None, true) => Err(Error::configuration(format!(
                "`{name}` wants the redirect URI with every refresh; give it with `.redirect_uri(…)`"
            ))),
            (Some(_), false) => {
                Err(Error::configuration(format!("`{name}` takes no redirect URI with a refresh")))
            }
            _ => Ok(()),
        }
    }

    /// The scopes that a refresh repeats are known.
    fn check_known_scopes(&self, format: &RequestFormat) -> Result<(), Error> {
        let is_refresh = matches!(self.params, Params::Refresh { .. });
        if !is_refresh || !format.sends("scope") || self.earlier.is_some() || !self.scopes.is_empty() {
            return Ok(());
        }
        Err(Error::configuration(format!(
            "`{}` wants the scopes with every refresh, and a stored refresh token does not know them; give it those that were granted with `.with_scopes(…)`",
            self.context.metadata.name
        )))
    }

    fn requested<'a>(
        &'a self,
        default: &[&'static str],
        sends_earlier: bool,
    ) -> Cow<'a, [Cow<'static, str>]> {
        match &self.earlier {
            _ if !self.scopes.is_empty() => Cow::Borrowed(&self.scopes),
            Some(earlier) if sends_earlier && !earlier.is_empty() => Cow::Borrowed(earlier),
            _ => Cow::Owned(default.iter().map(|scope| Cow::Borrowed(*scope)).collect()),
        }
    }

    fn decode(&self, mut response: Response<Vec<u8>>, now: SystemTime) -> Result<TokenFields, Unusable> {
        if let Some(hook) = &self.context.hook {
            hook.after_token_response(&mut response).map_err(Error::from)?;
        }
        let [first, second] = self.params.secrets();
        let client_secret = self.context.credentials.client_secret.as_ref().map_or("", Secret::expose);
        let own = [first, second, client_secret];
        // What the caller, the callback and the provider's fields add may be secret, too.
        let mut more: Vec<_> = self.given.iter().map(|(_, value)| value).collect();
        more.extend(self.params.echoed().iter().map(|(_, value)| value.expose()));
        if let Ok(grant) = self.context.grant(self.params.grant_type()) {
            more.extend(headers::fields(grant.request.headers, &self.context.variables));
        }
        let all;
        let secrets = if more.is_empty() {
            &own[..]
        } else {
            all = [&own[..], &more].concat();
            &all
        };
        let answer = Answer::new(&response, now, secrets);
        let fields = token_response::decode(self.context.metadata, self.params.grant_type(), &answer)?;
        Ok(TokenFields { body: Body(response.into_body()), ..fields })
    }

    async fn send(&self) -> Result<(Result<TokenFields, Unusable>, SystemTime), Error> {
        let request = self.encode()?;
        let answer = Arc::clone(&self.context).exchange(request).await;
        let response = answer.map_err(|error| error.during(self.params.grant_type()))?;
        let now = clock::now();
        Ok((self.decode(response, now), now))
    }

    /// What this request stands for: its own scopes, those of the login, or the default.
    fn requested_or_earlier(&self) -> Vec<Cow<'static, str>> {
        let default = self
            .context
            .metadata
            .grant(self.params.grant_type())
            .map_or(&[][..], |grant| grant.default_scopes);
        match &self.earlier {
            Some(earlier) if self.scopes.is_empty() && !earlier.is_empty() => earlier.to_vec(),
            _ => self.requested(default, false).into_owned(),
        }
    }

    /// The error, with the new refresh token of an answer that can't be used otherwise.
    fn salvage(self, provider: TypeId, unusable: Unusable) -> Error {
        let token = unusable.refresh_token.map(|secret| {
            let scopes = self.earlier.clone().unwrap_or_else(|| self.requested_or_earlier().into());
            RefreshToken::issued(secret, Some(scopes), Some(Arc::clone(&self.context.origin)))
        });
        unusable.error.during(self.params.grant_type()).salvaging(provider, token)
    }

    fn issued(self, mut fields: TokenFields, now: SystemTime) -> Tokens<()> {
        let requested = self.requested_or_earlier();
        let origin = Arc::clone(&self.context.origin);
        let old = match self.params {
            Params::Refresh { refresh_token, .. } => {
                Some(RefreshToken::issued(refresh_token, self.earlier, Some(Arc::clone(&origin))))
            }
            Params::Code { captured, .. } => {
                fields.captured = captured;
                None
            }
            _ => None,
        };
        Tokens::new(fields, requested, old, origin, now)
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

#[cfg(test)]
mod tests;
