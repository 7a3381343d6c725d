use oauth_core::AccessToken;
use oauth_reverb::Reverb;

fn store<T: serde::Serialize>(_: &T) {}

fn case(token: AccessToken<Reverb>) {
    store(&token);
}

fn main() {}
