use oauth_core::oauth_provider;

#[oauth_provider(
    token_endpoint = "https://example.com/token",
    client_auth(client_secret_basic),
    grants(client_credentials),
    token_response(expires_in = "3600")
)]
pub struct Example;

fn main() {}
