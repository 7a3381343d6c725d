use oauth_core::Scope;
use oauth_reverb::Reverb;

fn case() {
    let _ = Scope::custom(&Reverb, "read_everything");
}

fn main() {}
