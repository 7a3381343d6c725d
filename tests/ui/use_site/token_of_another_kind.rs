use oauth_core::{AccessToken, Client};
use oauth_redbooth::Redbooth;

fn case(client: Client<Redbooth>, token: AccessToken<Redbooth>) {
    let _ = client.refresh(&token);
}

fn main() {}
