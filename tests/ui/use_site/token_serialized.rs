use oauth_core::AccessToken;
use oauth_reverb::Reverb;

fn case(token: AccessToken<Reverb>) {
    let _ = serde_json::to_string(&token);
}

fn main() {}
