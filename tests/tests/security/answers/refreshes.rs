//! Whatever else is wrong with the answer to a refresh: its new refresh token is not lost.

use crate::{Bank, Test, json, shown};
use oauth_core::http::HeaderValue;
use oauth_core::{Error, RefreshToken, Tokens};
use oauth_redbooth::Redbooth;
use oauth_testkit::{Endpoint, Fault};

async fn refresh(fault: Fault) -> Result<Tokens<Bank>, Error> {
    let test = Test::new();
    test.server.inject(Endpoint::Token, fault);
    let answer = test.client.refresh(&RefreshToken::new("old").unwrap()).send().await;
    assert_eq!(test.server.requests(Endpoint::Token).len(), 1);
    answer
}

#[tokio::test]
async fn sec_43_a_malformed_member_costs_itself_only() {
    for (name, value) in [
        ("expires_in", "\"soon\""),
        ("expires_in", "{\"x\": 1}"),
        ("scope", "5"),
        ("scope", "[1, 2]"),
        ("scope", "{}"),
        ("token_type", "7"),
        ("token_type", "[]"),
    ] {
        let body = format!(r#"{{"access_token": "AT", "refresh_token": "new", "{name}": {value}}}"#);
        let tokens = refresh(json(body)).await.unwrap();
        assert_eq!(tokens.refresh_token().unwrap().expose(), "new", "{name}: {value}");
        assert!(tokens.is_new_refresh_token());
        assert_eq!(tokens.malformed(), [name]);
    }
}

#[tokio::test]
async fn sec_43_a_malformed_refresh_token_keeps_the_old_one() {
    for value in ["7", "[\"new\"]", "\"new\\n\""] {
        let tokens =
            refresh(json(format!(r#"{{"access_token": "AT", "refresh_token": {value}}}"#))).await.unwrap();
        assert_eq!(tokens.refresh_token().unwrap().expose(), "old");
        assert!(!tokens.is_new_refresh_token());
        assert_eq!(tokens.malformed(), ["refresh_token"]);
    }
}

#[track_caller]
fn hands_out(mut error: Error) {
    assert!(!shown(&error).contains("CANARY"), "{error}");
    assert!(error.take_refresh_token::<Redbooth>().is_none(), "another provider's");
    assert_eq!(error.take_refresh_token::<Bank>().expect("the new one").expose(), "CANARY");
    assert!(error.take_refresh_token::<Bank>().is_none(), "once");
}

#[tokio::test]
async fn sec_43_an_unusable_answer_hands_it_out() {
    for access_token in ["", r#""access_token": "","#, r#""access_token": 5,"#, r#""access_token": "\n","#] {
        let body = format!(r#"{{{access_token} "refresh_token": "CANARY"}}"#);
        hands_out(refresh(json(body)).await.unwrap_err());
    }
}

/// The answer is not believed, but it holds one refresh token and no other.
#[tokio::test]
async fn sec_43_an_answer_of_the_wrong_kind_hands_it_out() {
    let text = HeaderValue::from_static("text/plain");
    let body = r#"{"access_token": "AT", "refresh_token": "CANARY"}"#;
    hands_out(refresh(Fault::body(text, body)).await.unwrap_err());
    let twice = r#"{"access_token": "AT", "scope": "a", "refresh_token": "CANARY", "scope": "b"}"#;
    hands_out(refresh(json(twice)).await.unwrap_err());
}

#[tokio::test]
async fn sec_43_an_answer_without_one_hands_none_out() {
    for body in [
        r#"{"refresh_token": "one", "refresh_token": "other"}"#,
        r#"{"refresh_token": "cut o"#,
        r#"{"refresh_token": "a\nb"}"#,
        r#"{"x": {"refresh_token": "inner"}}"#,
        "<html>",
        "{}",
    ] {
        assert!(refresh(json(body)).await.unwrap_err().take_refresh_token::<Bank>().is_none(), "{body}");
    }
}
