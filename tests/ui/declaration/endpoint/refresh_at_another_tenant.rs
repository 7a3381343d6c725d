use oauth_core::{HostLabel, oauth_provider};

#[oauth_provider(
    authorization_endpoint = "https://{shop}.example.com/authorize",
    token_endpoint = "https://{shop}.example.com/token",
    client_auth(client_secret_basic),
    grants(authorization_code, refresh_token),
    refresh_endpoint = "https://{store}.example.com/refresh"
)]
pub struct Example {
    pub shop: HostLabel,
    pub store: HostLabel,
}

fn main() {}
