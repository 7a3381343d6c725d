use oauth_core::{Client, Pending};
use oauth_core::grant;
use oauth_redbooth::Redbooth;

fn case(client: Client<Redbooth>, pending: Pending<Redbooth, grant::Implicit>) {
    let _ = client.finish(pending, "code=c&state=s");
}

fn main() {}
