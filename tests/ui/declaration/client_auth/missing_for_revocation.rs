use oauth_core::oauth_provider;

#[oauth_provider(
    token_endpoint = "https://example.com/token",
    revocation_endpoint = "https://example.com/revoke",
    grants(client_credentials(client_auth(client_secret_post)))
)]
pub struct Example;

fn main() {}
