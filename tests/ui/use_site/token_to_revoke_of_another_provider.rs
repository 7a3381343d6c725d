use oauth_core::{AccessToken, Client};
use oauth_sharetribe::{Sharetribe, SharetribeIntegration};

fn case(client: Client<Sharetribe>, token: AccessToken<SharetribeIntegration>) {
    let _ = client.revoke(&token);
}

fn main() {}
