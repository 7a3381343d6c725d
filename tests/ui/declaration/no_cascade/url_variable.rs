// A wrong enum fits every place.
use oauth_core::{Provider, UrlVariable, oauth_provider};

#[derive(UrlVariable)]
pub enum Site {
    #[url("sandbox example com")]
    Sandbox,
}

#[oauth_provider(
    token_endpoint = "https://api.{site}/token",
    client_auth(client_secret_post),
    grants(client_credentials)
)]
pub struct Example {
    pub site: Site,
}

fn main() {
    println!("{}", Example { site: Site::Sandbox }.metadata().name);
}
