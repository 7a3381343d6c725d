use oauth_core::Client;
use oauth_reverb::Reverb;

fn case() {
    let _ = Client::new(Reverb, ("id", "secret"));
}

fn main() {}
