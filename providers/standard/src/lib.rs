#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::{Host, oauth_provider};

/// The authorization server of RFC 6749, at a host of your choice; scopes are joined by a space.
#[oauth_provider(
    authorization_endpoint = "https://{host}/authorize",
    token_endpoint = "https://{host}/token",
    client_auth(client_secret_post),
    grants(
        authorization_code,
        implicit(
            because = "RFC 6749 section 4.2 describes it, and servers of its time know no other for browsers"
        ),
        password(because = "RFC 6749 section 4.3 describes it, and servers of its time rely on it"),
        client_credentials,
        refresh_token
    ),
    custom_scopes(allowed),
    ssrf(deny_private)
)]
#[derive(Debug, Clone)]
pub struct Standard {
    /// The host of the server, such as `server.example.com`.
    pub host: Host,
}

/// The same server, but scopes are joined by a comma.
#[oauth_provider(
    authorization_endpoint = "https://{host}/authorize",
    token_endpoint = "https://{host}/token",
    client_auth(client_secret_post),
    grants(
        authorization_code,
        implicit(
            because = "RFC 6749 section 4.2 describes it, and servers of its time know no other for browsers"
        ),
        password(because = "RFC 6749 section 4.3 describes it, and servers of its time rely on it"),
        client_credentials,
        refresh_token
    ),
    scope_delimiter = ",",
    custom_scopes(allowed),
    ssrf(deny_private)
)]
#[derive(Debug, Clone)]
pub struct StandardComma {
    /// The host of the server, such as `server.example.com`.
    pub host: Host,
}
