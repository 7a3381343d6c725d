use oauth_core::{Client, ClientId, oauth_provider};

#[oauth_provider(
    authorization_endpoint = "https://example.com/authorize",
    token_endpoint = "https://example.com/token",
    client_auth(client_secret_basic, none),
    grants(authorization_code, client_credentials)
)]
pub struct Example;

fn case(client: Client<Example, ClientId>) {
    let _ = client.client_credentials();
}

fn main() {}
