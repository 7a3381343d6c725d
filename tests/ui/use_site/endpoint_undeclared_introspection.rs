use oauth_core::{AccessToken, Client};
use oauth_ebay::Ebay;

fn case(client: Client<Ebay>, token: AccessToken<Ebay>) {
    let _ = client.introspect(&token);
}

fn main() {}
