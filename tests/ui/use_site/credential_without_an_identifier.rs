use oauth_core::{Client, ClientSecret};
use oauth_reverb::Reverb;

fn case() {
    let _ = Client::new(Reverb, ClientSecret::new("secret"));
}

fn main() {}
