use oauth_core::oauth_provider;

/// A provider.
#[oauth_provider(
    authorization_endpoint = "https://example.com/authorize",
    token_endpoint = "https://example.com/token",
    introspection_endpoint = "https://example.com/introspect",
    client_auth(client_secret_basic),
    grants(authorization_code),
    introspection_response(exp(rfc3339, unix_milliseconds))
)]
pub struct Example;

fn main() {}
