use oauth_core::oauth_provider;

#[oauth_provider(
    token_endpoint = "https://example.com/token",
    client_auth(client_secret_basic),
    grants(client_credentials),
    scopes(all = "read\"all\"", list = "list\\", write = "write\t", read = "lire\u{e9}")
)]
pub struct Example;

fn main() {}
