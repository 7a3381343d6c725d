//! What the benchmarks measure alone, of what a login does at once. Nothing here is public API.

use crate::authorization::{AuthorizationRequest, Drawn};
use crate::error::Error;
use crate::metadata::Pkce;
use crate::provider::Provider;

/// `state`, and a code verifier with its challenge, which no login has.
#[derive(Debug)]
pub struct Protection(Drawn);

/// Draws them.
pub fn protection() -> Result<Protection, Error> {
    Drawn::new(Some(Pkce::S256)).map(Protection)
}

/// The code verifier and its challenge.
pub fn pkce(protection: &Protection) -> Option<(&str, &str)> {
    let Protection(drawn) = protection;
    drawn.protection.code_verifier().zip(drawn.code_challenge())
}

/// Checks a login and writes its URL.
pub fn url<P: Provider>(request: AuthorizationRequest<P>, protection: &Protection) -> Result<String, Error> {
    request.written(&protection.0)
}
