use oauth_core::oauth_provider;

#[oauth_provider(
    token_endpoint = "https://example.com/token",
    client_auth(client_secret_basic),
    grants(password, because = "there is no other grant")
)]
pub struct Example;

fn main() {}
