use oauth_core::oauth_provider;

#[oauth_provider(
    authorization_endpoint = "https://example.com/authorize",
    token_endpoint = "https://example.com/token",
    client_auth(client_secret_basic),
    grants(authorization_code, refresh_token),
    rotation(strict),
    expires_in(never),
    params(prompt(optional)),
    token_response(access_token = "/data/token"),
    scope(delimiter = ",")
)]
pub struct Example;

fn main() {}
