use oauth_core::{Client, RefreshToken, oauth_provider};

#[oauth_provider(
    authorization_endpoint = "https://watch.example/authorize",
    token_endpoint = "https://watch.example/token",
    client_auth(client_secret_post),
    grants(authorization_code, token_extension),
    refresh_response(expires_in(default = "2592000"))
)]
struct Watch;

fn case(client: Client<Watch>, stored: RefreshToken<Watch>) {
    let _ = client.refresh(&stored);
}

fn main() {}
