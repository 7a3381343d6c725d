use oauth_core::AccessToken;
use oauth_reverb::Reverb;

fn case(token: AccessToken<Reverb>) {
    println!("{token}");
}

fn main() {}
