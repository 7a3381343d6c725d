//! `Retry-After`: a day at most, and never negative.

#![no_main]

use libfuzzer_sys::fuzz_target;
use oauth_core::http::header::RETRY_AFTER;
use oauth_fuzz::{CLIENT, SECRET, answer, check_error, measured};

fuzz_target!(|input: &[u8]| {
    let Some(response) = answer(503, Some((RETRY_AFTER, input)), b"") else { return };
    let error = measured(input.len(), || CLIENT.client_credentials().read(response.clone())).unwrap_err();
    check_error(&error, SECRET);
    let digits = std::str::from_utf8(input).is_ok_and(|text| {
        !text.is_empty() && text.len() < 9 && text.bytes().all(|byte| byte.is_ascii_digit())
    });
    assert!(!digits || error.retry_after().is_some());
});
