use oauth_core::{HostLabel, oauth_provider};

#[oauth_provider(
    authorization_endpoint = "https://example.com/authorize",
    token_endpoint = "https://{region}.example.com/token",
    client_auth(client_secret_basic),
    grants(authorization_code),
    callback(learn(region = "location"))
)]
pub struct Example {
    pub region: HostLabel,
}

fn main() {}
