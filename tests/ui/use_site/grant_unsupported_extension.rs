use oauth_core::{AccessToken, Client, RefreshToken};
use oauth_redbooth::Redbooth;

fn case(client: Client<Redbooth>, access: AccessToken<Redbooth>, refresh: RefreshToken<Redbooth>) {
    let _ = client.extend(&access, &refresh);
}

fn main() {}
