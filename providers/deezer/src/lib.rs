#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::oauth_provider;

/// Deezer: music to listen to.
#[rustfmt::skip]
#[oauth_provider(
    authorization_endpoint = "https://connect.deezer.com/oauth/auth.php",
    token_endpoint = "https://connect.deezer.com/oauth/access_token.php",
    userinfo_endpoint = "https://api.deezer.com/user/me",
    api_base = "https://api.deezer.com",
    client_auth(client_secret_post),
    grants(authorization_code),
    scope_delimiter = ",",
    scopes(basic_access, email, offline_access, manage_library, manage_community, delete_library,
        listening_history),
    authorization_request(rename(client_id = "app_id", scope = "perms")),
    token_request(query(output = "json")),
    callback(error = "error_reason", map(access_denied = "user_denied")),
    token_response(format(json_or_form), fields(expires_in = "expires"), expires_in(zero(never))),
    error_response(format(text)),
    bearer(query = "access_token", because = "the API reads tokens from the query only")
)]
#[derive(Debug, Clone, Copy)]
pub struct Deezer;
