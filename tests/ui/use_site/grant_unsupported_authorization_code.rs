use oauth_core::Client;
use oauth_sharetribe::Sharetribe;

fn case(client: Client<Sharetribe>) {
    let _ = client.authorize("https://app.example/cb");
}

fn main() {}
