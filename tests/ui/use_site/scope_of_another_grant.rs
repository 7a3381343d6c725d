use oauth_core::Client;
use oauth_sharetribe::Sharetribe;

fn case(client: Client<Sharetribe>) {
    let _ = client.client_credentials().scopes([Sharetribe::USER]);
}

fn main() {}
