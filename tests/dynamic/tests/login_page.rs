//! A page with twelve buttons, all of whose clients have one type.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_core::{CallbackError, ErrorKind, SealingKey};
use oauth_tests_dynamic::{Button, PROVIDERS, load, page};

fn callback(url: &str) -> String {
    let state = url.split("state=").nth(1).unwrap().split('&').next().unwrap();
    format!("https://app.example/callback?code=a-code&state={state}")
}

fn button<'b>(buttons: &'b [Button], name: &str) -> &'b Button {
    buttons.iter().find(|button| button.name == name).expect(name)
}

#[test]
fn twelve_definitions_make_twelve_buttons() {
    let buttons = load(PROVIDERS).unwrap();
    assert_eq!(buttons.len(), 12);
    let (html, waiting) = page(&buttons).unwrap();
    assert_eq!(waiting.len(), 12);
    for button in &buttons {
        let name = button.client.metadata().name;
        assert_eq!(html.matches(&format!(">Log in with {name}</a>")).count(), 1, "{html}");
    }
    assert!(html.contains("https://login.microsoftonline.com/common/oauth2/v2.0/authorize?"), "{html}");
    assert!(html.contains("https://acme.zendesk.com/oauth/authorizations/new?"), "{html}");
}

#[test]
fn every_login_finishes_at_its_own_client_and_at_no_other() {
    let buttons = load(PROVIDERS).unwrap();
    for button in &buttons {
        for other in &buttons {
            let login = button.log_in().unwrap();
            let callback = callback(&login.url);
            let finished = other.client.finish(login.pending, callback);
            if button.name == other.name {
                let request = finished.unwrap().request().unwrap();
                assert_eq!(*request.uri(), *other.client.endpoints().unwrap().token().unwrap());
            } else {
                let error = finished.unwrap_err();
                let kind = error.kind();
                assert!(matches!(kind, ErrorKind::Callback(CallbackError::OtherClient)), "{kind:?}");
            }
        }
    }
}

#[test]
fn a_sealed_login_opens_at_its_own_client_only() {
    let buttons = load(PROVIDERS).unwrap();
    let (google, twitch) = (button(&buttons, "google"), button(&buttons, "twitch"));
    let key = SealingKey::new([7; 32]);
    let sealed = google.log_in().unwrap().pending.seal(&key).unwrap();
    assert!(twitch.client.open(&key, &sealed).is_err());
    assert!(google.client.open(&key, &sealed).is_ok());
}
