#![deny(unused_must_use)]

use oauth_core::Client;
use oauth_reverb::Reverb;

fn case(client: Client<Reverb>) {
    client.authorize("https://app.example/cb");
}

fn main() {}
