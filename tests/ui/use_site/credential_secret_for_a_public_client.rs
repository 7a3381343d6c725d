use oauth_core::{Client, ClientSecret};
use oauth_sharetribe::Sharetribe;

fn case() {
    let _ = Client::new(Sharetribe, ClientSecret::new("id", "secret"));
}

fn main() {}
