use oauth_core::AccessToken;
use oauth_reverb::Reverb;
use std::collections::HashMap;

fn case(token: AccessToken<Reverb>) {
    let _ = HashMap::from([(token, 1)]);
}

fn main() {}
