use oauth_core::oauth_provider;

#[oauth_provider(
    authorization_endpoint = "https://example.com/authorize",
    token_endpoint = "https://example.com/token",
    client_auth(client_secret_basic),
    grants(authorization_code),
    userinfo_endpoint = "https://example.com/me",
    userinfo_request(send(access_token, client_id))
)]
pub struct Example;

fn main() {}
