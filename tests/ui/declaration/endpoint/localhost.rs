use oauth_core::oauth_provider;

#[oauth_provider(
    token_endpoint = "https://localhost:8443/token",
    client_auth(client_secret_basic),
    grants(client_credentials)
)]
pub struct Example;

fn main() {}
