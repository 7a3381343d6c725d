#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::oauth_provider;

/// Stack Exchange: Stack Overflow and its sister sites.
#[oauth_provider(
    authorization_endpoint = "https://stackoverflow.com/oauth",
    token_endpoint = "https://stackoverflow.com/oauth/access_token",
    api_base = "https://api.stackexchange.com/2.3",
    client_auth(client_secret_post),
    grants(authorization_code),
    scope_delimiter = ",",
    scopes(read_inbox, no_expiry, write_access, private_info),
    authorization_request(omit(response_type)),
    token_request(omit(grant_type)),
    token_response(format(form), fields(expires_in = "expires"), expires_in(never)),
    bearer(query = "access_token", because = "the API reads tokens from the query")
)]
#[derive(Debug, Clone, Copy)]
pub struct StackExchange;
