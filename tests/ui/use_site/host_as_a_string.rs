use oauth_standard::Standard;

fn case() {
    let _ = Standard { host: String::from("evil.com/#") };
}

fn main() {}
