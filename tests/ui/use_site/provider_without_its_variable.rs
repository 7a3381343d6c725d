use oauth_core::{Client, ClientSecret};
use oauth_standard::Standard;

fn case() {
    let _ = Client::new(Standard {}, ClientSecret::new("id", "secret"));
}

fn main() {}
