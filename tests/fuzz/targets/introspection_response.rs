//! Introspection answers: active is what says so, and nothing else.

#![no_main]

use libfuzzer_sys::fuzz_target;
use oauth_core::{AccessToken, IntrospectionResponse};
use oauth_fuzz::{CLIENT, Fuzzed, SECRET, answer, check_error, measured};
use serde_json::Value;

fuzz_target!(|input: &[u8]| {
    let [how, body @ ..] = input else { return };
    let status = [200, 200, 200, 401, 500][usize::from(*how) % 5];
    let Some(response) = answer(status, None, body) else { return };
    let reference = serde_json::from_slice::<Value>(body).ok();
    let token = AccessToken::<Fuzzed>::new("the CANARY token").unwrap();
    match measured(body.len(), || CLIENT.introspect(&token).read(response.clone())) {
        Ok(result) => {
            assert_eq!(status, 200);
            let is_active = matches!(result, IntrospectionResponse::Active(_));
            if let Some(reference) = reference {
                assert_eq!(reference.get("active"), Some(&Value::Bool(is_active)));
            }
            let _ = (format!("{result:?}"), result.active().map(|details| details.extra()));
        }
        Err(error) => {
            check_error(&error, SECRET);
            check_error(&error, "the CANARY token");
        }
    }
});
