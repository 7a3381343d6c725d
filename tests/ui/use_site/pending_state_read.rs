use oauth_core::Pending;
use oauth_reverb::Reverb;

fn case(pending: Pending<Reverb>) {
    let _ = pending.data.state;
}

fn main() {}
