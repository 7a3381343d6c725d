#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::{UrlVariable, oauth_provider};

/// Clover: point of sale and payments, in the region where the merchant is.
#[oauth_provider(
    authorization_endpoint = "https://{region.web}/oauth/v2/authorize",
    token_endpoint = "https://{region.api}/oauth/v2/token",
    refresh_endpoint = "https://{region.api}/oauth/v2/refresh",
    api_base = "https://{region.api}",
    client_auth(client_secret_post, none),
    grants(authorization_code, refresh_token(rotation(strict))),
    pkce(
        public_clients,
        because = "Clover documents PKCE as what replaces the secret, and either in a request"
    ),
    token_request(body(json), omit(grant_type, redirect_uri)),
    refresh_request(auth(client_id)),
    callback(capture(merchant_id, employee_id)),
    token_response(
        fields(
            expires_in = "access_token_expiration",
            refresh_token_expires_in = "refresh_token_expiration"
        ),
        expires_in(unix),
        refresh_token_expires_in(unix)
    ),
    error_response(description = "message")
)]
#[derive(Debug, Clone, Copy)]
pub struct Clover {
    /// Where the merchant is.
    pub region: Region,
}

impl Clover {
    /// The United States and Canada.
    pub const NORTH_AMERICA: Self = Self { region: Region::NorthAmerica };
    /// Europe.
    pub const EUROPE: Self = Self { region: Region::Europe };
    /// Latin America.
    pub const LATIN_AMERICA: Self = Self { region: Region::LatinAmerica };
    /// The sandbox, with apps and merchants of its own.
    pub const SANDBOX: Self = Self { region: Region::Sandbox };
}

/// A region of Clover. An app and its tokens belong to one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, UrlVariable)]
pub enum Region {
    /// The United States and Canada.
    #[url(web = "www.clover.com", api = "api.clover.com")]
    NorthAmerica,
    /// Europe.
    #[url(web = "www.eu.clover.com", api = "api.eu.clover.com")]
    Europe,
    /// Latin America.
    #[url(web = "www.la.clover.com", api = "api.la.clover.com")]
    LatinAmerica,
    /// For tests.
    #[url(web = "sandbox.dev.clover.com", api = "apisandbox.dev.clover.com")]
    Sandbox,
}
