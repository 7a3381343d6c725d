use oauth_core::oauth_provider;

#[oauth_provider(
    authorization_endpoint = "https://example.com/authorize",
    token_endpoint = "https://example.com/token",
    client_auth(client_secret_basic),
    grants(authorization_code),
    client_credentials_response(root = "/data"),
    password_response(root = "/data"),
    long_lived_token_response(root = "/data")
)]
pub struct Example;

fn main() {}
