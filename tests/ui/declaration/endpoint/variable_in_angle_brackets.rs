use oauth_core::{HostLabel, oauth_provider};

#[oauth_provider(
    token_endpoint = "https://<shop>.example.com/token",
    client_auth(client_secret_basic),
    grants(client_credentials)
)]
pub struct Example {
    pub shop: HostLabel,
}

fn main() {}
