use oauth_core::{Segment, oauth_provider};

#[oauth_provider(
    token_endpoint = "https://example.com/:tenant/token",
    client_auth(client_secret_basic),
    grants(client_credentials)
)]
pub struct Example {
    pub tenant: Segment,
}

fn main() {}
