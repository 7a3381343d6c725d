use oauth_core::oauth_provider;

#[oauth_provider(
    authorization_endpoint = "https://example.com/authorize",
    token_endpoint = "https://example.com/token",
    client_auth(client_secret_basic),
    grants(authorization_code),
    userinfo_endpoint = "https://example.com/me?access_token=1",
    userinfo_request(method(post), send(access_token), query(access_token = "1"))
)]
pub struct Example;

fn main() {}
