#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::oauth_provider;

/// Hubstaff: time tracking.
#[oauth_provider(
    issuer = "https://account.hubstaff.com",
    authorization_endpoint = "https://account.hubstaff.com/authorizations/new",
    token_endpoint = "https://account.hubstaff.com/access_tokens",
    api_base = "https://api.hubstaff.com/v2",
    client_auth(client_secret_post, client_secret_basic),
    grants(authorization_code, refresh_token(rotation(strict))),
    custom_scopes(allowed),
    scopes(openid, profile, email, hubstaff_read = "hubstaff:read", hubstaff_write = "hubstaff:write"),
    authorization_request(params(nonce(random)))
)]
#[derive(Debug, Clone, Copy)]
pub struct Hubstaff;
