#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::oauth_provider;

/// Zalo: its users, who log in.
#[oauth_provider(
    authorization_endpoint = "https://oauth.zaloapp.com/v4/permission",
    token_endpoint = "https://oauth.zaloapp.com/v4/access_token",
    userinfo_endpoint = "https://graph.zalo.me/v2.0/me",
    api_base = "https://graph.zalo.me/v2.0",
    client_auth(client_secret_header(
        name = "secret_key",
        because = "Zalo reads the secret from this header only"
    )),
    grants(authorization_code, refresh_token(rotation(strict))),
    pkce(required),
    authorization_request(rename(client_id = "app_id"), omit(response_type)),
    token_request(rename(client_id = "app_id"), omit(redirect_uri)),
    token_response(fields(refresh_token_expires_in = "refresh_token_expires_in")),
    bearer(header = "access_token")
)]
#[derive(Debug, Clone, Copy)]
pub struct Zalo;

/// Zalo for one Official Account, which its administrator connects.
#[oauth_provider(
    authorization_endpoint = "https://oauth.zaloapp.com/v4/oa/permission",
    token_endpoint = "https://oauth.zaloapp.com/v4/oa/access_token",
    api_base = "https://openapi.zalo.me",
    client_auth(client_secret_header(
        name = "secret_key",
        because = "Zalo reads the secret from this header only"
    )),
    grants(authorization_code, refresh_token(rotation(strict))),
    pkce(required),
    authorization_request(rename(client_id = "app_id"), omit(response_type)),
    token_request(rename(client_id = "app_id"), omit(redirect_uri)),
    callback(capture(oa_id)),
    token_response(fields(refresh_token_expires_in = "refresh_token_expires_in")),
    bearer(header = "access_token")
)]
#[derive(Debug, Clone, Copy)]
pub struct ZaloOfficialAccount;
