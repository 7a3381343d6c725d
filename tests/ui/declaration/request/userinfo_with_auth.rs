use oauth_core::oauth_provider;

#[oauth_provider(
    authorization_endpoint = "https://example.com/authorize",
    token_endpoint = "https://example.com/token",
    userinfo_endpoint = "https://example.com/userinfo",
    client_auth(client_secret_basic),
    grants(authorization_code),
    userinfo_request(method(post), auth(client_secret_basic))
)]
pub struct Example;

fn main() {}
