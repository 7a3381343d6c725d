#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::oauth_provider;

/// Naver: logins with a Naver account.
#[oauth_provider(
    authorization_endpoint = "https://nid.naver.com/oauth2.0/authorize",
    token_endpoint = "https://nid.naver.com/oauth2.0/token",
    revocation_endpoint = "https://nid.naver.com/oauth2.0/revoke",
    userinfo_endpoint = "https://openapi.naver.com/v1/nid/me",
    api_base = "https://openapi.naver.com",
    client_auth(client_secret_post),
    grants(authorization_code, refresh_token(rotation(none))),
    authorization_request(params(auth_type(one_of(reprompt, reauthenticate, autologin)))),
    token_request(send(state))
)]
#[derive(Debug, Clone, Copy)]
pub struct Naver;
