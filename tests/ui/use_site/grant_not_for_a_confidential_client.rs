use oauth_core::Client;
use oauth_redbooth::Redbooth;

fn case(client: Client<Redbooth>) {
    let _ = client.authorize_implicit("https://app.example/cb");
}

fn main() {}
