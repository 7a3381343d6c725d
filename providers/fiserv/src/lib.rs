#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::{Host, oauth_provider};

/// Fiserv Banking Hub: accounts, transactions and loans of a bank or credit union.
#[oauth_provider(
    token_endpoint = "https://{host}/fts-apim/oauth2/v2",
    api_base = "https://{host}/banking/efx/v1",
    client_auth(client_secret_basic),
    grants(client_credentials),
    token_response(expires_in(milliseconds)),
    bearer(headers(header("EFXHeader", "{efx_header}"))),
    ssrf(deny_private)
)]
#[derive(Debug, Clone)]
pub struct Fiserv {
    /// The host of the URLs that Developer Studio shows for a workspace, such as `cert.api.fiservapps.com`.
    pub host: Host,
    /// What every API request says about itself: a JSON object on one line, with `OrganizationId` at least.
    pub efx_header: String,
}
