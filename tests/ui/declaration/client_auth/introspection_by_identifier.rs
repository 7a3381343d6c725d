use oauth_core::oauth_provider;

#[oauth_provider(
    token_endpoint = "https://example.com/token",
    client_auth(client_secret_basic),
    grants(client_credentials),
    introspection_endpoint = "https://example.com/introspect",
    introspection_request(auth(client_id))
)]
pub struct Example;

fn main() {}
