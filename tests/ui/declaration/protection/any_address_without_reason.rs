use oauth_core::{Host, oauth_provider};

#[oauth_provider(
    token_endpoint = "https://{host}/token",
    client_auth(client_secret_basic),
    grants(client_credentials),
    ssrf(allow_any)
)]
pub struct Example {
    pub host: Host,
}

fn main() {}
