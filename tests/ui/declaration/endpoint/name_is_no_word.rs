use oauth_core::{UrlVariable, oauth_provider};

#[derive(UrlVariable)]
pub enum Region {
    #[url(accounts = "accounts.example.eu", api = "api.example.eu")]
    Europe,
}

#[oauth_provider(
    token_endpoint = "https://{region.a-b}/token",
    client_auth(client_secret_basic),
    grants(client_credentials)
)]
pub struct Example {
    pub region: Region,
}

fn main() {}
