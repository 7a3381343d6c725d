// Every mistake once, in the order of the source, and nothing about the uses below.
use oauth_core::{HasEndpoint, HostLabel, Provider, Scope, Supports, endpoint, grant, oauth_provider};

#[oauth_provider(
    authorisation_endpoint = "https://{shop}.example.com/authorize",
    token_endpoint = "http://{stor}.example.com/token",
    client_auth(client_secret_basic),
    scope_delimiter = ", ",
    grants(authorization_code, client_credential, password),
    scopes(read, write),
    grants = "refresh_token"
)]
pub struct Example {
    pub shop: HostLabel,
    pub version: HostLabel,
}

fn revokes<P: Provider + HasEndpoint<endpoint::Revocation>>(_: &P) {}
fn refreshes<P: Supports<grant::Refresh>>(_: &P) {}

fn main() {
    let label = || HostLabel::new("acme").unwrap();
    let example = Example { shop: label(), version: label() };
    let scopes: [Scope<Example>; 2] = [Example::READ, Example::WRITE];
    println!("{} {}", example.metadata().name, scopes.len());
    revokes(&example);
    refreshes(&example);
}
