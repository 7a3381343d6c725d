use oauth_core::{HostLabel, oauth_provider};

#[oauth_provider(
    token_endpoint = "https://{r#type}.example.com/token",
    client_auth(client_secret_basic),
    grants(client_credentials)
)]
pub struct Example {
    pub r#type: HostLabel,
}

fn main() {}
