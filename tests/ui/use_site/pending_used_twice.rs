use oauth_core::{Client, Pending};
use oauth_reverb::Reverb;

fn case(client: Client<Reverb>, pending: Pending<Reverb>) {
    let _ = client.finish(pending, "code=a&state=s");
    let _ = client.finish(pending, "code=b&state=s");
}

fn main() {}
