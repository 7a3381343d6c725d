use oauth_core::oauth_provider;

#[oauth_provider(
    authorization_endpoint = "https://example.com/authorize",
    token_endpoint = "https://example.com/token",
    client_auth(client_secret_basic, none),
    grants(authorization_code),
    pkce(public_clients)
)]
pub struct Example;

fn main() {}
