use oauth_core::oauth_provider;

#[oauth_provider(
    authorization_endpoint = "https://example.com/authorize",
    token_endpoint = "https://example.com/token",
    userinfo_endpoint = "https://example.com/userinfo",
    client_auth(client_secret_basic),
    grants(authorization_code),
    token_response(api_base(member = "instance_url", hosts("*.example.com"))),
    userinfo_response(api_base(member = "instance_url", hosts("*.example.com")))
)]
pub struct Example;

fn main() {}
