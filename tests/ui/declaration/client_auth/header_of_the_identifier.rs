use oauth_core::oauth_provider;

#[oauth_provider(
    token_endpoint = "https://example.com/token",
    client_auth(client_secret_header(name = "X-Key", client_id = "X-Id", because = "documented")),
    grants(client_credentials),
    token_request(headers(header("x-id", "{client_id}")))
)]
pub struct Example;

fn main() {}
