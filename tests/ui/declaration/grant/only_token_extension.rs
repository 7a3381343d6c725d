use oauth_core::oauth_provider;

#[oauth_provider(
    token_endpoint = "https://example.com/token",
    client_auth(client_secret_post),
    grants(token_extension),
    refresh_response(expires_in(default = "2592000"))
)]
pub struct Example;

fn main() {}
