//! [`Builder`]: what a test wants otherwise.

use crate::random;
use crate::server::{AuthorizationServer, StartError};
use crate::state::{Settings, State};
use crate::token_answer;
use oauth_core::metadata::{GrantType, Metadata, RedirectUriKind, Rotation};
use oauth_core::{Endpoints, InvalidEndpoint, Provider, Variables};
use serde_json::{Map, Value};
use std::time::Duration;

/// How an [`AuthorizationServer`] is started, from [`AuthorizationServer::builder`].
#[derive(Debug)]
#[must_use = "no server runs before `start`"]
pub struct Builder {
    metadata: &'static Metadata,
    endpoints: Result<Endpoints, InvalidEndpoint>,
    variables: Variables,
    settings: Settings,
}

impl Builder {
    pub(crate) fn new<P: Provider>(provider: &P) -> Self {
        let metadata = provider.metadata();
        let is_alias = metadata.redirect_uri == RedirectUriKind::Opaque;
        let redirects_to = "https://client.example/callback";
        let refreshing = metadata.grant(GrantType::REFRESH_TOKEN);
        let unsaid = token_answer::unsaid(metadata.token_response.expires_in);
        let settings = Settings {
            confidential: Vec::new(),
            public: Vec::new(),
            redirect_uri: if is_alias { "Testkit-Client-SBX-1a2b3c" } else { redirects_to }.to_owned(),
            redirects_to: redirects_to.to_owned(),
            users: vec![("alice".to_owned(), "wonderland".to_owned())],
            rotation: refreshing.map_or(Rotation::Unspecified, |grant| grant.rotation),
            access_token_lifetime: unsaid.unwrap_or(Some(Duration::from_secs(3600))),
            says_lifetime: unsaid.is_none(),
            refresh_token_lifetime: token_answer::declares_refresh_lifetime(metadata.token_response)
                .then_some(Duration::from_secs(90 * 24 * 3600)),
            extra: Map::new(),
            token_details: Map::new(),
            userinfo: Map::new(),
            callback_parameters: Vec::new(),
        };
        let mut variables = Variables::default();
        provider.variables(&mut variables);
        Self { metadata, endpoints: Endpoints::of(provider), variables, settings }
    }

    /// One more user beside `alice`, whose password is `wonderland`.
    pub fn user(mut self, name: impl Into<String>, password: impl Into<String>) -> Self {
        self.settings.users.push((name.into(), password.into()));
        self
    }

    /// Registers one more confidential client.
    pub fn confidential_client(mut self, id: impl Into<String>, secret: impl Into<String>) -> Self {
        self.settings.confidential.push((id.into(), secret.into()));
        self
    }

    /// Registers one more public client.
    pub fn public_client(mut self, id: impl Into<String>) -> Self {
        self.settings.public.push(id.into());
        self
    }

    /// The redirect URI of all clients, in place of `https://client.example/callback`. Where the
    /// provider has aliases for redirect URIs, it is the URL that the alias stands for.
    pub fn redirect_uri(mut self, redirect_uri: impl Into<String>) -> Self {
        self.settings.redirects_to = redirect_uri.into();
        if self.metadata.redirect_uri != RedirectUriKind::Opaque {
            self.settings.redirect_uri.clone_from(&self.settings.redirects_to);
        }
        self
    }

    /// What becomes of a refresh token that was used, in place of what is declared. `Unspecified` is
    /// played like `None`.
    pub fn rotation(mut self, rotation: Rotation) -> Self {
        self.settings.rotation = rotation;
        self
    }

    /// How long access tokens are good: an hour, or for ever where `expires_in(never)` is declared,
    /// or the declared default where the answer does not say it, if this is not called.
    pub fn access_token_lifetime(mut self, lifetime: Duration) -> Self {
        self.settings.access_token_lifetime = Some(lifetime);
        self.settings.says_lifetime = true;
        self
    }

    /// Access tokens are good for ever: no answer says how long, or `0` where that is declared to mean
    /// it.
    pub fn access_tokens_without_end(mut self) -> Self {
        self.settings.access_token_lifetime = None;
        self.settings.says_lifetime = true;
        self
    }

    /// How long refresh tokens are good: 90 days where the declaration names a member that says so,
    /// and otherwise for ever, if this is not called.
    pub fn refresh_token_lifetime(mut self, lifetime: Duration) -> Self {
        self.settings.refresh_token_lifetime = Some(lifetime);
        self
    }

    /// Members that every token answer has besides the standard ones, or in place of them.
    pub fn extra(mut self, members: Map<String, Value>) -> Self {
        self.settings.extra = members;
        self
    }

    /// Members that every introspection answer about a good token has besides the standard ones, or
    /// in place of them.
    pub fn token_details(mut self, members: Map<String, Value>) -> Self {
        self.settings.token_details = members;
        self
    }

    /// Claims of the userinfo endpoint, beside `sub` or in place of it.
    pub fn userinfo(mut self, claims: Map<String, Value>) -> Self {
        self.settings.userinfo = claims;
        self
    }

    /// A parameter of every callback with a code. Without this, captured and repeated parameters have
    /// a value of their own (`testkit-` and the name), and learnt ones the first declared value.
    pub fn callback_parameter(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.settings.callback_parameters.push((name.into(), value.into()));
        self
    }

    /// Starts the server.
    ///
    /// # Errors
    ///
    /// - The provider's endpoints can't be used, or two of them can't be told apart at one address.
    /// - There is no port or no thread for it.
    pub fn start(mut self) -> Result<AuthorizationServer, StartError> {
        // The characters make a forgotten or repeated encoding show. An identifier in a path has none.
        let secret = random::ticket().map_err(|_| StartError::Random)?;
        let Metadata { revocation_endpoint, introspection_endpoint, .. } = self.metadata;
        let mut endpoints = [revocation_endpoint, introspection_endpoint].into_iter().flatten();
        let sign = if endpoints.any(|template| template.contains("{client_id}")) { '-' } else { '+' };
        let confidential = (format!("confidential{sign}client"), format!("s%2B:+/&={secret}"));
        self.settings.confidential.insert(0, confidential);
        self.settings.public.insert(0, format!("public{sign}client"));
        AuthorizationServer::new(self.into_state()?)
    }

    /// These clients alone.
    pub(crate) fn registered_alone(mut self, confidential: (&str, &str), public: &str) -> Self {
        self.settings.confidential = vec![(confidential.0.to_owned(), confidential.1.to_owned())];
        self.settings.public = vec![public.to_owned()];
        self
    }

    /// A server without a socket.
    pub(crate) fn into_state(self) -> Result<State, StartError> {
        let Self { metadata, endpoints, variables, settings } = self;
        let endpoints = endpoints.map_err(StartError::Endpoint)?;
        State::new(metadata, endpoints.issuer().map(str::to_owned), variables, settings)
    }
}
