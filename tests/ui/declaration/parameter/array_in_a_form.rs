use oauth_core::oauth_provider;

#[oauth_provider(
    token_endpoint = "https://example.com/token",
    client_auth(client_secret_post),
    grants(client_credentials),
    token_request(params(include(some_of(a, b), array)))
)]
pub struct Example;

fn main() {
    let _ = Example::INCLUDE_A;
}
