#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::{UrlVariable, oauth_provider};

/// Vipps MobilePay: payments of one sales unit of a merchant.
#[oauth_provider(
    token_endpoint = "https://{site}.vipps.no/accesstoken/get",
    api_base = "https://{site}.vipps.no",
    client_auth(client_secret_header(
        name = "client_secret",
        client_id = "client_id",
        because = "Vipps reads both from headers of these names only"
    )),
    grants(client_credentials),
    client_credentials_request(
        omit(grant_type),
        headers(
            header("Ocp-Apim-Subscription-Key", "{subscription_key}"),
            header("Merchant-Serial-Number", "{merchant_serial_number}")
        )
    ),
    token_response(extra(VippsExtra)),
    bearer(headers(
        header("Ocp-Apim-Subscription-Key", "{subscription_key}"),
        header("Merchant-Serial-Number", "{merchant_serial_number}")
    ))
)]
#[allow(missing_debug_implementations, reason = "one of its keys is a secret")]
#[derive(Clone)]
pub struct Vipps {
    /// Production or test.
    pub site: Site,
    /// The key that selects the products. It is a secret, so that this type has no `Debug`.
    pub subscription_key: String,
    /// The number of the sales unit.
    pub merchant_serial_number: String,
}

/// The two worlds of Vipps MobilePay, each with keys of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, UrlVariable)]
pub enum Site {
    /// The real one; a token lives 24 hours.
    #[url("api")]
    Production,
    /// For tests; a token lives an hour.
    #[url("apitest")]
    Test,
}

/// What the token answer of Vipps MobilePay says beyond RFC 6749. The numbers come as strings.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct VippsExtra {
    /// When the token expires, in seconds since 1970.
    pub expires_on: Option<String>,
    /// From when on it is good, in seconds since 1970.
    pub not_before: Option<String>,
    /// What it is for.
    pub resource: Option<String>,
}
