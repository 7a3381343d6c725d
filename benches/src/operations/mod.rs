//! The operations.

mod authorize;
mod callback;
mod exchange;
pub(crate) mod parse;
pub(crate) mod token_request;

use crate::case::Case;

/// All operations, in the order of the table.
pub(crate) fn all() -> Vec<Case> {
    let mut cases = vec![authorize::url(), authorize::building(), authorize::protection()];
    cases.extend([token_request::code(), token_request::refresh()]);
    cases.extend([parse::small(), parse::jwts(), parse::refusal(), parse::peculiar()]);
    cases.extend([callback::case(), exchange::case()]);
    cases
}
