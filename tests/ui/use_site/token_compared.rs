use oauth_core::AccessToken;
use oauth_reverb::Reverb;

fn case(token: AccessToken<Reverb>, other: AccessToken<Reverb>) {
    let _ = token == other;
}

fn main() {}
