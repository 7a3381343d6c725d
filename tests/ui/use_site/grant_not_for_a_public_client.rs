use oauth_core::{Client, ClientId, RefreshToken};
use oauth_redbooth::Redbooth;

fn case(client: Client<Redbooth, ClientId>, stored: RefreshToken<Redbooth>) {
    let _ = client.refresh(&stored);
}

fn main() {}
