use oauth_core::oauth_provider;

#[oauth_provider(
    authorization_endpoint = "https://example.com/authorize",
    token_endpoint = "https://example.com/token",
    client_auth(none),
    grants(authorization_code),
    token_request(omit(client_id))
)]
pub struct Example;

fn main() {}
