use oauth_core::oauth_provider;

#[oauth_provider(
    authorization_endpoint = "https://example.com/authorize",
    token_endpoint = "https://example.com/token",
    client_auth(client_secret_basic),
    grants(authorization_code),
    redirect_uri(opaque),
    authorization_request(omit(redirect_uri))
)]
pub struct Example;

fn main() {}
