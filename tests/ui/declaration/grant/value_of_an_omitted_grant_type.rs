use oauth_core::oauth_provider;

#[oauth_provider(
    authorization_endpoint = "https://example.com/authorize",
    token_endpoint = "https://example.com/token",
    client_auth(client_secret_basic),
    token_request(omit(grant_type)),
    grants(authorization_code(grant_type = "web_server"), refresh_token)
)]
pub struct Example;

fn main() {}
