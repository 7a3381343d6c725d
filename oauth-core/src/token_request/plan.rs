//! The half of a request for tokens that is not generic.

use super::Params;
use crate::clock;
use crate::context::Context;
use crate::error::Error;
use crate::metadata::{GrantType, RequestFormat};
use crate::parameter::{Content, Given};
use crate::pending::PendingData;
use crate::secret::Secret;
use crate::sending::Sent;
use crate::token::{AccessContent, RefreshContent};
use crate::tokens::Issued;
use crate::transport::MAX_BODY;
use crate::wire::error_response::Answer;
use crate::wire::members::{Body, Utf8};
use crate::wire::template;
use crate::wire::token_request::{self, Message};
use crate::wire::token_response::{self, Asked, TokenFields, TokenType, Unusable};
use http::{Request, Response};
use std::any::TypeId;
use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
use std::time::SystemTime;

/// What a request for tokens is made of, whoever the provider is: compiled once, not for each of them.
pub(crate) struct Plan {
    pub(super) context: Arc<Context>,
    pub(super) params: Params,
    /// What the caller asked for; for a code, what the authorization request asked for.
    pub(super) scopes: Vec<Cow<'static, str>>,
    /// What an earlier request asked for.
    pub(super) earlier: Option<Arc<[Cow<'static, str>]>>,
    pub(super) given: Given,
}

impl Plan {
    pub(crate) fn new(context: Arc<Context>, params: Params) -> Self {
        Self { context, params, scopes: Vec::new(), earlier: None, given: Given::default() }
    }

    pub(crate) fn refresh(client: &Arc<Context>, token: &RefreshContent) -> Self {
        let params = Params::Refresh { refresh_token: token.secret.clone(), redirect_uri: None };
        let plan = Self::new(client.of_token(token.origin.as_ref()), params);
        Self { earlier: token.scopes.clone(), ..plan }
    }

    /// One that presents an access token.
    pub(crate) fn presenting(client: &Arc<Context>, token: &AccessContent, of: fn(Secret) -> Params) -> Self {
        Self::bearing(client.of_token(token.origin.as_ref()), of(token.secret.clone()), &token.token_type)
    }

    /// One that prolongs an access token by the refresh token that came with it.
    pub(crate) fn extension(client: &Arc<Context>, access: &AccessContent, token: &RefreshContent) -> Self {
        let context = client.of_tokens(token.origin.as_ref(), access.origin.as_ref());
        let params = Params::Extension { access: access.clone(), refresh_token: token.secret.clone() };
        Self { earlier: token.scopes.clone(), ..Self::bearing(context, params, &access.token_type) }
    }

    /// One with an access token of this type.
    fn bearing(context: Arc<Context>, params: Params, token_type: &TokenType) -> Self {
        let context = match context.metadata.grant(params.grant_type()) {
            Some(grant) => context.bearing(grant.request, token_type),
            None => context,
        };
        Self::new(context, params)
    }

    pub(crate) fn of_callback(
        context: &Arc<Context>,
        login: PendingData,
        callback: &str,
    ) -> Result<Self, Error> {
        let authorized = context.finish(&login, callback)?;
        let exchanging = match &authorized.learned {
            Some(learned) => Arc::new(context.relocated(learned)),
            None => Arc::clone(context),
        };
        let (params, scopes) = Params::code(context.metadata, authorized, login);
        Ok(Self { scopes, ..Self::new(exchanging, params) })
    }

    pub(super) fn give(&mut self, grant_type: GrantType, parameter: Content) {
        let metadata = self.context.metadata;
        let declared = metadata.grant(grant_type).map_or(&[][..], |grant| grant.request.params);
        self.given.set(declared, metadata.scope_delimiter, parameter);
    }

    pub(super) fn encode(&self) -> Result<Request<Vec<u8>>, Error> {
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
            standard: &params.standard(grant, context),
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
        context.limit(&mut request, MAX_BODY);
        Ok(request)
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
            more.extend(template::fields(grant.request.templates(), &self.context.variables));
        }
        let all;
        let secrets = if more.is_empty() {
            &own[..]
        } else {
            all = [&own[..], &more].concat();
            &all
        };
        let (head, body) = response.into_parts();
        let body = String::from_utf8(body);
        let text = match &body {
            Ok(text) => Utf8::from(&**text),
            Err(error) => Utf8::from(error.as_bytes()),
        };
        let answer = Answer { status: head.status, headers: &head.headers, body: text, now, secrets };
        let asked = Asked { grant_type: self.params.grant_type(), prolonged: self.params.prolonged() };
        let mut decoded = token_response::decode(self.context.metadata, asked, &answer);
        if let (Ok(fields), Ok(body)) = (&mut decoded, body) {
            fields.body = Body(body);
        }
        decoded
    }

    /// The answer; an error keeps the new refresh token for this provider.
    pub(super) fn read(self, provider: TypeId, response: Response<Vec<u8>>) -> Result<Issued, Error> {
        let now = clock::now();
        match self.decode(response, now) {
            Ok(fields) => Ok(self.issued(fields, now)),
            Err(unusable) => Err(self.salvage(provider, unusable)),
        }
    }

    pub(super) fn send(self, provider: TypeId) -> Sent<Issued> {
        Box::pin(async move {
            let request = self.encode()?;
            let answer = match self.context.transport() {
                Ok(transport) => transport.send(request).await.map_err(Error::from),
                Err(error) => Err(error),
            };
            let response = answer.map_err(|error| error.during(self.params.grant_type()))?;
            self.read(provider, response)
        })
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
            let origin = Some(Arc::clone(&self.context.origin));
            RefreshContent { secret, scopes: Some(scopes), origin }
        });
        unusable.error.during(self.params.grant_type()).salvaging(provider, token)
    }

    fn issued(self, mut fields: TokenFields, now: SystemTime) -> Issued {
        let requested = self.requested_or_earlier();
        let origin = Arc::clone(&self.context.origin);
        let old = match self.params {
            Params::Refresh { refresh_token, .. } | Params::Extension { refresh_token, .. } => {
                let origin = Some(Arc::clone(&origin));
                Some(RefreshContent { secret: refresh_token, scopes: self.earlier, origin })
            }
            Params::Code { captured, .. } => {
                fields.captured = captured;
                None
            }
            _ => None,
        };
        Issued::new(fields, requested, old, origin, now)
    }
}

/// As the request that it is part of.
impl fmt::Debug for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenRequest")
            .field("provider", &self.context.metadata.name)
            .field("grant_type", &self.params.grant_type())
            .field("scopes", &self.scopes)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
#[path = "plan_tests.rs"]
mod tests;
