//! A login from the first click to the first API call, as a test would have it.

use oauth_core::http::Method;
use oauth_core::oauth_provider;
use oauth_testkit::AuthorizationServer;

/// A provider, usually from a crate of its own.
#[oauth_provider(
    authorization_endpoint = "https://bikes.example/oauth/authorize",
    token_endpoint = "https://bikes.example/oauth/token",
    api_base = "https://api.bikes.example",
    client_auth(client_secret_post),
    grants(authorization_code, refresh_token),
    scopes(rides, repairs)
)]
struct Bikes;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let server = AuthorizationServer::start(&Bikes)?;
    let client = server.client(Bikes, server.client_secret())?;

    let login = client.authorize(server.redirect_uri()).scopes([Bikes::RIDES]).start()?;
    let callback = server.approve(&login.url)?;
    let tokens = client.finish(login.pending, callback)?.send_blocking()?;
    let answer = client.api(Method::GET, "/me", tokens.access_token()).send_blocking()?;
    println!("{}", String::from_utf8_lossy(answer.body()));

    for event in server.audit() {
        println!("{event}");
    }
    Ok(())
}
