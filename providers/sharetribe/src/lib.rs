#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::oauth_provider;

/// Sharetribe's Marketplace API: anonymous tokens by a public client id, user tokens by password.
#[oauth_provider(
    token_endpoint = "https://flex-api.sharetribe.com/v1/auth/token",
    revocation_endpoint = "https://flex-api.sharetribe.com/v1/auth/revoke",
    introspection_endpoint = "https://flex-api.sharetribe.com/v1/auth/token",
    api_base = "https://flex-api.sharetribe.com/v1/api",
    client_auth(none),
    grants(
        client_credentials(scopes(public_read), default_scopes(public_read), client_auth(none)),
        password(scopes(user), default_scopes(user), because = "the API offers users no other login"),
        refresh_token(scopes(user))
    ),
    scopes(public_read = "public-read", user),
    revocation_request(auth(bearer)),
    introspection_request(method(get), auth(bearer), omit(token)),
    introspection_response(active(status), extra(TokenDetails)),
    error_response(format(text))
)]
#[derive(Debug, Clone, Copy)]
pub struct Sharetribe;

/// Sharetribe's Integration API: trusted programs that act for the marketplace's operator.
#[oauth_provider(
    token_endpoint = "https://flex-integ-api.sharetribe.com/v1/auth/token",
    revocation_endpoint = "https://flex-integ-api.sharetribe.com/v1/auth/revoke",
    api_base = "https://flex-integ-api.sharetribe.com/v1/integration_api",
    client_auth(client_secret_post),
    grants(client_credentials(default_scopes(integ), issues(refresh_token)), refresh_token),
    scopes(integ),
    revocation_request(auth(bearer)),
    error_response(format(text))
)]
#[derive(Debug, Clone, Copy)]
pub struct SharetribeIntegration;

/// What Sharetribe says about an access token.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct TokenDetails {
    /// The marketplace.
    pub marketplace_id: String,
    /// The client that the token was issued to.
    pub client_id: String,
    /// The tenancy that the marketplace belongs to.
    pub tenancy_id: String,
    /// The scope of the token.
    pub scope: String,
    /// When the token stops being good, in seconds since 1970.
    pub exp: u64,
    /// The user, for tokens that belong to one.
    pub user_id: Option<String>,
    /// What the user is in the marketplace, such as `user.role/provider`.
    #[serde(default)]
    pub user_roles: Vec<String>,
}
