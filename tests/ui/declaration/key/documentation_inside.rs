use oauth_core::oauth_provider;

#[oauth_provider(
    /// Where tokens come from.
    token_endpoint = "https://example.com/token",
    client_auth(client_secret_basic),
    grants(client_credentials)
)]
pub struct Example;

fn main() {}
