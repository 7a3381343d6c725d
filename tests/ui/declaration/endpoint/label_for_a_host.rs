use oauth_core::{HostLabel, oauth_provider};

#[oauth_provider(
    token_endpoint = "https://{host}/token",
    ssrf(deny_private),
    client_auth(client_secret_basic),
    grants(client_credentials)
)]
pub struct Example {
    pub host: HostLabel,
}

fn main() {}
