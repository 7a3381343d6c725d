use oauth_core::oauth_provider;

#[oauth_provider(
    authorization_endpoint = "https://example.com/authorize",
    grants(implicit)
)]
pub struct Example;

fn main() {}
