use oauth_core::Client;
use oauth_ebay::Ebay;
use oauth_reverb::Reverb;

fn case(client: Client<Reverb>) {
    let _ = client.authorize("https://app.example/cb").scopes([Ebay::SELL_INVENTORY]);
}

fn main() {}
