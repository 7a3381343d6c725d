//! What an authentic sealed login holds: anything but a login is refused, and a login finishes by its own
//! `state` only. Its key would have to be stolen, or shared with another program.

#![no_main]

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use libfuzzer_sys::fuzz_target;
use oauth_core::SealingKey;
use oauth_fuzz::{CLIENT, SECRET, check_error, measured};
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, Nonce, UnboundKey};
use ring::digest::{Context, SHA256};
use std::sync::LazyLock;

static KEY: LazyLock<SealingKey> = LazyLock::new(|| SealingKey::new([7; 32]));
static CIPHER: LazyLock<LessSafeKey> =
    LazyLock::new(|| LessSafeKey::new(UnboundKey::new(&CHACHA20_POLY1305, &[7; 32]).unwrap()));

/// What a sealed login of the client is bound to.
static FINGERPRINT: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut hash = Context::new(&SHA256);
    for part in [
        "Fuzzed",
        "https://fuzz.example",
        "https://fuzz.example/authorize",
        "https://fuzz.example/token",
        "id",
    ] {
        hash.update(&(part.len() as u64).to_le_bytes());
        hash.update(part.as_bytes());
    }
    hash.finish().as_ref().to_vec()
});

fn seal(plaintext: &[u8]) -> String {
    let mut text = plaintext.to_vec();
    let nonce = Nonce::assume_unique_for_key([1; 12]);
    CIPHER.seal_in_place_append_tag(nonce, Aad::from(&*FINGERPRINT), &mut text).unwrap();
    URL_SAFE_NO_PAD.encode([&[1; 12][..], &text].concat())
}

/// Response type, `state`, code verifier, redirect URI, scopes, and the time until which it is good.
type Login = (String, String, Option<String>, String, Vec<String>, u64);

fuzz_target!(|input: &[u8]| {
    let login = serde_json::from_slice::<Login>(input).ok();
    let sealed = seal(input);
    match measured(sealed.len(), || CLIENT.open(&KEY, &sealed)) {
        Ok(pending) => {
            let (response_type, state, verifier, redirect_uri, scopes, seconds) = login.unwrap();
            assert_eq!(response_type, "code");
            let shown = format!("{pending:?}");
            let known = format!("{redirect_uri:?}{scopes:?}");
            assert!(state.len() < 8 || known.contains(&state) || !shown.contains(&state), "{shown}");
            let encoded: String = form_urlencoded::byte_serialize(state.as_bytes()).collect();
            match CLIENT.finish(pending, format!("code=c&state={encoded}")) {
                Ok(request) => {
                    // Now, as far as a test can tell.
                    assert!(seconds > 1_700_000_000 && !state.is_empty());
                    let sent = request.request().unwrap().into_body();
                    let sent: Vec<_> = form_urlencoded::parse(&sent).into_owned().collect();
                    let value = |name: &str| sent.iter().find(|(known, _)| known == name).map(|(_, value)| value);
                    // An empty one is none.
                    assert_eq!(value("code_verifier"), verifier.as_ref().filter(|verifier| !verifier.is_empty()));
                    assert_eq!(value("redirect_uri"), Some(&redirect_uri));
                }
                Err(error) => check_error(&error, SECRET),
            }
        }
        Err(error) => {
            // A time beyond all clocks is no time, and what is sent as it is was drawn by us.
            let is_drawn = |text: &str| text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~".contains(&b));
            let is_login = |(response_type, state, verifier, _, _, seconds): Login| {
                response_type == "code"
                    && seconds <= u64::MAX / 4
                    && is_drawn(&state)
                    && verifier.is_none_or(|verifier| is_drawn(&verifier))
            };
            assert!(!login.is_some_and(is_login), "it is a login");
            check_error(&error, SECRET);
        }
    }
});
