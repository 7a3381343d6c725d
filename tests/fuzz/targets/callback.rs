//! Callbacks: what is accepted has one right `state`, one code and no error.

#![no_main]

use libfuzzer_sys::fuzz_target;
use oauth_core::SealingKey;
use oauth_fuzz::{CLIENT, SECRET, check_error, is_vschar, measured};
use std::sync::LazyLock;

static KEY: LazyLock<SealingKey> = LazyLock::new(|| SealingKey::new([7; 32]));

fuzz_target!(|input: &[u8]| {
    let Ok(text) = std::str::from_utf8(input) else { return };
    let login = CLIENT.authorize("https://app.example/callback").start().unwrap();
    let sealed = login.pending.seal(&KEY).unwrap();
    let state = login.url.split("state=").nth(1).unwrap().split('&').next().unwrap().to_owned();
    let callback = text.replace('$', &state);
    let finish = || CLIENT.finish(CLIENT.open(&KEY, &sealed).unwrap(), &callback);
    match measured(callback.len(), finish) {
        Ok(request) => {
            let body = request.request().unwrap().into_body();
            let sent: Vec<(String, String)> = form_urlencoded::parse(&body).into_owned().collect();
            let code = &sent.iter().find(|(name, _)| name == "code").unwrap().1;
            assert!(is_vschar(code));
            // The query is all of it, or what follows the first question mark.
            let before_fragment = callback.split('#').next().unwrap();
            let after = before_fragment.split_once('?').map(|(_, query)| query);
            let readings = [Some(before_fragment), after].into_iter().flatten();
            let is_right = |query: &str| {
                let pairs: Vec<_> = form_urlencoded::parse(query.as_bytes()).collect();
                let values = |wanted: &str| -> Vec<&str> {
                    let named = pairs.iter().filter(|(name, value)| name == wanted && !value.is_empty());
                    named.map(|(_, value)| &**value).collect()
                };
                let iss = values("iss");
                values("state") == [&*state]
                    && values("code") == [&**code]
                    && values("error").is_empty()
                    && (iss.is_empty() || iss == ["https://fuzz.example"])
            };
            assert!(readings.into_iter().any(is_right), "{callback:?}");
        }
        Err(error) => check_error(&error, SECRET),
    }
});
