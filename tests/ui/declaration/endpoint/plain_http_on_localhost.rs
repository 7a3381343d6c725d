use oauth_core::oauth_provider;

#[oauth_provider(
    token_endpoint = "http://localhost:8080/token",
    revocation_endpoint = "http://127.0.0.1:8080/revoke",
    client_auth(client_secret_basic),
    grants(client_credentials)
)]
pub struct Example;

fn main() {}
