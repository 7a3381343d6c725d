//! What a program says when it panics with one of our values in hand, and that we never do.

use super::{CANARY, disguises, is_clean};
use crate::{answer, offline, parameter, parameters, read};
use oauth_core::{AccessToken, Client, ClientSecret, Error, Login, RefreshToken, SealingKey, Tokens};
use oauth_redbooth::Redbooth;
use std::fmt::Debug;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The message of the panic that `unwrap` and its relatives make of this value.
fn message<T: Debug>(value: T) -> String {
    let failed: fn(T) -> Result<(), T> = Err;
    let result = failed(value);
    let panic = catch_unwind(AssertUnwindSafe(|| result.unwrap())).unwrap_err();
    panic.downcast_ref::<String>().unwrap().clone()
}

#[test]
fn sec_64_a_panic_message_shows_no_secret() {
    let secret = || Client::<Redbooth>::new(Redbooth, ClientSecret::new("id", CANARY));
    let canary = serde_json::to_string(CANARY).unwrap();
    let body = format!(r#"{{"access_token": {canary}, "refresh_token": {canary}, "x": {canary}}}"#);
    let tokens = read(body.clone()).unwrap();
    let unusable = read(body.replace("access_token", "other")).unwrap_err();
    let refused = offline().client_credentials().read(answer(400, None, body)).unwrap_err();
    for message in [
        message(secret()),
        message(ClientSecret::new("id", CANARY)),
        message(AccessToken::<Redbooth>::new(CANARY).unwrap()),
        message(RefreshToken::<Redbooth>::new(CANARY).unwrap()),
        message(tokens),
        message(unusable),
        message(refused),
        message(Some(AccessToken::<Redbooth>::new(CANARY).unwrap())),
        message(AccessToken::<Redbooth>::new(format!("{CANARY}\n"))),
        message(RefreshToken::<Redbooth>::new(format!("{CANARY}\n"))),
        message(secret().authorize(format!("http://x.example/#{}", "y".repeat(9))).start()),
    ] {
        is_clean("a panic", &message);
    }
    let Login { url, pending } = secret().authorize("https://app.example/").start().unwrap();
    let asked = parameters(url.split_once('?').unwrap().1);
    let state = parameter(&asked, "state").unwrap();
    let wrong: Result<_, Error> = secret().finish(pending, format!("code={CANARY}&state={state}x"));
    let message = message(wrong);
    assert!(!message.contains(state), "{message}");
    is_clean("a panic", &message);
}

/// Each public function that takes text from outside, with text that nobody expects.
#[test]
fn sec_73_nothing_panics_on_odd_text() {
    let client = offline();
    let key = SealingKey::new([1; 32]);
    let mut odd: Vec<String> = disguises();
    odd.extend(
        ["", "\0", "%", "%%", "\u{e9}", "\u{10ffff}", "?#&=", "{", "{\"", "\\u", "-", "1e", "\r\n", "=&=&"]
            .map(str::to_owned),
    );
    odd.extend((0..64).map(|length| "\u{e9}".repeat(length)));
    odd.extend(["%".repeat(9999), "&".repeat(9999), "[".repeat(9999), "\\".repeat(9999)]);
    for text in &odd {
        let Login { pending, .. } = client.authorize("https://app.example/").start().unwrap();
        let _ = client.finish(pending, text).map(drop);
        let _ = client.open(&key, text).map(drop);
        let _ = client.authorize(text).start().map(drop);
        for body in
            [text.clone(), format!("{{\"access_token\":{text}}}"), format!("{{\"error\":\"{text}\"}}")]
        {
            for status in [200, 302, 400, 503] {
                let _: Result<Tokens<_>, _> =
                    client.client_credentials().read(answer(status, Some("application/json"), body.clone()));
            }
        }
        let token = AccessToken::new("AT").unwrap();
        let _ = client.api(oauth_core::http::Method::GET, text, &token).request().map(drop);
        let _ =
            Client::new(Redbooth, ClientSecret::new(text, text.as_str())).authorize(text).start().map(drop);
        let _ =
            (oauth_core::HostLabel::new(text), oauth_core::Host::new(text), oauth_core::Segment::new(text));
    }
}

/// Neither does the code: the compiler is told so, in the library and in what the macro writes.
#[test]
fn sec_73_panics_are_denied_by_lints() {
    let library = include_str!("../../../../oauth-core/src/lib.rs");
    for lint in [
        "arithmetic_side_effects",
        "cast_possible_truncation",
        "cast_sign_loss",
        "expect_used",
        "indexing_slicing",
        "panic",
        "string_slice",
        "unreachable",
        "unwrap_used",
    ] {
        assert!(library.contains(&format!("clippy::{lint}")), "{lint}");
    }
    let expansions = crate::declarations::sources("oauth-derive/src/tests/expansions");
    assert!(expansions.len() >= 5);
    for (name, expansion) in expansions {
        for word in [".unwrap", ".expect(", "panic!", "unreachable!", "unsafe", "[0]"] {
            let mut code = expansion.lines().filter(|line| !line.trim_start().starts_with("//"));
            assert!(!code.any(|line| line.contains(word)), "{name}: {word}");
        }
    }
}
