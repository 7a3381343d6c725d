use oauth_core::oauth_provider;

#[oauth_provider(
    authorization_endpoint = "https://example.com/authorize",
    token_endpoint = "https://example.com/token",
    client_auth(none(basic(encoding = "raw"))),
    grants(authorization_code)
)]
pub struct Example;

fn main() {}
