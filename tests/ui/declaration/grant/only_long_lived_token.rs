use oauth_core::oauth_provider;

#[oauth_provider(
    token_endpoint = "https://example.com/token",
    client_auth(client_secret_basic),
    grants(long_lived_token(grant_type = "exchange"))
)]
pub struct Example;

fn main() {}
