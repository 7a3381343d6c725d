use oauth_core::{Client, RefreshToken};
use oauth_reverb::Reverb;

fn case(client: Client<Reverb>, stored: RefreshToken<Reverb>) {
    let _ = client.refresh(&stored);
}

fn main() {}
