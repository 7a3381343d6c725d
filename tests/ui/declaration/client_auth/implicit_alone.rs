use oauth_core::oauth_provider;

#[oauth_provider(
    authorization_endpoint = "https://example.com/authorize",
    client_auth(client_secret_basic),
    grants(implicit(because = "no other flow exists"))
)]
pub struct Example;

fn main() {}
