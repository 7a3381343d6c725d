#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::oauth_provider;

/// Mixcloud: shows, and who hears them.
#[oauth_provider(
    authorization_endpoint = "https://www.mixcloud.com/oauth/authorize",
    token_endpoint = "https://www.mixcloud.com/oauth/access_token",
    userinfo_endpoint = "https://api.mixcloud.com/me/",
    api_base = "https://api.mixcloud.com",
    client_auth(client_secret_post),
    grants(authorization_code),
    state(in_redirect_uri, because = "Mixcloud knows no `state`, and sends none back"),
    callback(map(access_denied = "user_denied")),
    token_response(format(json_of_any_type), expires_in(never)),
    bearer(query = "access_token", because = "the API reads tokens from the query only")
)]
#[derive(Debug, Clone, Copy)]
pub struct Mixcloud;
