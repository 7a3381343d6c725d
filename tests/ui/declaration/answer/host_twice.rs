use oauth_core::oauth_provider;

#[oauth_provider(
    token_endpoint = "https://example.com/token",
    client_auth(client_secret_basic),
    grants(client_credentials),
    token_response(api_base(member = "instance_url", hosts("a.example.com", "a.example.com")))
)]
pub struct Example;

fn main() {}
