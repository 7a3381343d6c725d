use oauth_core::oauth_provider;

#[oauth_provider(
    token_endpoint = "https://example.com/token",
    client_auth(client_secret_basic),
    grants(client_credentials(grant_type = "authorization_code")),
    client_credentials_request(params(code(optional)))
)]
pub struct Example;

fn main() {}
