use oauth_core::oauth_provider;

#[oauth_provider(
    authorization_endpoint = "http://example.com/authorize",
    token_endpoint = "https://example.com/token",
    client_auth(client_secret_basic),
    grants(authorization_code)
)]
pub struct Example;

fn main() {}
