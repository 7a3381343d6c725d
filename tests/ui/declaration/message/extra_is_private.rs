use oauth_core::oauth_provider;

#[oauth_provider(
    token_endpoint = "https://example.com/token",
    client_auth(client_secret_post),
    grants(client_credentials),
    token_response(extra(MyExtra))
)]
pub struct Example;

#[derive(serde::Deserialize)]
struct MyExtra;

fn main() {}
