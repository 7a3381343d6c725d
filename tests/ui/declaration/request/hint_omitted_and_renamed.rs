use oauth_core::oauth_provider;

#[oauth_provider(
    token_endpoint = "https://example.com/token",
    revocation_endpoint = "https://example.com/revoke",
    introspection_endpoint = "https://example.com/introspect",
    client_auth(client_secret_basic),
    grants(client_credentials),
    introspection_request(omit(token_type_hint), rename(token_type_hint = "kind")),
    revocation_request(omit(token_type_hint), rename(token_type_hint = "kind"))
)]
pub struct Example;

fn main() {}
