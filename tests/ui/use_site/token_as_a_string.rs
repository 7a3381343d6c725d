use oauth_core::AccessToken;
use oauth_reverb::Reverb;

fn case(token: AccessToken<Reverb>) {
    let _: &str = &token;
}

fn main() {}
