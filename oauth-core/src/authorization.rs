//! The authorization request (RFC 6749 section 4.1.1), as a URL or a form.

use crate::clock;
use crate::context::Context;
use crate::endpoint;
use crate::error::Error;
use crate::grant::{self, Grant};
use crate::metadata::{GrantType, Method, Pkce};
use crate::parameter::{Content, Given, Parameter};
use crate::pending::{LIFETIME, Pending, PendingData};
use crate::provider::{HasEndpoint, Provider};
use crate::random;
use crate::scope::{AllowedIn, Scopes};
use crate::wire::authorization::{Client, Request};
use crate::wire::protection::{Challenge, ENTROPY, Protection};
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

/// A login to be started, from [`Client::authorize`](crate::Client::authorize).
#[must_use = "a login begins with `start`"]
pub struct AuthorizationRequest<P, G = grant::AuthorizationCode> {
    plan: Plan,
    marker: PhantomData<fn() -> (P, G)>,
}

/// A started login.
#[must_use = "without `pending` the callback can't be verified, and the login can't be finished"]
pub struct Login<P, G = grant::AuthorizationCode> {
    /// Where the browser goes: redirect it there, or open it. It holds the `state`; don't log it.
    pub url: String,
    /// What the callback is verified with.
    pub pending: Pending<P, G>,
}

/// A started login whose request the browser sends by POST.
#[must_use = "without `pending` the callback can't be verified, and the login can't be finished"]
pub struct LoginForm<P, G = grant::AuthorizationCode> {
    /// Where the form goes.
    pub action: String,
    /// Names and values of its fields.
    pub fields: Vec<(String, String)>,
    /// What the callback is verified with.
    pub pending: Pending<P, G>,
}

/// Address and fields.
type Form = (String, Vec<(String, String)>);

/// What is not typed of a login: compiled once, not for each provider.
struct Plan {
    context: Arc<Context>,
    redirect_uri: Arc<str>,
    scopes: Vec<Cow<'static, str>>,
    given: Given,
}

impl<P: Provider, G: Grant> AuthorizationRequest<P, G> {
    pub(crate) fn new(context: &Arc<Context>, redirect_uri: &str) -> Self {
        Self { plan: Plan::new(context, redirect_uri), marker: PhantomData }
    }

    /// Asks for these scopes too. Scopes that different grants may ask for are of different types and
    /// don't share an array: `.scopes([A]).scopes([B])`.
    pub fn scopes<R: AllowedIn<G>>(mut self, scopes: impl Scopes<P, R>) -> Self {
        scopes.append_to(&mut self.plan.scopes);
        self
    }

    /// Sends this declared parameter, in place of an earlier value of it; where several values may
    /// be chosen, and of `resource` (RFC 8707), beside the earlier ones.
    pub fn parameter(mut self, parameter: Parameter<P, endpoint::Authorization>) -> Self {
        self.plan.give(parameter.into_content());
        self
    }

    /// Draws `state` and the code verifier, and makes the URL for the browser.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration): the redirect URI or a URL
    /// variable can't be used, or a parameter that the provider demands is missing.
    pub fn start(self) -> Result<Login<P, G>, Error> {
        let (url, data) = self.plan.url(G::TYPE)?;
        Ok(Login { url, pending: Pending::new(data) })
    }

    /// The same for a browser that sends the request by POST: its parameters stay out of histories
    /// and logs. RFC 6749 section 3.1 leaves it to the provider to take that.
    ///
    /// # Errors
    ///
    /// As for [`start`](Self::start).
    pub fn start_form(self) -> Result<LoginForm<P, G>, Error>
    where
        P: HasEndpoint<endpoint::AuthorizationByPost>,
    {
        let ((action, fields), data) = self.plan.form(G::TYPE)?;
        Ok(LoginForm { action, fields, pending: Pending::new(data) })
    }
}

impl<P: Provider> AuthorizationRequest<P> {
    /// The URL with what was drawn before.
    pub(crate) fn written(mut self, drawn: &Drawn) -> Result<String, Error> {
        self.plan.write(GrantType::AUTHORIZATION_CODE, drawn, url)
    }
}

fn url(request: &Request<'_>, context: &Context) -> Result<String, Error> {
    request.url(&*context.beginning(request.client)?, context.sources())
}

impl<P, G> LoginForm<P, G> {
    /// A page that sends the form by itself, and by a button where scripts are off.
    pub fn html(&self) -> String {
        let fields: String = self
            .fields
            .iter()
            .map(|(name, value)| {
                format!(r#"<input type="hidden" name="{}" value="{}">"#, escape(name), escape(value))
            })
            .collect();
        format!(
            "<!DOCTYPE html><title>Login</title><form method=\"post\" action=\"{}\">{fields}\
             <button>Continue</button></form><script>document.forms[0].submit()</script>",
            escape(&self.action)
        )
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

/// What makes one login unlike any other, and what the request tells of it.
#[derive(Debug)]
pub(crate) struct Drawn {
    pub(crate) protection: Protection,
    code_challenge: Option<Challenge>,
}

impl Drawn {
    pub(crate) fn new(pkce: Option<Pkce>) -> Result<Self, Error> {
        let mut entropy = zeroize::Zeroizing::new([0; ENTROPY]);
        random::fill(&mut *entropy)?;
        let protection = Protection::new(&entropy)
            .ok_or_else(|| Error::configuration("`state` and the code verifier can't be written"))?;
        Ok(match pkce {
            Some(pkce) => Self { code_challenge: protection.code_challenge(pkce), protection },
            None => Self { code_challenge: None, protection: protection.without_code_verifier() },
        })
    }

    pub(crate) fn code_challenge(&self) -> Option<&str> {
        self.code_challenge.as_ref().map(Challenge::as_str)
    }
}

impl Plan {
    fn new(context: &Arc<Context>, redirect_uri: &str) -> Self {
        let redirect_uri = context.shared_redirect_uri(redirect_uri);
        Self { context: Arc::clone(context), redirect_uri, scopes: Vec::new(), given: Given::default() }
    }

    fn give(&mut self, parameter: Content) {
        let metadata = self.context.metadata;
        self.given.set(metadata.authorization_request.params, metadata.scope_delimiter, parameter);
    }

    fn url(self, grant_type: GrantType) -> Result<(String, PendingData), Error> {
        self.start(grant_type, url)
    }

    fn form(self, grant_type: GrantType) -> Result<(Form, PendingData), Error> {
        if !self.context.metadata.authorization_request.method.contains(&Method::Post) {
            return Err(self.context.lacks("an authorization endpoint that takes POST"));
        }
        self.start(grant_type, |request, context| request.form(context.sources()))
    }

    fn start<T>(
        mut self,
        grant_type: GrantType,
        write: fn(&Request<'_>, &Context) -> Result<T, Error>,
    ) -> Result<(T, PendingData), Error> {
        let drawn = Drawn::new(self.pkce(grant_type))?;
        let written = self.write(grant_type, &drawn, write)?;
        let Self { context, redirect_uri, scopes, .. } = self;
        let data = PendingData {
            response_type: response_type(grant_type),
            protection: drawn.protection,
            redirect_uri,
            scopes,
            expires_at: clock::now().checked_add(LIFETIME).unwrap_or(std::time::SystemTime::UNIX_EPOCH),
            fingerprint: *context.fingerprint()?,
        };
        Ok((written, data))
    }

    /// How the code is bound to this login, if it is.
    fn pkce(&self, grant_type: GrantType) -> Option<Pkce> {
        let pkce = self.context.metadata.pkce;
        let is_sent = match pkce {
            Pkce::None => false,
            Pkce::PublicClients => self.context.credentials.client_secret.is_none(),
            Pkce::S256 | Pkce::Required | Pkce::S256Hex => true,
        };
        (is_sent && grant_type == GrantType::AUTHORIZATION_CODE).then_some(pkce)
    }

    /// Checks the request and writes it.
    fn write<T>(
        &mut self,
        grant_type: GrantType,
        drawn: &Drawn,
        write: fn(&Request<'_>, &Context) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let context = &*self.context;
        let endpoint =
            context.endpoints()?.authorization().ok_or_else(|| context.lacks("an authorization endpoint"))?;
        context.check_redirect_uri(&self.redirect_uri)?;
        let grant = context.grant(grant_type)?;
        context.check_scopes(grant, &self.scopes)?;
        // The exchange of the code would fail; it is better known before the login.
        context.check_credentials(grant)?;
        if self.scopes.is_empty() {
            self.scopes.extend(grant.default_scopes.iter().map(|scope| Cow::Borrowed(*scope)));
        }
        let is_code = grant_type == GrantType::AUTHORIZATION_CODE;
        let response_type = if is_code { grant.response_type } else { "token" };
        let request = Request {
            client: Client { endpoint, response_type, id: &context.credentials.client_id },
            redirect_uri: context.redirect_uri(&self.redirect_uri),
            scopes: &self.scopes,
            state: drawn.protection.state(),
            code_challenge: drawn.code_challenge(),
            given: &self.given,
        };
        write(&request, context)
    }
}

/// What tells a login for a code from one for a token.
fn response_type(grant_type: GrantType) -> &'static str {
    if grant_type == GrantType::AUTHORIZATION_CODE { "code" } else { "token" }
}

impl<P, G> fmt::Debug for AuthorizationRequest<P, G> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.plan.fmt(f)
    }
}

/// As the request that it is part of.
impl fmt::Debug for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AuthorizationRequest")
            .field("provider", &self.context.metadata.name)
            .field("redirect_uri", &self.redirect_uri)
            .field("scopes", &self.scopes)
            .finish_non_exhaustive()
    }
}

impl<P, G> fmt::Debug for Login<P, G> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The query holds `state`.
        let url = self.url.split('?').next().unwrap_or_default();
        f.debug_struct("Login").field("url", &url).field("pending", &self.pending).finish()
    }
}

impl<P, G> fmt::Debug for LoginForm<P, G> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LoginForm")
            .field("action", &self.action)
            .field("pending", &self.pending)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::{ClientAuth, GrantMetadata, Metadata, RequestFormat, ScopeMetadata};

    #[test]
    fn a_started_login_prints_without_its_state() {
        let pending = || -> Pending<()> {
            Pending::new(PendingData {
                response_type: "code",
                protection: Protection::of("the-state", None),
                redirect_uri: "https://app.example/cb".into(),
                scopes: Vec::new(),
                expires_at: std::time::SystemTime::UNIX_EPOCH,
                fingerprint: [0; 32],
            })
        };
        let login = Login { url: "https://server.example/a?state=the-state".to_owned(), pending: pending() };
        let fields = vec![("state".to_owned(), "the-state".to_owned())];
        let form = LoginForm { action: "https://server.example/a".to_owned(), fields, pending: pending() };
        let shown = format!("{login:?} {form:?}");
        assert!(shown.contains("https://server.example/a") && !shown.contains("the-state"), "{shown}");
        assert!(form.html().contains(r#"value="the-state""#));
    }

    #[test]
    fn a_page_escapes_what_it_holds() {
        assert_eq!(escape("\"><script>&"), "&quot;&gt;&lt;script&gt;&amp;");
    }

    struct Posting;

    impl Provider for Posting {
        type Auth = crate::ClientSecret;
        type Extra = crate::provider::NoExtra;
        type TokenDetails = crate::provider::NoExtra;

        fn metadata(&self) -> &'static Metadata {
            &POSTING
        }
    }

    const POSTING: Metadata = Metadata {
        authorization_endpoint: Some("https://server.example/authorize"),
        scopes: &[ScopeMetadata::new("a", &[]), ScopeMetadata::new("b", &[])],
        grants: &[GrantMetadata::new(GrantType::AUTHORIZATION_CODE, &[ClientAuth::ClientSecretPost])],
        authorization_request: &RequestFormat {
            method: &[Method::Get, Method::Post],
            ..RequestFormat::DEFAULT
        },
        ..Metadata::DEFAULT
    };

    impl crate::provider::Accepts<crate::ClientSecret> for Posting {}
    impl crate::provider::Supports<grant::AuthorizationCode> for Posting {}
    impl<E> HasEndpoint<E> for Posting {}

    #[test]
    fn a_form_has_the_parameters_that_stand_in_the_url_otherwise() {
        let client = crate::Client::new(Posting, crate::ClientSecret::new("a&b", "hunter22"));
        let request = || {
            let scopes = ["a", "b"].map(crate::scope::Scope::<Posting>::declared);
            client.authorize("https://app.example/cb?x=1").scopes(scopes)
        };
        let LoginForm { action, fields, .. } = request().start_form().unwrap();
        assert_eq!(action, "https://server.example/authorize");
        let url = request().start().unwrap().url;
        let query = url.strip_prefix("https://server.example/authorize?").unwrap();
        let in_url: Vec<_> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        // Two are drawn anew for each login.
        for ((name, value), (name_in_url, value_in_url)) in fields.iter().zip(&in_url) {
            let is_drawn = ["state", "code_challenge"].contains(&&**name);
            assert!(name == name_in_url && (value == value_in_url) != is_drawn, "{name}: {value}");
        }
        let names: Vec<_> = fields.iter().map(|(name, _)| &**name).collect();
        let expected = [
            "response_type",
            "client_id",
            "redirect_uri",
            "scope",
            "state",
            "code_challenge",
            "code_challenge_method",
        ];
        assert_eq!(names, expected);
        assert_eq!(
            (&*fields[1].1, &*fields[2].1, &*fields[3].1),
            ("a&b", "https://app.example/cb?x=1", "a b")
        );
    }
}
