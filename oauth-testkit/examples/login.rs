//! A login from the first click to the first API call, as a test would have it.

#[path = "../tests/all/reverb.rs"]
mod reverb;

use oauth_core::http::Method;
use oauth_testkit::AuthorizationServer;
use reverb::Reverb;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let server = AuthorizationServer::start(&Reverb)?;
    let client = server.client(Reverb, server.client_secret())?;

    let login = client.authorize(server.redirect_uri()).scopes([Reverb::WRITE_LISTINGS]).start()?;
    let callback = server.approve(&login.url)?;
    let tokens = client.finish(login.pending, callback)?.send_blocking()?;
    let answer = client.api(Method::GET, "/my/account", tokens.access_token()).send_blocking()?;
    println!("{}", String::from_utf8_lossy(answer.body()));

    for event in server.audit() {
        println!("{event}");
    }
    Ok(())
}
