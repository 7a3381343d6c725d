use oauth_core::oauth_provider;

#[oauth_provider]
pub struct Example;

fn main() {}
