//! C: wrong answers, each a typed error that shows no value, or a token without what was wrong.

mod features;
mod refreshes;
mod values;

use super::{Test, answer, json, offline, parameter, parameters, read, shown, unusable};
use oauth_core::http::{HeaderMap, Method, Response, StatusCode, header};
use oauth_core::{AccessToken, ErrorCode, ErrorKind, IntrospectionResponse, Recovery, TransportErrorKind};
use oauth_testkit::{Endpoint, Fault};

fn page(status: u16, kind: &str, body: impl Into<Vec<u8>>) -> Fault {
    Fault::answer(answer(status, Some(kind), body))
}

#[tokio::test]
async fn sec_61_a_page_is_no_json() {
    let test = Test::new();
    let html = || "<html><title>CANARY</title>";
    for fault in [
        page(200, "text/html", html()),
        page(200, "text/html; charset=utf-8", r#"{"access_token": "CANARY"}"#),
        page(200, "text/plain", r#"{"access_token": "CANARY"}"#),
        page(200, "application/jsonp", r#"{"access_token": "CANARY"}"#),
        page(200, "x-application/json", r#"{"access_token": "CANARY"}"#),
        page(200, "application/json", html()),
        page(200, "", html()),
        page(201, "text/plain", "access_token=CANARY&token_type=bearer"),
        Fault::answer(Response::new(html().into())),
        Fault::status(StatusCode::NO_CONTENT),
        Fault::status(StatusCode::OK),
    ] {
        let error = test.error(fault).await;
        assert!(unusable(&error).shape().contains(" bytes"), "{error}");
        assert_eq!(error.recovery(), Recovery::FixConfiguration);
    }
}

#[test]
fn sec_61_json_is_known_by_its_type_or_by_the_lack_of_one() {
    for kind in [
        None,
        Some("application/json"),
        Some("APPLICATION/JSON; charset=utf-8"),
        Some("application/json;charset=\"utf-8\""),
        Some("application/vnd.example.v1+json"),
    ] {
        let tokens = offline().client_credentials().read(answer(200, kind, r#"{"access_token":"AT"}"#));
        assert_eq!(tokens.unwrap().access_token().expose(), "AT", "{kind:?}");
    }
}

#[test]
fn sec_56_json_that_is_none_is_refused_and_never_repaired() {
    for body in [
        &br#"{"access_token": "CANARY"#[..],
        br#"{"access_token": "CANARY", "#,
        br#"{"access_token": "CANARY"} {"access_token": "CANARY"}"#,
        br#"{"access_token": "CANARY"} x"#,
        br#"["CANARY"]"#,
        br#""CANARY""#,
        b"null",
        b"{'access_token': 'CANARY'}",
        b"\xef\xbb\xbf{\"access_token\": \"CANARY\"}",
        b"{\"access_token\": \"CANARY\0\"}",
        b"{\"access_token\": \"CANARY\", \"x\": NaN}",
        b"{\"access_token\": \"CANARY\", \"x\": 01}",
        b"{\"access_token\": \"CANARY\",}",
        // Neither of these becomes U+FFFD.
        b"{\"access_token\": \"CANARY\xff\"}",
        b"{\"access_token\": \"CANARY\", \"x\": \"\xff\"}",
        b"{\"access_token\": \"\\ud800CANARY\"}",
        b"{\"access_token\": \"CANARY\xed\xa0\x80\"}",
    ] {
        let error = read(body).unwrap_err();
        unusable(&error);
        assert!(!shown(&error).contains("CANARY") && !shown(&error).contains('\u{fffd}'), "{error}");
    }
    // A lone surrogate in a member that may be malformed costs that member.
    let tokens = read(r#"{"access_token": "AT", "scope": "\ud800"}"#).unwrap();
    assert_eq!(tokens.malformed(), ["scope"]);
}

/// Wherever it stands, and whether its member is known or not.
#[test]
fn sec_57_deep_nesting_is_refused() {
    for (begin, end) in [("[", "]"), ("{\"x\":", "}")] {
        for depth in [200, 100_000, 200_000] {
            let (open, close) = (begin.repeat(depth), end.repeat(depth));
            for body in [
                open.clone(),
                format!("{open}1{close}"),
                format!(r#"{{"x": {open}"#),
                format!(r#"{{"access_token": {open}1{close}}}"#),
                format!(r#"{{"access_token": "CANARY", "x": {open}}}"#),
            ] {
                unusable(&read(body.clone()).unwrap_err());
                let error = offline().client_credentials().read(answer(400, None, body)).unwrap_err();
                assert!(matches!(error.kind(), ErrorKind::Response(_)) && error.code().is_none());
            }
            for member in ["error", "scope", "expires_in", "token_type", "unknown"] {
                let body = format!(r#"{{"access_token": "CANARY", "{member}": {open}1{close}}}"#);
                unusable(&read(body).unwrap_err());
            }
        }
    }
}

#[tokio::test]
async fn sec_47_a_token_is_visible_ascii() {
    let test = Test::new();
    for value in [
        "5",
        "null",
        "true",
        "[\"CANARY\"]",
        "{\"x\": \"CANARY\"}",
        "\"\"",
        "\"CANARY\\n\"",
        "\"CANARY\\u0000\"",
        "\"CANARY\\u007f\"",
        "\"CANARY\\u00e9\"",
        "\"\\ud800CANARY\"",
        "\"CANARY\\r\\nX: y\"",
    ] {
        let error = test.error(json(format!(r#"{{"access_token": {value}, "token_type": "Bearer"}}"#))).await;
        assert!(unusable(&error).reason().contains("`access_token`"), "{error}");
        if value.starts_with('"') && value.len() > 2 {
            let body = format!(r#"{{"access_token": "AT", "refresh_token": {value}}}"#);
            let tokens = read(body).unwrap();
            assert!(tokens.refresh_token().is_none() && tokens.malformed() == ["refresh_token"], "{value}");
        }
    }
    for text in ["", "a\n", "a\r\nX-Evil: 1", "\0", "\u{7f}", "\u{e9}"] {
        assert!(AccessToken::<super::Bank>::new(text).is_err(), "{text:?}");
        assert!(oauth_core::RefreshToken::<super::Bank>::new(text).is_err(), "{text:?}");
    }
}

#[test]
fn sec_48_a_known_member_stands_there_once() {
    for name in ["access_token", "refresh_token", "token_type", "expires_in", "scope", "error"] {
        let body = format!(r#"{{"access_token": "A", "{name}": "CANARY", "{name}": "CANARY"}}"#);
        assert!(unusable(&read(body).unwrap_err()).reason().contains("more than once"), "{name}");
    }
    for escaped in ["acces\\u0073_token", "\\u0061ccess_token", "access\\u005Ftoken"] {
        let body = format!(r#"{{"access_token": "CANARY", "{escaped}": "CANARY"}}"#);
        assert!(unusable(&read(body).unwrap_err()).reason().contains("more than once"));
    }
    // Names that we don't know may repeat, and case makes another name.
    assert!(read(r#"{"x": 1, "access_token": "AT", "x": 2, "Access_Token": "EVIL"}"#).is_ok());
    let error = read(r#"{"token_type": "Bearer", "AccessToken": "CANARY"}"#).unwrap_err();
    assert!(unusable(&error).shape().contains("AccessToken: string of 6"), "{error}");
    assert!(!shown(&error).contains("CANARY"));
}

#[test]
fn sec_49_an_error_beats_a_token() {
    for body in [
        r#"{"access_token": "CANARY", "error": "invalid_scope"}"#,
        r#"{"error": "invalid_scope", "access_token": "CANARY", "token_type": "Bearer"}"#,
    ] {
        let error = read(body).unwrap_err();
        assert_eq!((error.code(), error.status()), (Some(&ErrorCode::InvalidScope), Some(StatusCode::OK)));
        assert!(!shown(&error).contains("CANARY"));
    }
    // An error of another type is one too.
    for error in ["5", "true", "{}", "[]", "{\"x\": 1}"] {
        let error = read(format!(r#"{{"access_token": "CANARY", "error": {error}}}"#)).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Response(_)), "{error}");
    }
    for blank in ["\"\"", "null", "false"] {
        assert!(read(format!(r#"{{"access_token": "AT", "error": {blank}}}"#)).is_ok(), "{blank}");
    }
}

#[test]
fn sec_50_the_status_decides() {
    for status in [300, 304, 400, 401, 403, 404, 418, 429, 500, 502, 503, 599, 999] {
        for body in [
            r#"{"access_token": "CANARY", "token_type": "Bearer", "refresh_token": "CANARY"}"#,
            r#"{"message": "nope"}"#,
            "",
        ] {
            let read = offline().client_credentials().read(answer(status, Some("application/json"), body));
            let error = read.unwrap_err();
            assert_eq!(error.status().unwrap().as_u16(), status);
            assert!(!shown(&error).contains("CANARY"), "{error}");
        }
    }
}

#[tokio::test]
async fn sec_50_a_status_says_what_to_do() {
    let test = Test::new();
    for (status, recovery) in [
        (502, Recovery::Retry),
        (429, Recovery::Retry),
        (401, Recovery::Reauthorize),
        (404, Recovery::FixConfiguration),
    ] {
        let error = test.error(page(status, "text/html", "<html>CANARY")).await;
        assert_eq!((error.status().unwrap().as_u16(), error.recovery()), (status, recovery));
    }
}

/// GitHub's way: the refusal comes with a 200.
#[test]
fn sec_51_a_refusal_with_a_200_is_a_refusal() {
    let body =
        r#"{"error": "bad_verification_code", "error_description": "expired", "error_uri": "https://x"}"#;
    let error = read(body).unwrap_err();
    let ErrorKind::Response(response) = error.kind() else { panic!("{error:?}") };
    assert_eq!(response.code().map(ToString::to_string).as_deref(), Some("bad_verification_code"));
    assert_eq!((response.description(), error.status()), (Some("expired"), Some(StatusCode::OK)));
    // By a declared condition, beside a token.
    let body = r#"{"ok": false, "why": "code_already_used", "data": {"access_token": "AT"}}"#;
    let error = enveloped(body).unwrap_err();
    assert_eq!(error.code().map(ToString::to_string).as_deref(), Some("code_already_used"));
}

/// A provider whose answers are wrapped, and whose refusals have status 200.
#[oauth_core::oauth_provider(
    token_endpoint = "https://server.example/token",
    client_auth(client_secret_post),
    grants(client_credentials),
    token_response(root = "/data"),
    error_response(when(equals("/ok", "false")), code = "/why")
)]
struct Enveloped;

fn enveloped(body: &str) -> Result<oauth_core::Tokens<Enveloped>, oauth_core::Error> {
    let client = oauth_core::Client::new(Enveloped, oauth_core::ClientSecret::new("id", "secret"));
    client.client_credentials().read(answer(200, None, body.to_owned()))
}

/// Of two, nobody knows which counts. The new refresh token is not lost either way.
#[test]
fn sec_48_a_member_that_tells_a_refusal_stands_there_once() {
    let data = r#""data": {"access_token": "CANARY", "refresh_token": "CANARY"}"#;
    for ok in [
        r#""ok": false, "ok": true"#,
        r#""ok": true, "ok": false"#,
        r#""ok": true, "ok": true"#,
        r#""o\u006b": false, "ok": true"#,
        r#""ok": null, "ok": null"#,
    ] {
        for body in [format!("{{{ok}, {data}}}"), format!("{{{data}, {ok}}}")] {
            let mut error = enveloped(&body).unwrap_err();
            assert!(unusable(&error).reason().contains("`/ok` stands there more than once"), "{error}");
            assert!(!shown(&error).contains("CANARY"));
            assert_eq!(error.take_refresh_token::<Enveloped>().unwrap().expose(), "CANARY");
        }
    }
    // What a revocation comes to is not guessed either.
    let revoke = |body: &str| {
        let token = AccessToken::new("AT").unwrap();
        offline().revoke(&token).read(answer(200, Some("application/json"), body))
    };
    unusable(&revoke(r#"{"error": "unsupported_token_type", "error": ""}"#).unwrap_err());
    assert!(revoke(r#"{"error": "unsupported_token_type"}"#).unwrap_err().code().is_some());
    for body in ["", "{}", "<html>", "{\"error\": null}", "OK"] {
        revoke(body).unwrap();
    }
}

#[test]
fn sec_52_a_declared_place_of_the_token_is_the_only_one() {
    let tokens = enveloped(r#"{"access_token": "EVIL", "data": {"access_token": "AT"}}"#).unwrap();
    assert_eq!(tokens.access_token().expose(), "AT");
    for body in
        [r#"{"access_token": "EVIL"}"#, r#"{"access_token": "EVIL", "data": {}}"#, r#"{"data": "AT"}"#]
    {
        unusable(&enveloped(body).unwrap_err());
    }
}

#[tokio::test]
async fn sec_67_the_text_of_a_refusal_is_bounded_and_escaped() {
    let test = Test::new();
    let body = r#"{"error": ["CANARY"], "error_description": {"x": "CANARY"}}"#;
    let error = test.error(page(400, "application/json", body)).await;
    assert!(matches!(error.kind(), ErrorKind::Response(_)) && error.code().is_none(), "{error}");
    let evil = r"\u001b[31m\u0007\u0000\u202e\u2066<script>";
    let body = format!(r#"{{"error": "x\r\ny", "error_description": "{evil}{}"}}"#, "z".repeat(100_000));
    let error = test.error(page(400, "application/json", body)).await;
    let shown = error.to_string();
    assert!(shown.len() < 5000, "{}", shown.len());
    assert!(!shown.contains(['\r', '\n', '\u{1b}', '\0', '\u{7}', '\u{202e}', '\u{2066}']), "{shown}");
    // In a callback too.
    let login = offline().authorize("https://app.example/").start().unwrap();
    let state = super::value(&login.url, "state");
    let long = "%1b%0d%0a".repeat(5000);
    let callback = format!("error=x&error_description={long}&state={state}&iss=https://bank.example");
    let shown = offline().finish(login.pending, callback).unwrap_err().to_string();
    assert!(shown.len() < 5000 && !shown.contains(['\r', '\n', '\u{1b}']), "{shown}");
}

/// An API may say more, but not without end either; and it does not get the token into an error.
#[tokio::test]
async fn sec_34_api_answers_without_measure() {
    for test in Test::over_each() {
        let tokens = test.client.client_credentials().send().await.unwrap();
        let call = || test.client.api(Method::GET, "all", tokens.access_token());
        test.server.inject(Endpoint::Api, Fault::large_body(2 * 1024 * 1024));
        assert_eq!(call().send().await.unwrap().body().len(), 2 * 1024 * 1024);
        test.server.inject(Endpoint::Api, Fault::endless_body());
        let error = call().send().await.unwrap_err();
        let ErrorKind::Transport(cause) = error.kind() else { panic!("{error:?}") };
        assert_eq!(cause.kind(), TransportErrorKind::BodyTooLarge);
        let challenge = format!(
            "Bearer error=\"invalid_token\", error_description=\"{}\"",
            tokens.access_token().expose()
        );
        let mut refusal = answer(401, None, "");
        *refusal.headers_mut() =
            HeaderMap::from_iter([(header::WWW_AUTHENTICATE, challenge.parse().unwrap())]);
        test.server.inject(Endpoint::Api, Fault::answer(refusal));
        let error = call().send().await.unwrap_err();
        assert!(error.is_invalid_token() && !shown(&error).contains(tokens.access_token().expose()));
    }
}

#[test]
fn sec_62_active_is_a_json_boolean() {
    let token = AccessToken::new("AT").unwrap();
    let read = |body: &str| {
        let request = offline().introspect(&token);
        let sent = parameters(request.request().unwrap().body());
        assert_eq!(parameter(&sent, "token"), Some("AT"));
        request.read(answer(200, Some("application/json"), body))
    };
    for body in [
        r#"{"active": "true", "scope": "CANARY"}"#,
        r#"{"active": 1}"#,
        r#"{"active": null}"#,
        r#"{"active": []}"#,
        r#"{"Active": true}"#,
        r#"{"scope": "CANARY"}"#,
        r#"{"active": false, "active": true}"#,
        r#"{"active": true, "\u0061ctive": true}"#,
        "true",
        "",
    ] {
        let error = read(body).unwrap_err();
        unusable(&error);
        assert!(!shown(&error).contains("CANARY"));
    }
    // Nothing else is believed of a token that is not active.
    let inactive = read(r#"{"active": false, "scope": "admin", "sub": "alice"}"#).unwrap();
    assert!(matches!(inactive, IntrospectionResponse::Inactive));
    let active = read(r#"{"active": true, "scope": "read", "exp": 1e400, "iat": -5}"#).unwrap();
    assert_eq!(active.active().unwrap().scope(), Some("read"));
    assert!(read(r#"{"active": true, "error": "invalid_token"}"#).is_err());
}
