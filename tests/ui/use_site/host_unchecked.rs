use oauth_core::Host;

fn case() {
    let _ = Host("evil.com/#".into());
}

fn main() {}
