//! What is exchanged for tokens, grant by grant.

use crate::context::Context;
use crate::metadata::{GrantMetadata, GrantType, Metadata};
use crate::pending::PendingData;
use crate::secret::Secret;
use crate::token::AccessContent;
use crate::wire::callback::Authorized;
use crate::wire::form::Value;
use crate::wire::protection::Protection;
use crate::wire::redirect_uri;
use std::borrow::Cow;
use std::sync::Arc;

pub(crate) enum Params {
    Code {
        code: Secret,
        redirect_uri: Arc<str>,
        protection: Protection,
        /// Whether the request repeats the state of the login.
        sends_state: bool,
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
    Extension {
        /// What is prolonged, and stays where the answer names no other.
        access: AccessContent,
        refresh_token: Secret,
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
        let PendingData { redirect_uri, protection, scopes, .. } = login;
        let redirect_uri = match redirect_uri::sent(metadata.state, &redirect_uri, protection.state()) {
            Cow::Borrowed(_) => redirect_uri,
            Cow::Owned(with_state) => with_state.into(),
        };
        let grant = metadata.grant(GrantType::AUTHORIZATION_CODE);
        let sends_state = grant.is_some_and(|grant| grant.request.sends("state"));
        (Self::Code { code, redirect_uri, protection, sends_state, echoed, captured }, scopes)
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
            Self::Extension { .. } => GrantType::TOKEN_EXTENSION,
        }
    }

    /// The standard parameters, in the order in which they go out.
    pub(super) fn standard<'a>(
        &'a self,
        grant: &'a GrantMetadata,
        context: &'a Context,
    ) -> [Option<(&'static str, Value<'a>)>; 5] {
        let grant_type = Some(("grant_type", grant.value.into()));
        match self {
            Self::Code { code, redirect_uri, protection, sends_state, .. } => [
                grant_type,
                Some(("code", code.expose().into())),
                Some(("redirect_uri", context.redirect_uri(redirect_uri))),
                protection.code_verifier().map(|verifier| ("code_verifier", Value::plain(verifier))),
                sends_state.then(|| ("state", Value::plain(protection.state()))),
            ],
            Self::ClientCredentials => [grant_type, None, None, None, None],
            Self::Password { username, password } => [
                grant_type,
                Some(("username", (&**username).into())),
                Some(("password", password.expose().into())),
                None,
                None,
            ],
            Self::Refresh { refresh_token, redirect_uri } => [
                grant_type,
                Some(("refresh_token", refresh_token.expose().into())),
                redirect_uri.as_ref().map(|uri| ("redirect_uri", context.redirect_uri(uri))),
                None,
                None,
            ],
            Self::LongLivedToken { access_token } | Self::AccessTokenRefresh { access_token } => {
                [grant_type, Some(("access_token", access_token.expose().into())), None, None, None]
            }
            Self::Extension { refresh_token, .. } => {
                [grant_type, Some(("refresh_token", refresh_token.expose().into())), None, None, None]
            }
        }
    }

    /// The code or refresh token.
    pub(super) fn presented(&self) -> Option<&str> {
        match self {
            Self::Code { code: secret, .. }
            | Self::Refresh { refresh_token: secret, .. }
            | Self::Extension { refresh_token: secret, .. } => Some(secret.expose()),
            _ => None,
        }
    }

    /// The access token that may authenticate the request.
    pub(super) fn bearer(&self) -> Option<&str> {
        match self {
            Self::LongLivedToken { access_token } | Self::AccessTokenRefresh { access_token } => {
                Some(access_token.expose())
            }
            Self::Extension { access, .. } => Some(access.secret.expose()),
            _ => None,
        }
    }

    /// The access token that stays where the answer names no other.
    pub(super) fn prolonged(&self) -> Option<&AccessContent> {
        if let Self::Extension { access, .. } = self { Some(access) } else { None }
    }

    pub(super) fn echoed(&self) -> &[(&'static str, Secret)] {
        if let Self::Code { echoed, .. } = self { echoed } else { &[] }
    }

    /// What an error must not show; empty strings fill up.
    pub(super) fn secrets(&self) -> [&str; 2] {
        match self {
            Self::Code { code, protection, .. } => {
                [code.expose(), protection.code_verifier().unwrap_or_default()]
            }
            Self::ClientCredentials => ["", ""],
            Self::Password { password: secret, .. }
            | Self::Refresh { refresh_token: secret, .. }
            | Self::LongLivedToken { access_token: secret }
            | Self::AccessTokenRefresh { access_token: secret } => [secret.expose(), ""],
            Self::Extension { access, refresh_token } => [refresh_token.expose(), access.secret.expose()],
        }
    }
}
