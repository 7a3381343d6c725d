use oauth_core::oauth_provider;

#[oauth_provider(
    authorization_endpoint = "https://example.com/authorize",
    token_endpoint = "https://example.com/token",
    introspection_endpoint = "https://example.com/introspect",
    client_auth(none),
    grants(authorization_code)
)]
pub struct Example;

fn main() {}
