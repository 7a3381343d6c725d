use oauth_core::oauth_provider;

#[oauth_provider(
    authorize_url = "https://example.com/authorize",
    token_url = "https://example.com/token",
    client_auth(client_secret_basic),
    grants(authorization_code),
    scope_separator = ","
)]
pub struct Example;

fn main() {}
