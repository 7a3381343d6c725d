use oauth_core::{Client, ClientSecret};

fn case() {
    struct Plain;
    let _ = Client::new(Plain, ClientSecret::new("id", "secret"));
}

fn main() {}
