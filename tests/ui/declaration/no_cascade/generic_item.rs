// An item that can't be a provider still counts as one.
use oauth_core::{Provider, oauth_provider};

#[oauth_provider(
    token_endpoint = "https://example.com/token",
    client_auth(client_secret_post),
    grants(client_credentials)
)]
pub enum Example<'a, T: Clone = u8> {
    One(&'a T),
}

fn uses<P: Provider>(_: P) {}

fn main() {
    uses(Example::One(&5));
}
