#![deny(unused_must_use)]

use oauth_core::{Client, Error};
use oauth_reverb::Reverb;

fn case(client: Client<Reverb>) -> Result<(), Error> {
    client.authorize("https://app.example/cb").start()?;
    Ok(())
}

fn main() {}
