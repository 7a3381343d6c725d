use oauth_core::Client;
use oauth_redbooth::Redbooth;

fn case(client: Client<Redbooth>) {
    let _ = client.client_credentials();
}

fn main() {}
