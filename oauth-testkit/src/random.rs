//! Codes, tokens and tickets that nobody can guess.

use crate::refusal::Refusal;
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};

fn bytes() -> Result<[u8; 24], Refusal> {
    let mut bytes = [0; 24];
    getrandom::fill(&mut bytes).map_err(|_| Refusal::server_error("no random bytes"))?;
    Ok(bytes)
}

/// A token with characters that some providers really use, and that do not survive a forgotten or
/// repeated encoding.
pub(crate) fn token() -> Result<String, Refusal> {
    Ok(format!("v^1.1#i^1#p^3#r^1#t^{}+/=", STANDARD.encode(bytes()?)))
}

/// A code of the same kind; decoded twice, its `%2B` changes.
pub(crate) fn code() -> Result<String, Refusal> {
    Ok(format!("v^1.1#i^1#c^%2B+&{}=", STANDARD.encode(bytes()?)))
}

/// A one-time ticket for the consent page.
pub(crate) fn ticket() -> Result<String, Refusal> {
    Ok(URL_SAFE_NO_PAD.encode(bytes()?))
}

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
