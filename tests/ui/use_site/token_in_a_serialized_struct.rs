use oauth_core::AccessToken;
use oauth_reverb::Reverb;

#[derive(serde::Serialize)]
struct Session {
    token: AccessToken<Reverb>,
}

fn main() {}
