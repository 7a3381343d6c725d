use oauth_core::{AccessToken, Client};
use oauth_core::http::Method;
use oauth_redbooth::Redbooth;
use oauth_reverb::Reverb;

fn case(client: Client<Reverb>, token: AccessToken<Redbooth>) {
    let _ = client.api(Method::GET, "my/account", &token);
}

fn main() {}
