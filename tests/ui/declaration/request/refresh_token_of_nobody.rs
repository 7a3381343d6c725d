use oauth_core::oauth_provider;

#[oauth_provider(
    authorization_endpoint = "https://example.com/authorize",
    token_endpoint = "https://example.com/token",
    revocation_endpoint = "https://example.com/revoke",
    client_auth(client_secret_basic),
    grants(authorization_code),
    revocation_request(tokens(refresh_token))
)]
pub struct Example;

fn main() {}
