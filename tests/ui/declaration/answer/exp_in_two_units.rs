use oauth_core::oauth_provider;

#[oauth_provider(
    token_endpoint = "https://example.com/token",
    introspection_endpoint = "https://example.com/introspect",
    client_auth(client_secret_basic),
    grants(client_credentials),
    introspection_response(exp(seconds, milliseconds))
)]
pub struct Example;

fn main() {}
