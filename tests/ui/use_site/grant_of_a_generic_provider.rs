use oauth_core::{Client, Provider, RefreshToken};

fn case<P: Provider>(client: &Client<P>, stored: &RefreshToken<P>) {
    let _ = client.refresh(stored);
}

fn main() {}
