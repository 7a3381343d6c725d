use oauth_core::Client;
use oauth_ebay::Ebay;

fn case(client: Client<Ebay>) {
    let _ = client.authorize("RuName").parameter("state", "mine");
}

fn main() {}
