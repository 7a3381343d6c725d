#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::oauth_provider;

/// Redbooth: team work, formerly Teambox.
#[oauth_provider(
    authorization_endpoint = "https://redbooth.com/oauth2/authorize",
    token_endpoint = "https://redbooth.com/oauth2/token",
    api_base = "https://redbooth.com/api/3",
    client_auth(client_secret_post),
    grants(
        authorization_code,
        implicit(because = "the documentation offers response_type=token to browser and mobile apps"),
        refresh_token(rotation(strict))
    ),
    scopes(all),
    authorization_request(method(get, post))
)]
#[derive(Debug, Clone, Copy)]
pub struct Redbooth;
