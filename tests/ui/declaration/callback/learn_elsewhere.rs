use oauth_core::{UrlVariable, oauth_provider};

#[derive(UrlVariable)]
pub enum Region {
    #[url("eu")]
    Europe,
}

#[oauth_provider(
    authorization_endpoint = "https://example.com/authorize",
    token_endpoint = "https://example.com/token",
    client_auth(client_secret_basic),
    grants(authorization_code),
    introspection_endpoint = "https://{region}.example.com/introspect",
    callback(learn(region = "location"))
)]
pub struct Example {
    pub region: Region,
}

fn main() {}
