//! Wrong token answers: each a typed error that shows no value.

use super::{Test, json, unusable};
use oauth_core::http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode, header};
use oauth_core::{ErrorCode, ErrorKind, Recovery, TransportErrorKind};
use oauth_testkit::{Endpoint, Fault};
use std::time::Duration;

fn page(status: StatusCode, kind: &'static str, body: impl Into<Vec<u8>>) -> Fault {
    let mut response = Response::new(body.into());
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    Fault::answer(response)
}

#[tokio::test]
async fn a_page_in_place_of_json() {
    let test = Test::new();
    let html = || "<html><title>CANARY</title>";
    for fault in [
        page(StatusCode::OK, "text/html", html()),
        page(StatusCode::OK, "text/html; charset=utf-8", r#"{"access_token": "CANARY"}"#),
        page(StatusCode::OK, "application/json", html()),
        page(StatusCode::OK, "", html()),
        page(StatusCode::CREATED, "text/plain", "access_token=CANARY&token_type=bearer"),
        Fault::answer(Response::new(html().into())),
        Fault::status(StatusCode::NO_CONTENT),
        Fault::status(StatusCode::OK),
    ] {
        let error = test.error(fault).await;
        assert!(unusable(&error).shape().contains(" bytes"), "{error}");
        assert_eq!(error.recovery(), Recovery::FixConfiguration);
    }
}

#[tokio::test]
async fn json_that_is_none() {
    let test = Test::new();
    let deep = "[".repeat(200_000);
    let closed = format!(r#"{{"x": {deep}{}, "access_token": 1}}"#, "]".repeat(200_000));
    for body in [
        r#"{"access_token": "CANARY"#,
        r#"{"access_token": "CANARY", "#,
        r#"{"access_token": "CANARY"} {"access_token": "CANARY"}"#,
        r#"["CANARY"]"#,
        r#""CANARY""#,
        "null",
        "{'access_token': 'CANARY'}",
        "\u{feff}<CANARY>",
        "{\"access_token\": \"CANARY\0\"}",
        &format!(r#"{{"x": {deep}"#),
        &closed,
    ] {
        unusable(&test.error(json(body)).await);
    }
    unusable(&test.error(json(&b"{\"access_token\": \"CANARY\xff\"}"[..])).await);
}

#[tokio::test]
async fn members_that_are_no_token() {
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
    }
    let error = test.error(json(r#"{"token_type": "Bearer", "AccessToken": "CANARY"}"#)).await;
    assert!(unusable(&error).shape().contains("AccessToken: string of 6"), "{error}");
}

#[tokio::test]
async fn members_that_stand_there_twice() {
    let test = Test::new();
    for name in ["access_token", "refresh_token", "token_type", "expires_in", "scope", "error"] {
        let body = format!(r#"{{"access_token": "A", "{name}": "CANARY", "{name}": "CANARY"}}"#);
        assert!(unusable(&test.error(json(body)).await).reason().contains("more than once"), "{name}");
    }
    let escaped = r#"{"access_token": "CANARY", "acces\u0073_token": "CANARY"}"#;
    assert!(unusable(&test.error(json(escaped)).await).reason().contains("more than once"));
}

#[tokio::test]
async fn refusals_of_every_shape() {
    let test = Test::new();
    let error = test.error(json(r#"{"error": "invalid_grant", "access_token": "CANARY"}"#)).await;
    assert_eq!((error.code(), error.status()), (Some(&ErrorCode::InvalidGrant), Some(StatusCode::OK)));
    let body = r#"{"error": ["CANARY"], "error_description": {"x": "CANARY"}}"#;
    let error = test.error(page(StatusCode::BAD_REQUEST, "application/json", body)).await;
    assert!(matches!(error.kind(), ErrorKind::Response(_)) && error.code().is_none(), "{error}");
    let body = format!(r#"{{"error": "x\r\ny", "error_description": "\u001b[31m{}"}}"#, "z".repeat(100_000));
    let error = test.error(page(StatusCode::BAD_REQUEST, "application/json", body)).await;
    let shown = error.to_string();
    assert!(shown.len() < 5000 && !shown.contains(['\r', '\n', '\u{1b}']), "{shown}");
    for (status, recovery) in [
        (StatusCode::BAD_GATEWAY, Recovery::Retry),
        (StatusCode::TOO_MANY_REQUESTS, Recovery::Retry),
        (StatusCode::UNAUTHORIZED, Recovery::Reauthorize),
        (StatusCode::NOT_FOUND, Recovery::FixConfiguration),
    ] {
        let error = test.error(page(status, "text/html", "<html>CANARY")).await;
        assert_eq!((error.status(), error.recovery()), (Some(status), recovery));
    }
}

#[tokio::test]
async fn how_long_to_wait() {
    let test = Test::new();
    let after = |name: HeaderName, value: &'static str| {
        Fault::status(StatusCode::SERVICE_UNAVAILABLE).header(name, HeaderValue::from_static(value))
    };
    for (value, wait) in [
        ("120", Some(Duration::from_secs(120))),
        ("Wed, 21 Oct 2015 07:28:00 GMT", Some(Duration::ZERO)),
        ("99999999999999999999", Some(Duration::from_secs(86_400))),
        ("-1", None),
        ("soon", None),
    ] {
        let error = test.error(after(header::RETRY_AFTER, value)).await;
        assert_eq!((error.retry_after(), error.recovery()), (wait, Recovery::Retry), "{value}");
    }
}

#[tokio::test]
async fn bodies_without_measure() {
    let test = Test::new();
    for fault in
        [Fault::large_body(256 * 1024 * 1024), Fault::large_body(1024 * 1024 + 1), Fault::endless_body()]
    {
        let error = test.error(fault).await;
        let ErrorKind::Transport(cause) = error.kind() else { panic!("{error:?}") };
        assert_eq!(cause.kind(), TransportErrorKind::BodyTooLarge);
    }
    unusable(&test.error(Fault::large_body(1024 * 1024)).await);
}

/// An API may say more, but not without end either.
#[tokio::test]
async fn api_answers_without_measure() {
    let test = Test::new();
    let tokens = test.client.client_credentials().send().await.unwrap();
    let call = || test.client.api(oauth_core::http::Method::GET, "all", tokens.access_token());
    test.server.inject(Endpoint::Api, Fault::large_body(2 * 1024 * 1024));
    assert_eq!(call().send().await.unwrap().body().len(), 2 * 1024 * 1024);
    test.server.inject(Endpoint::Api, Fault::endless_body());
    let error = call().send().await.unwrap_err();
    let ErrorKind::Transport(cause) = error.kind() else { panic!("{error:?}") };
    assert_eq!(cause.kind(), TransportErrorKind::BodyTooLarge);
    let challenge =
        format!("Bearer error=\"invalid_token\", error_description=\"{}\"", tokens.access_token().expose());
    let mut refusal = Response::new(Vec::new());
    *refusal.status_mut() = StatusCode::UNAUTHORIZED;
    *refusal.headers_mut() = HeaderMap::from_iter([(header::WWW_AUTHENTICATE, challenge.parse().unwrap())]);
    test.server.inject(Endpoint::Api, Fault::answer(refusal));
    let error = call().send().await.unwrap_err();
    assert!(error.is_invalid_token() && !super::shown(&error).contains(tokens.access_token().expose()));
}
