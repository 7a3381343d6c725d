use oauth_core::AccessToken;
use oauth_reverb::Reverb;

fn key<T: std::hash::Hash>(_: T) {}

fn case(token: AccessToken<Reverb>) {
    key(token);
}

fn main() {}
