#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::{SecretText, Segment, oauth_provider};

/// Sentry, for an OAuth application: its users give access to one of their organizations.
#[rustfmt::skip]
#[oauth_provider(
    authorization_endpoint = "https://sentry.io/oauth/authorize/",
    token_endpoint = "https://sentry.io/oauth/token/",
    api_base = "https://sentry.io/api/0",
    client_auth(client_secret_post, client_secret_basic, none),
    grants(authorization_code, refresh_token(rotation(strict))),
    custom_scopes(allowed),
    scopes(org_read = "org:read", org_write = "org:write", org_admin = "org:admin",
        project_read = "project:read", project_write = "project:write", project_admin = "project:admin",
        project_releases = "project:releases", team_read = "team:read", team_write = "team:write",
        team_admin = "team:admin", member_read = "member:read", member_write = "member:write",
        member_admin = "member:admin", event_read = "event:read", event_write = "event:write",
        event_admin = "event:admin"),
    token_response(extra(SentryExtra))
)]
#[derive(Debug, Clone, Copy)]
pub struct Sentry;

/// What Sentry's token answer says beyond RFC 6749.
#[derive(Debug, Clone, serde::Deserialize)]
pub struct SentryExtra {
    /// Who gave access.
    pub user: SentryUser,
    /// The organization that access was given to.
    pub organization_id: Option<String>,
    /// The identity token, for the scope `openid`; its signature is yours to check.
    pub id_token: Option<SecretText>,
}

/// The user of [`SentryExtra`].
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct SentryUser {
    /// The identifier of the user.
    pub id: String,
    /// The name of the user.
    pub name: String,
    /// The e-mail address of the user.
    pub email: String,
}

/// Sentry, for a public integration: tokens of one installation, for the code that a webhook brings.
#[oauth_provider(
    token_endpoint = "https://sentry.io/api/0/sentry-app-installations/{installation}/authorizations/",
    api_base = "https://sentry.io/api/0",
    client_auth(client_secret_post),
    grants(
        client_credentials(grant_type = "authorization_code", issues(refresh_token)),
        refresh_token(rotation(strict))
    ),
    token_request(body(json)),
    client_credentials_request(params(code(required))),
    token_response(
        fields(access_token = "token", refresh_token = "refreshToken", expires_in = "expiresAt"),
        expires_in(rfc3339),
        extra(SentryIntegrationExtra)
    ),
    error_response(
        code = "detail",
        map(
            invalid_client = "Invalid Client ID / Secret pair",
            invalid_grant(
                "Could not find grant for given code",
                "Forbidden grant",
                "Grant has already expired"
            )
        )
    )
)]
#[derive(Debug, Clone)]
pub struct SentryIntegration {
    /// The installation's UUID, which the webhook or redirect names beside the code.
    pub installation: Segment,
}

/// What the token answer of an integration says beyond RFC 6749.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct SentryIntegrationExtra {
    /// The identifier of the access token.
    pub id: Option<String>,
    /// When the access token was made.
    #[serde(rename = "dateCreated")]
    pub date_created: Option<String>,
}
