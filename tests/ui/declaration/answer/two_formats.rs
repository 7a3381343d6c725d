use oauth_core::oauth_provider;

/// A provider.
#[oauth_provider(
    authorization_endpoint = "https://example.com/authorize",
    token_endpoint = "https://example.com/token",
    client_auth(client_secret_basic),
    grants(authorization_code),
    token_response(format(json_of_any_type, json_or_form))
)]
pub struct Example;

fn main() {}
