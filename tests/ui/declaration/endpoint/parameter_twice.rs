use oauth_core::oauth_provider;

#[oauth_provider(
    token_endpoint = "https://example.com/token?api=2&api=3",
    client_auth(client_secret_basic),
    grants(client_credentials)
)]
pub struct Example;

fn main() {}
