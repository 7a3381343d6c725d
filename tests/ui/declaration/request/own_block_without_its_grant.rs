use oauth_core::oauth_provider;

/// A provider.
#[oauth_provider(
    authorization_endpoint = "https://example.com/authorize",
    token_endpoint = "https://example.com/token",
    client_auth(client_secret_basic),
    grants(authorization_code),
    client_credentials_request(body(json))
)]
pub struct Example;

fn main() {}
