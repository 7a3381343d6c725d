use oauth_core::oauth_provider;

#[oauth_provider(
    token_endpoint = "https://example.com/token",
    client_auth(client_secret_basic),
    grants(client_credentials),
    api_base = "https://example.com/api",
    bearer(scheme = "")
)]
pub struct Example;

fn main() {}
