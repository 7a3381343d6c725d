//! Refusals: a typed error, bounded and masked, whatever the server says.

#![no_main]

use libfuzzer_sys::fuzz_target;
use oauth_core::RefreshToken;
use oauth_fuzz::{CLIENT, Fuzzed, SECRET, answer, check_error, measured};

const REFRESH_TOKEN: &str = "RT+CANARY/of=the grant";

fuzz_target!(|input: &[u8]| {
    let [how, body @ ..] = input else { return };
    let status = [400, 401, 403, 429, 500, 503, 200][usize::from(*how) % 7];
    // What servers echo.
    let body = String::from_utf8_lossy(body).replace("$RT", REFRESH_TOKEN).replace("$CS", SECRET);
    let Some(response) = answer(status, None, body.as_bytes()) else { return };
    let refresh_token = RefreshToken::<Fuzzed>::new(REFRESH_TOKEN).unwrap();
    match measured(body.len(), || CLIENT.refresh(&refresh_token).read(response.clone())) {
        Ok(_) => assert_eq!(status, 200),
        Err(error) => {
            check_error(&error, SECRET);
            check_error(&error, REFRESH_TOKEN);
            assert_eq!(error.status().map(|status| status.as_u16()), Some(status));
        }
    }
});
