use oauth_core::oauth_provider;

#[oauth_provider(
    authorization_endpoint = "https://example.com/authorize",
    grants(implicit(because = "no other flow exists", client_auth(none)))
)]
pub struct Example;

fn main() {}
