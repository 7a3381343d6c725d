use oauth_core::{HostLabel, oauth_provider};

#[oauth_provider(
    authorization_endpoint = "https://{shop}.example.com/authorize",
    token_endpoint = "https://{store}.example.com/token",
    client_auth(client_secret_basic),
    grants(authorization_code)
)]
pub struct Example {
    pub shop: HostLabel,
    pub store: HostLabel,
}

fn main() {}
