use oauth_core::Client;
use oauth_sharetribe::Sharetribe;

fn case(client: Client<Sharetribe>) {
    let _ = client.password("alice", "wonderland").scopes([Sharetribe::PUBLIC_READ]);
}

fn main() {}
