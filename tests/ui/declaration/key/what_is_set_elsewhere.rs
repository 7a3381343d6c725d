use oauth_core::oauth_provider;

#[oauth_provider(
    authorization_endpoint = "https://example.com/authorize",
    token_endpoint = "https://example.com/token",
    client_auth(client_secret_basic),
    grants(authorization_code),
    redirects(follow),
    timeout = "10s",
    max_body = "1 MiB",
    retry(3),
    leeway = "60",
    discovery = "https://example.com"
)]
pub struct Example;

fn main() {}
