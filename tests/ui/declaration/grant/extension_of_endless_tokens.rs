use oauth_core::oauth_provider;

#[oauth_provider(
    authorization_endpoint = "https://example.com/authorize",
    token_endpoint = "https://example.com/token",
    client_auth(client_secret_post),
    grants(authorization_code, token_extension),
    token_response(expires_in(never))
)]
pub struct Example;

fn main() {}
