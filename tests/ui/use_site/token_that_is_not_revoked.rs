use oauth_core::{Client, RefreshToken, oauth_provider};

#[oauth_provider(
    authorization_endpoint = "https://example.com/authorize",
    token_endpoint = "https://example.com/token",
    revocation_endpoint = "https://example.com/revoke",
    client_auth(client_secret_basic),
    grants(authorization_code, refresh_token),
    revocation_request(tokens(access_token))
)]
struct Example;

fn case(client: Client<Example>, token: RefreshToken<Example>) {
    let _ = client.revoke(&token);
}

fn main() {}
