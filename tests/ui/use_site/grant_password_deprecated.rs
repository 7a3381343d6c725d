#![deny(deprecated)]
use oauth_core::{Client, ClientId};
use oauth_sharetribe::Sharetribe;

fn case(client: Client<Sharetribe, ClientId>) {
    let _ = client.password("alice", "wonderland");
}

fn main() {}
