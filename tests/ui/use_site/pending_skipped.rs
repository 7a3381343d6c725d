use oauth_core::Client;
use oauth_reverb::Reverb;

fn case(client: Client<Reverb>) {
    let _ = client.finish("the-code", "code=c&state=s");
}

fn main() {}
