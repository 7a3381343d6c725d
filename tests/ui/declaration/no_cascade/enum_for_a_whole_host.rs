use oauth_core::{UrlVariable, oauth_provider};

#[derive(UrlVariable)]
pub enum Region {
    #[url("eu.example.com")]
    Eu,
    #[url("us.example.com")]
    Us,
}

#[oauth_provider(
    token_endpoint = "https://{region}/token",
    client_auth(client_secret_basic),
    ssrf(deny_private),
    grants(client_credentials)
)]
pub struct Example {
    pub region: Region,
}

fn main() {}
