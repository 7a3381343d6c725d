use oauth_core::{Client, Pending};
use oauth_redbooth::Redbooth;
use oauth_reverb::Reverb;

fn case(client: Client<Reverb>, pending: Pending<Redbooth>) {
    let _ = client.finish(pending, "code=c&state=s");
}

fn main() {}
