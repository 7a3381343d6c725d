use oauth_core::oauth_provider;

#[oauth_provider(
    authorization_endpoint = "https://example.com/authorize",
    token_endpoint = "https://example.com/token",
    client_auth(none(header)),
    grants(authorization_code)
)]
pub struct Example;

fn main() {}
