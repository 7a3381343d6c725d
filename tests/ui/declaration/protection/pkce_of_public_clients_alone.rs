use oauth_core::oauth_provider;

#[oauth_provider(
    authorization_endpoint = "https://example.com/authorize",
    token_endpoint = "https://example.com/token",
    client_auth(none),
    grants(authorization_code),
    pkce(public_clients, because = "documented")
)]
pub struct Example;

fn main() {}
