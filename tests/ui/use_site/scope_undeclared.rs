use oauth_core::Client;
use oauth_reverb::Reverb;

fn case(client: Client<Reverb>) {
    let _ = client.authorize("https://app.example/cb").scopes([Reverb::READ_EVERYTHING]);
}

fn main() {}
