use oauth_core::oauth_provider;

#[oauth_provider(
    authorization_endpoint = "https://example.com/authorize?v=2&client_id=me",
    token_endpoint = "https://example.com/token?client_secret=hunter22",
    revocation_endpoint = "https://example.com/revoke?token=x",
    client_auth(client_secret_post),
    grants(authorization_code)
)]
pub struct Example;

fn main() {}
