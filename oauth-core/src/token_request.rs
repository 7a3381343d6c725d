//! The access token request: owned, and driven by the client's transport or by hand.

use crate::clock;
use crate::context::Context;
use crate::error::Error;
use crate::grant::{Grant, RequestsScope};
use crate::metadata::GrantType;
use crate::provider::Provider;
use crate::scope::{AllowedIn, Scopes};
use crate::secret::Secret;
use crate::token::{RefreshToken, Tokens};
use crate::transport::MAX_BODY;
use crate::wire::error_response::Answer;
use crate::wire::token_request;
use crate::wire::token_response::{self, TokenFields, Unusable};
use http::{Request, Response};
use std::any::TypeId;
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::SystemTime;
use zeroize::Zeroizing;

/// A request for tokens with the grant `G`. Send it once.
///
/// [`send`](Self::send) uses the client's transport; [`request`](Self::request) and
/// [`read`](Self::read) leave the exchange to any other HTTP client.
#[must_use = "nothing happens before the request is sent"]
pub struct TokenRequest<P, G> {
    plan: Plan,
    marker: PhantomData<fn() -> (P, G)>,
}

pub(crate) enum Params {
    Code { code: Secret, redirect_uri: Box<str>, code_verifier: Option<Secret> },
    ClientCredentials,
    Password { username: Box<str>, password: Secret },
    Refresh { refresh_token: Secret },
}

struct Plan {
    context: Arc<Context>,
    params: Params,
    /// What the caller asked for; for a code, what the authorization request asked for.
    scopes: Vec<Cow<'static, str>>,
    /// What an earlier request asked for.
    earlier: Option<Arc<[Cow<'static, str>]>>,
}

impl<P: Provider, G: Grant> TokenRequest<P, G> {
    pub(crate) fn new(context: Arc<Context>, params: Params, scopes: Vec<Cow<'static, str>>) -> Self {
        Self { plan: Plan { context, params, scopes, earlier: None }, marker: PhantomData }
    }

    pub(crate) fn refresh(context: Arc<Context>, refresh_token: &RefreshToken<P>) -> Self {
        let params = Params::Refresh { refresh_token: refresh_token.secret().clone() };
        let earlier = refresh_token.scopes().cloned();
        Self { plan: Plan { context, params, scopes: Vec::new(), earlier }, marker: PhantomData }
    }

    /// Asks for these scopes too.
    pub fn scopes<R: AllowedIn<G>>(mut self, scopes: impl Scopes<P, R>) -> Self
    where
        G: RequestsScope,
    {
        scopes.append_to(&mut self.plan.scopes);
        self
    }

    /// The HTTP request, for another client than the transport. It holds secrets.
    ///
    /// Give the whole answer to [`read`](Self::read). Follow no redirect, and keep a deadline and
    /// a limit for the body.
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
    /// - [`ErrorKind::Response`](crate::ErrorKind::Response): the server refused (RFC 6749 section
    ///   5.2).
    /// - [`ErrorKind::InvalidResponse`](crate::ErrorKind::InvalidResponse): the answer can't be
    ///   used. If it holds a new refresh token, [`Error::take_refresh_token`] has it.
    pub fn read(self, response: Response<Vec<u8>>) -> Result<Tokens<P>, Error> {
        let now = clock::now();
        self.plan.decode(response, now).map(|fields| self.plan.tokens(fields, now)).map_err(Self::salvage)
    }

    /// Sends the request and reads the answer.
    ///
    /// # Errors
    ///
    /// As for [`request`](Self::request) and [`read`](Self::read), and
    /// [`ErrorKind::Transport`](crate::ErrorKind::Transport): no complete answer came. A code may
    /// be spent then, and a rotated refresh token replaced.
    pub async fn send(self) -> Result<Tokens<P>, Error> {
        let (plan, answer) = self.plan.send().await?;
        answer.map(|(fields, now)| plan.tokens(fields, now)).map_err(Self::salvage)
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

    fn salvage(unusable: Unusable) -> Error {
        unusable.error.during(G::TYPE).salvaging(TypeId::of::<P>(), unusable.refresh_token)
    }
}

impl Params {
    pub(crate) fn password(username: String, password: String) -> Self {
        Self::Password { username: username.into_boxed_str(), password: Secret::new(password) }
    }

    fn grant_type(&self) -> GrantType {
        match self {
            Self::Code { .. } => GrantType::AUTHORIZATION_CODE,
            Self::ClientCredentials => GrantType::CLIENT_CREDENTIALS,
            Self::Password { .. } => GrantType::PASSWORD,
            Self::Refresh { .. } => GrantType::REFRESH_TOKEN,
        }
    }

    fn pairs(&self) -> Vec<(&'static str, &str)> {
        match self {
            Self::Code { code, redirect_uri, code_verifier } => {
                let mut pairs = vec![("code", code.expose()), ("redirect_uri", redirect_uri)];
                pairs.extend(code_verifier.as_ref().map(|verifier| ("code_verifier", verifier.expose())));
                pairs
            }
            Self::ClientCredentials => Vec::new(),
            Self::Password { username, password } => {
                vec![("username", username), ("password", password.expose())]
            }
            Self::Refresh { refresh_token } => vec![("refresh_token", refresh_token.expose())],
        }
    }

    /// What an error must not show; empty strings fill up.
    fn secrets(&self) -> [&str; 2] {
        match self {
            Self::Code { code, code_verifier, .. } => {
                [code.expose(), code_verifier.as_ref().map_or("", Secret::expose)]
            }
            Self::ClientCredentials => ["", ""],
            Self::Password { password, .. } => [password.expose(), ""],
            Self::Refresh { refresh_token } => [refresh_token.expose(), ""],
        }
    }
}

impl Plan {
    fn encode(&self) -> Result<Request<Vec<u8>>, Error> {
        let context = &*self.context;
        let grant = context.grant(self.params.grant_type())?;
        if !matches!(self.params, Params::Code { .. }) {
            context.check_scopes(grant, &self.scopes)?;
        }
        let endpoint = context.endpoints()?.token_uri().ok_or_else(|| context.lacks("a token endpoint"))?;
        let scopes = match &self.params {
            // The scopes of a code were part of the authorization request (RFC 6749 section 4.1.3).
            Params::Code { .. } => Cow::Borrowed(&[][..]),
            _ => self.requested(grant.default_scopes, grant.request.sends("scope")),
        };
        let request = token_request::token(context.asker(), endpoint, grant, &self.params.pairs(), &scopes)?;
        Ok(context.limited(request, MAX_BODY))
    }

    fn requested<'a>(
        &'a self,
        default: &[&'static str],
        sends_earlier: bool,
    ) -> Cow<'a, [Cow<'static, str>]> {
        match &self.earlier {
            _ if !self.scopes.is_empty() => Cow::Borrowed(&self.scopes),
            Some(earlier) if sends_earlier => Cow::Borrowed(earlier),
            _ => Cow::Owned(default.iter().map(|scope| Cow::Borrowed(*scope)).collect()),
        }
    }

    fn decode(&self, response: Response<Vec<u8>>, now: SystemTime) -> Result<TokenFields, Unusable> {
        let [first, second] = self.params.secrets();
        let client_secret = self.context.credentials.client_secret.as_ref().map_or("", Secret::expose);
        let secrets = [first, second, client_secret];
        let answer = Answer::new(&response, now, &secrets);
        let mut fields = token_response::decode(self.context.metadata, &answer)?;
        fields.body = Zeroizing::new(response.into_body());
        Ok(fields)
    }

    async fn send(self) -> Result<(Self, Result<(TokenFields, SystemTime), Unusable>), Error> {
        let grant_type = self.params.grant_type();
        let request = self.encode()?;
        let response =
            Arc::clone(&self.context).exchange(request).await.map_err(|error| error.during(grant_type))?;
        let now = clock::now();
        let answer = self.decode(response, now).map(|fields| (fields, now));
        Ok((self, answer))
    }

    fn tokens<P>(self, fields: TokenFields, now: SystemTime) -> Tokens<P> {
        let default = self
            .context
            .metadata
            .grant(self.params.grant_type())
            .map_or(&[][..], |grant| grant.default_scopes);
        let requested = match &self.earlier {
            Some(earlier) if self.scopes.is_empty() => earlier.to_vec(),
            _ => self.requested(default, false).into_owned(),
        };
        let old = match self.params {
            Params::Refresh { refresh_token } => Some(RefreshToken::from_secret(refresh_token, self.earlier)),
            _ => None,
        };
        Tokens::new(fields, requested, old, now)
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
mod tests {
    use super::*;
    use crate::client_auth::{ClientSecret, Credential};
    use crate::endpoints::Endpoints;
    use crate::metadata::{ClientAuth, GrantMetadata, Metadata, RequestFormat};
    use crate::url_variable::Variables;

    const METADATA: Metadata = Metadata {
        token_endpoint: Some("https://server.example/token"),
        grants: &[
            GrantMetadata::new(GrantType::PASSWORD, &[ClientAuth::ClientSecretPost]),
            GrantMetadata {
                request: RequestFormat { send: &["scope"], ..RequestFormat::DEFAULT },
                ..GrantMetadata::new(GrantType::REFRESH_TOKEN, &[ClientAuth::ClientSecretPost])
            },
        ],
        ..Metadata::DEFAULT
    };

    fn plan(params: Params, scopes: &[&'static str], earlier: Option<&RefreshToken<()>>) -> Plan {
        let endpoints = Endpoints::expand(&METADATA, &Variables::default());
        Plan {
            context: Arc::new(Context::new(
                &METADATA,
                endpoints,
                ClientSecret::new("id", "hunter22").into_credentials(),
            )),
            params,
            scopes: scopes.iter().map(|scope| Cow::Borrowed(*scope)).collect(),
            earlier: earlier.and_then(RefreshToken::scopes).cloned(),
        }
    }

    fn refresh(token: &RefreshToken<()>, scopes: &[&'static str]) -> Plan {
        plan(Params::Refresh { refresh_token: token.secret().clone() }, scopes, Some(token))
    }

    fn answered(plan: Plan, body: &str) -> Tokens<()> {
        let now = SystemTime::UNIX_EPOCH;
        let fields = plan.decode(Response::new(body.into()), now).map_err(|unusable| unusable.error).unwrap();
        plan.tokens(fields, now)
    }

    fn sent(plan: &Plan) -> String {
        String::from_utf8(plan.encode().unwrap().into_body()).unwrap()
    }

    #[test]
    fn a_refresh_for_fewer_scopes_leaves_those_of_the_refresh_token_alone() {
        let login = plan(Params::password("me".into(), "pw".into()), &["read", "write"], None);
        let tokens = answered(login, r#"{"access_token":"AT","refresh_token":"RT"}"#);
        let narrow = refresh(tokens.refresh_token().unwrap(), &["read"]);
        assert!(sent(&narrow).contains("&scope=read&"), "{}", sent(&narrow));
        for body in [
            r#"{"access_token":"AT2"}"#,
            r#"{"access_token":"AT2","refresh_token":"RT2"}"#,
            r#"{"access_token":"AT2","refresh_token":"RT2","scope":"read"}"#,
        ] {
            let narrow = refresh(tokens.refresh_token().unwrap(), &["read"]);
            let narrowed = answered(narrow, body);
            assert!(!narrowed.is_narrowed(), "{body}");
            let next = sent(&refresh(narrowed.refresh_token().unwrap(), &[]));
            assert!(next.contains("&scope=read+write&"), "{body}: {next}");
        }
    }

    #[test]
    fn a_refresh_repeats_no_scope_that_was_not_granted() {
        let login = || plan(Params::password("me".into(), "pw".into()), &["read", "write"], None);
        for (scope, repeated) in [("\"read\"", "&scope=read&"), ("null", "&scope=read+write&")] {
            let body = format!(r#"{{"access_token":"AT","refresh_token":"RT","scope":{scope}}}"#);
            let tokens = answered(login(), &body);
            let next = sent(&refresh(tokens.refresh_token().unwrap(), &[]));
            assert!(next.contains(repeated), "{scope}: {next}");
        }
        let tokens = answered(login(), r#"{"access_token":"AT","refresh_token":"RT","scope":""}"#);
        assert!(!sent(&refresh(tokens.refresh_token().unwrap(), &[])).contains("scope"));
    }
}
