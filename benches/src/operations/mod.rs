//! The operations.

mod authorize;
mod callback;
mod exchange;
pub(crate) mod parse;
pub(crate) mod token_request;

use crate::case::Case;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// All operations, in the order of the table.
pub(crate) fn all() -> Vec<Case> {
    let mut cases = vec![authorize::url(), authorize::building(), authorize::protection()];
    cases.extend([token_request::code(), token_request::refresh()]);
    cases.extend([parse::small(), parse::jwts(), parse::refusal(), parse::peculiar()]);
    cases.extend([callback::case(), exchange::case()]);
    cases
}

/// The result of a future that never waits.
fn ready<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("a future without I/O waits"),
    }
}
