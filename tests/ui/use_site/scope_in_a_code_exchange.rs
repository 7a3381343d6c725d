use oauth_core::{Client, Pending};
use oauth_reverb::Reverb;

fn case(client: Client<Reverb>, pending: Pending<Reverb>) {
    let _ = client.finish(pending, "code=c&state=s").unwrap().scopes([Reverb::PUBLIC]);
}

fn main() {}
