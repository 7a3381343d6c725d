use oauth_core::Client;
use oauth_reverb::Reverb;

fn case(client: Client<Reverb>) {
    let _ = client.authorize("https://app.example/cb").start_form();
}

fn main() {}
