//! Token answers: what is accepted is a token by every reader, and what is refused hands its refresh
//! token out.

#![no_main]

use libfuzzer_sys::fuzz_target;
use oauth_core::http::header::CONTENT_TYPE;
use oauth_core::{ErrorKind, Expiry};
use oauth_fuzz::{CLIENT, Fuzzed, SECRET, answer, check_error, is_vschar, measured};
use serde_json::Value;
use std::time::Duration;

const STATUSES: [u16; 6] = [200, 201, 204, 302, 400, 503];
const TYPES: [Option<&[u8]>; 4] = [None, Some(b"application/json"), Some(b"text/html"), Some(b"\xff/json")];

fuzz_target!(|input: &[u8]| {
    let [how, body @ ..] = input else { return };
    // Most inputs are worth a look as a 200 without a type.
    let status = if how & 1 == 0 { 200 } else { STATUSES[usize::from(how >> 1) % STATUSES.len()] };
    let kind = if how & 1 == 0 { None } else { TYPES[usize::from(how >> 4) % TYPES.len()] };
    let Some(response) = answer(status, kind.map(|kind| (CONTENT_TYPE, kind)), body) else { return };
    let reference = serde_json::from_slice::<Value>(body).ok();
    let text = |name: &str| reference.as_ref().and_then(|value| value.get(name)).and_then(Value::as_str);
    match measured(body.len(), || CLIENT.client_credentials().read(response.clone())) {
        Ok(tokens) => {
            assert!((200..300).contains(&status));
            assert!(is_vschar(tokens.access_token().expose()));
            assert!(tokens.refresh_token().is_none_or(|token| is_vschar(token.expose())));
            if let Expiry::At(at) = tokens.expiry() {
                let lifetime = at.duration_since(tokens.received_at()).unwrap();
                assert!(lifetime <= Duration::from_secs(3_155_760_000));
            }
            if reference.is_some() {
                assert_eq!(text("access_token"), Some(tokens.access_token().expose()));
            }
            assert!(text("error").is_none_or(str::is_empty));
            let shown = format!("{tokens:?}");
            let token = tokens.access_token().expose();
            assert!(token.len() < 12 || !body.ends_with(b"}") || !shown.contains(token) || "Tokens".contains(token));
            let _ = measured(body.len(), || tokens.extra());
        }
        Err(mut error) => {
            check_error(&error, SECRET);
            let ErrorKind::InvalidResponse(unusable) = error.kind() else { return };
            if status >= 300 || unusable.reason().contains("more than once") {
                return;
            }
            let is_good = kind.is_none() && text("access_token").is_some_and(is_vschar);
            assert!(!is_good, "a good answer is refused: {error}");
            if text("refresh_token").is_some_and(is_vschar) {
                assert!(error.take_refresh_token::<Fuzzed>().is_some(), "a refresh token is lost: {error}");
            }
        }
    }
});
