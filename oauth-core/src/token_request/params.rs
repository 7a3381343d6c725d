//! What is exchanged for tokens, grant by grant.

use crate::metadata::{GrantMetadata, GrantType, Metadata};
use crate::pending::PendingData;
use crate::secret::Secret;
use crate::wire::callback::Authorized;
use crate::wire::redirect_uri;
use std::borrow::Cow;

pub(crate) enum Params {
    Code {
        code: Secret,
        redirect_uri: Box<str>,
        code_verifier: Option<Secret>,
        /// The state of the login, where the request repeats it.
        state: Option<Secret>,
        /// Parameters of the callback that the token request repeats.
        echoed: Vec<(&'static str, Secret)>,
        /// Parameters of the callback that are kept for the caller.
        captured: Vec<(&'static str, Secret)>,
    },
    ClientCredentials,
    Password {
        username: Box<str>,
        password: Secret,
    },
    Refresh {
        refresh_token: Secret,
        redirect_uri: Option<Box<str>>,
    },
    LongLivedToken {
        access_token: Secret,
    },
    AccessTokenRefresh {
        access_token: Secret,
    },
}

impl Params {
    /// What the callback of a login brought, and the scopes of the login.
    pub(crate) fn code(
        metadata: &Metadata,
        authorized: Authorized,
        login: PendingData,
    ) -> (Self, Vec<Cow<'static, str>>) {
        let Authorized { code, echoed, captured, .. } = authorized;
        let PendingData { redirect_uri, state, code_verifier, scopes, .. } = login;
        let redirect_uri = match redirect_uri::sent(metadata.state, &redirect_uri, state.expose()) {
            Cow::Borrowed(_) => redirect_uri,
            Cow::Owned(with_state) => with_state.into_boxed_str(),
        };
        let grant = metadata.grant(GrantType::AUTHORIZATION_CODE);
        let state = grant.is_some_and(|grant| grant.request.sends("state")).then_some(state);
        (Self::Code { code, redirect_uri, code_verifier, state, echoed, captured }, scopes)
    }

    pub(crate) fn password(username: String, password: String) -> Self {
        Self::Password { username: username.into_boxed_str(), password: Secret::new(password) }
    }

    pub(super) fn grant_type(&self) -> GrantType {
        match self {
            Self::Code { .. } => GrantType::AUTHORIZATION_CODE,
            Self::ClientCredentials => GrantType::CLIENT_CREDENTIALS,
            Self::Password { .. } => GrantType::PASSWORD,
            Self::Refresh { .. } => GrantType::REFRESH_TOKEN,
            Self::LongLivedToken { .. } => GrantType::LONG_LIVED_TOKEN,
            Self::AccessTokenRefresh { .. } => GrantType::ACCESS_TOKEN_REFRESH,
        }
    }

    /// The standard parameters, in the order in which they go out.
    pub(super) fn standard(&self, grant: &GrantMetadata) -> [Option<(&'static str, &str)>; 5] {
        let grant_type = Some(("grant_type", grant.value));
        match self {
            Self::Code { code, redirect_uri, code_verifier, state, .. } => [
                grant_type,
                Some(("code", code.expose())),
                Some(("redirect_uri", redirect_uri)),
                code_verifier.as_ref().map(|verifier| ("code_verifier", verifier.expose())),
                state.as_ref().map(|state| ("state", state.expose())),
            ],
            Self::ClientCredentials => [grant_type, None, None, None, None],
            Self::Password { username, password } => {
                [grant_type, Some(("username", username)), Some(("password", password.expose())), None, None]
            }
            Self::Refresh { refresh_token, redirect_uri } => [
                grant_type,
                Some(("refresh_token", refresh_token.expose())),
                redirect_uri.as_ref().map(|uri| ("redirect_uri", &**uri)),
                None,
                None,
            ],
            Self::LongLivedToken { access_token } | Self::AccessTokenRefresh { access_token } => {
                [grant_type, Some(("access_token", access_token.expose())), None, None, None]
            }
        }
    }

    /// The code or refresh token.
    pub(super) fn presented(&self) -> Option<&str> {
        match self {
            Self::Code { code: secret, .. } | Self::Refresh { refresh_token: secret, .. } => {
                Some(secret.expose())
            }
            _ => None,
        }
    }

    /// The access token that may authenticate the request.
    pub(super) fn bearer(&self) -> Option<&str> {
        match self {
            Self::LongLivedToken { access_token } | Self::AccessTokenRefresh { access_token } => {
                Some(access_token.expose())
            }
            _ => None,
        }
    }

    pub(super) fn echoed(&self) -> &[(&'static str, Secret)] {
        if let Self::Code { echoed, .. } = self { echoed } else { &[] }
    }

    /// What an error must not show; empty strings fill up.
    pub(super) fn secrets(&self) -> [&str; 2] {
        match self {
            Self::Code { code, code_verifier, .. } => {
                [code.expose(), code_verifier.as_ref().map_or("", Secret::expose)]
            }
            Self::ClientCredentials => ["", ""],
            Self::Password { password: secret, .. }
            | Self::Refresh { refresh_token: secret, .. }
            | Self::LongLivedToken { access_token: secret }
            | Self::AccessTokenRefresh { access_token: secret } => [secret.expose(), ""],
        }
    }
}
