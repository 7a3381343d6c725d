use oauth_core::{AccessToken, Client};
use oauth_core::http::Method;
use oauth_standard::Standard;

fn case(client: Client<Standard>, token: AccessToken<Standard>) {
    let _ = client.api(Method::GET, "me", &token);
}

fn main() {}
