use oauth_core::oauth_provider;

#[oauth_provider(
    authorization_endpoint = "https://example.com/authorize",
    token_endpoint = "https://example.com/token",
    client_auth(client_secret_basic),
    grants(authorization_code),
    api_base = "https://api.example.com",
    token_response(api_base(member = "instance_url", hosts("*.example.com")))
)]
pub struct Example;

fn main() {}
