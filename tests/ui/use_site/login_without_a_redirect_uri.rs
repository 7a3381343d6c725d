use oauth_core::Client;
use oauth_reverb::Reverb;

fn case(client: Client<Reverb>) {
    let _ = client.authorize().start();
}

fn main() {}
