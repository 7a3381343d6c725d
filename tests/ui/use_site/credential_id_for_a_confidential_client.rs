use oauth_core::{Client, ClientId};
use oauth_reverb::Reverb;

fn case() {
    let _ = Client::new(Reverb, ClientId::new("id"));
}

fn main() {}
