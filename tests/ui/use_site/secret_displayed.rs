use oauth_core::ClientSecret;

fn case(secret: ClientSecret) {
    println!("{secret}");
}

fn main() {}
