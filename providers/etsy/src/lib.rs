#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::oauth_provider;

/// Etsy: shops, listings and orders of the Open API v3.
#[rustfmt::skip]
#[oauth_provider(
    authorization_endpoint = "https://www.etsy.com/oauth/connect",
    token_endpoint = "https://api.etsy.com/v3/public/oauth/token",
    userinfo_endpoint = "https://openapi.etsy.com/v3/application/users/me",
    api_base = "https://openapi.etsy.com/v3/application",
    client_auth(client_secret_post),
    grants(authorization_code, refresh_token),
    pkce(required),
    scopes(address_r, address_w, billing_r, cart_r, cart_w, email_r, favorites_r, favorites_w, feedback_r,
        listings_d, listings_r, listings_w, profile_r, profile_w, recommend_r, recommend_w, shops_r, shops_w,
        transactions_r, transactions_w),
    token_request(auth(client_id)),
    bearer(headers(header("x-api-key", "{client_id}:{client_secret}")),
        because = "Etsy refuses API requests without the shared secret in `x-api-key` since 2026-02-09")
)]
#[derive(Debug, Clone, Copy)]
pub struct Etsy;
