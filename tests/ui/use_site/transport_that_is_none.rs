use oauth_core::Client;
use oauth_reverb::Reverb;

fn case(client: Client<Reverb>) {
    let _ = client.with_transport("a client that follows redirects");
}

fn main() {}
