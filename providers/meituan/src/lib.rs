#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::oauth_provider;

/// Meituan: its users, who log in at a partner of its delivery platform.
#[oauth_provider(
    authorization_endpoint = "https://openapi.waimai.meituan.com/oauth/authorize",
    token_endpoint = "https://openapi.waimai.meituan.com/oauth/access_token",
    refresh_endpoint = "https://openapi.waimai.meituan.com/oauth/refresh_token",
    client_auth(client_secret_post),
    grants(authorization_code, refresh_token),
    authorization_request(rename(client_id = "app_id"), send(scope)),
    token_request(rename(client_id = "app_id", client_secret = "secret"), omit(redirect_uri)),
    error_response(when(present("/error_code")), code = "/error_code", description = "/error_msg")
)]
#[derive(Debug, Clone, Copy)]
pub struct Meituan;
