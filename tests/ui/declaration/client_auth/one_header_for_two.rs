use oauth_core::oauth_provider;

#[oauth_provider(
    token_endpoint = "https://example.com/token",
    client_auth(client_secret_header(name = "X-Key", client_id = "x-key", because = "documented")),
    grants(client_credentials)
)]
pub struct Example;

fn main() {}
