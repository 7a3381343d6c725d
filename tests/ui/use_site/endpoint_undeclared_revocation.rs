use oauth_core::{AccessToken, Client};
use oauth_reverb::Reverb;

fn case(client: Client<Reverb>, token: AccessToken<Reverb>) {
    let _ = client.revoke(&token);
}

fn main() {}
