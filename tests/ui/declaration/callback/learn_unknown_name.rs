use oauth_core::{UrlVariable, oauth_provider};

#[derive(UrlVariable)]
pub enum Region {
    #[url(accounts = "accounts.example.eu", location = "eu")]
    Europe,
}

#[oauth_provider(
    authorization_endpoint = "https://{region.accounts}/authorize",
    token_endpoint = "https://{region.accounts}/token",
    client_auth(client_secret_basic),
    grants(authorization_code),
    callback(learn(variable("region.locaton", "location")))
)]
pub struct Example {
    pub region: Region,
}

fn main() {}
