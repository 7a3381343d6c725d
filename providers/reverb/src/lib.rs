#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::oauth_provider;

/// Reverb: buy and sell musical gear.
#[rustfmt::skip]
#[oauth_provider(
    authorization_endpoint = "https://reverb.com/oauth/authorize",
    token_endpoint = "https://reverb.com/oauth/token",
    api_base = "https://api.reverb.com/api",
    client_auth(client_secret_post),
    grants(authorization_code, client_credentials),
    scopes(public, read_feedback, write_feedback, read_listings, write_listings, read_lists, write_lists,
        read_messages, write_messages, read_offers, write_offers, read_orders, write_orders, read_profile,
        write_profile, read_reviews, write_reviews, read_payouts),
    token_response(expires_in(never), extra(ReverbExtra)),
    bearer(headers(header("Accept", "application/hal+json"), header("Accept-Version", "3.0")))
)]
#[derive(Debug, Clone, Copy)]
pub struct Reverb;

/// What Reverb's token answer says beyond RFC 6749.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
pub struct ReverbExtra {
    /// When the token was issued, in seconds since 1970.
    pub created_at: u64,
}
