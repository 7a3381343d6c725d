//! Where the members of a token answer stand, by the RFC or by a declaration.

use crate::metadata::{AnswerFormat, TokenResponseFormat};
use crate::wire::error_response;
use crate::wire::json::{Place, Places};
use crate::wire::members::{Utf8, chosen};

/// What is known of a token answer.
pub(super) const NAMES: [&str; 7] = [
    "access_token",
    "token_type",
    "expires_in",
    "refresh_token",
    "scope",
    "refresh_token_expires_in",
    "api_base",
];

/// Puts into [`STANDARD`] what is declared, or stands below a root. It changes a table of the caller,
/// which nobody has to copy then.
pub(super) fn declare(
    places: &mut Places<[Place<'static>; 10]>,
    format: &TokenResponseFormat,
    body: Utf8<'_>,
    written: AnswerFormat,
    root: &'static str,
) {
    if !root.is_empty() {
        for (position, name) in NAMES.into_iter().enumerate().take(5) {
            places.set(position, Place::new(root, name));
        }
    }
    let fields = format.fields.iter().filter_map(|(name, pointers)| {
        let position = NAMES.iter().position(|known| known == name)?;
        Some((position, Place::new(root, chosen(body, written, root, pointers))))
    });
    let api_base = format.api_base.map(|api_base| (6, Place::new(root, api_base.member)));
    for (position, declared) in fields.chain(api_base) {
        places.set(position, declared);
    }
}

/// Where those and the standard members of an error stand in an answer, by RFC 6749.
pub(super) static STANDARD: Places<[Place<'static>; 10]> = Places::new([
    Place::member(NAMES[0]),
    Place::member(NAMES[1]),
    Place::member(NAMES[2]),
    Place::member(NAMES[3]),
    Place::member(NAMES[4]),
    Place::UNDECLARED,
    Place::UNDECLARED,
    Place::member(error_response::NAMES[0]),
    Place::member(error_response::NAMES[1]),
    Place::member(error_response::NAMES[2]),
]);

pub(super) fn has_refresh_expiry(format: &TokenResponseFormat) -> bool {
    format.fields.iter().any(|(name, _)| *name == "refresh_token_expires_in")
}
