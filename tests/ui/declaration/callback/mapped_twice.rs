use oauth_core::oauth_provider;

#[oauth_provider(
    authorization_endpoint = "https://example.com/authorize",
    token_endpoint = "https://example.com/token",
    client_auth(client_secret_basic),
    grants(authorization_code),
    callback(map(access_denied("user_denied", "denied"), invalid_scope = "denied"))
)]
pub struct Example;

fn main() {}
