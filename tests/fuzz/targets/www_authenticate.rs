//! `WWW-Authenticate`: a challenge or none, bounded and masked.

#![no_main]

use libfuzzer_sys::fuzz_target;
use oauth_core::http::Method;
use oauth_core::http::header::WWW_AUTHENTICATE;
use oauth_core::{AccessToken, ErrorKind};
use oauth_fuzz::{CLIENT, Fuzzed, answer, check_error, measured};

const TOKEN: &str = "AT+CANARY/of=the API";

fuzz_target!(|input: &[u8]| {
    let [how, value @ ..] = input else { return };
    let status = if how & 1 == 0 { 401 } else { 403 };
    let Some(response) = answer(status, Some((WWW_AUTHENTICATE, value)), b"") else { return };
    let token = AccessToken::<Fuzzed>::new(TOKEN).unwrap();
    match measured(value.len(), || CLIENT.api(Method::GET, "x", &token).read(response.clone())) {
        Ok(_) => assert_eq!(status, 403),
        Err(error) => {
            check_error(&error, TOKEN);
            let ErrorKind::Unauthorized(_) = error.kind() else { panic!("{error}") };
        }
    }
});
