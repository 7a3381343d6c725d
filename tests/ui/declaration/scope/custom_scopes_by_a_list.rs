use oauth_core::oauth_provider;

#[oauth_provider(
    token_endpoint = "https://example.com/token",
    client_auth(client_secret_basic),
    grants(client_credentials),
    custom_scopes(allowed("read")),
    scopes(write)
)]
pub struct Example;

fn main() {}
