use oauth_core::oauth_provider;

#[oauth_provider(
    authorization_endpoint = "https://example.com/authorize",
    token_endpoint = "https://example.com/token",
    client_auth(client_secret_basic),
    grants(authorization_code(response_type = "web_server")),
    authorization_request(omit(response_type))
)]
pub struct Example;

fn main() {}
