use super::*;
use crate::error::{ErrorCode, ErrorKind, Recovery};
use crate::wire::lifetime::Expiry;
use http::{HeaderMap, StatusCode, header};
use std::time::Duration;

const NOW: SystemTime = SystemTime::UNIX_EPOCH;

fn read(status: u16, content_type: Option<&'static str>, body: &[u8]) -> Result<TokenFields, Unusable> {
    let mut headers = HeaderMap::new();
    if let Some(content_type) = content_type {
        headers.insert(header::CONTENT_TYPE, content_type.parse().unwrap());
    }
    let status = StatusCode::from_u16(status).unwrap();
    let answer = Answer { status, headers: &headers, body: body.into(), now: NOW, secrets: &["RT1-secret"] };
    const METADATA: Metadata = Metadata::DEFAULT;
    decode(&METADATA, Asked { grant_type: GrantType::AUTHORIZATION_CODE, prolonged: None }, &answer)
}

fn ok(body: &str) -> TokenFields {
    read(200, Some("application/json; charset=utf-8"), body.as_bytes())
        .map_err(|unusable| unusable.error)
        .unwrap()
}

fn refused(status: u16, body: &str) -> Error {
    read(status, Some("application/json"), body.as_bytes())
        .map(|_| ())
        .map_err(|unusable| unusable.error)
        .unwrap_err()
}

#[test]
fn the_answer_of_rfc_6749() {
    let tokens = ok(r#"{"access_token":"2YotnFZFEjr1zCsicMWpAA","token_type":"example","expires_in":3600,
            "refresh_token":"tGzv3JOkF0XG5Qx2TlKWIA","example_parameter":"example_value"}"#);
    assert_eq!(tokens.access_token.expose(), "2YotnFZFEjr1zCsicMWpAA");
    assert_eq!(tokens.token_type, TokenType::Other("example".into()));
    assert_eq!(tokens.expiry, Expiry::At(NOW + Duration::from_secs(3600)));
    assert_eq!(tokens.refresh_token.unwrap().expose(), "tGzv3JOkF0XG5Qx2TlKWIA");
    assert_eq!(tokens.scope, None);
}

#[test]
fn a_malformed_optional_member_never_costs_the_refresh_token() {
    for member in [
        r#""expires_in":"soon""#,
        r#""expires_in":{}"#,
        r#""expires_in":[1]"#,
        r#""scope":5"#,
        r#""scope":{"a":1}"#,
        r#""token_type":5"#,
    ] {
        let tokens = ok(&format!(r#"{{"access_token":"AT","refresh_token":"RT2",{member}}}"#));
        assert_eq!(tokens.refresh_token.as_ref().map(Secret::expose), Some("RT2"), "{member}");
        assert_eq!(tokens.malformed.len(), 1, "{member}");
    }
}

#[test]
fn an_answer_without_a_usable_access_token_still_gives_up_its_refresh_token() {
    for body in [
        r#"{"refresh_token":"RT2"}"#,
        r#"{"access_token":"","refresh_token":"RT2"}"#,
        r#"{"access_token":"a\r\nX-Evil: 1","refresh_token":"RT2"}"#,
        r#"{"access_token":5,"refresh_token":"RT2"}"#,
        r#"{"access_token":null,"refresh_token":"RT2"}"#,
    ] {
        let unusable = read(200, Some("application/json"), body.as_bytes()).err().unwrap();
        assert_eq!(unusable.refresh_token.as_ref().map(Secret::expose), Some("RT2"), "{body}");
        let shown = format!("{} {:?}", unusable.error, unusable.error);
        assert!(!shown.contains("RT2") && !shown.contains("Evil"), "{shown}");
    }
}

#[test]
fn an_answer_that_can_not_be_used_still_gives_up_its_refresh_token() {
    for (content_type, body) in [
        ("application/json", r#"{"access_token":"AT","refresh_token":"RT2","expires_in":1,"expires_in":2}"#),
        ("application/json", r#"{"access_token":"A","access_token":"B","refresh_token":"RT2"}"#),
        ("text/html", r#"{"access_token":"AT","refresh_token":"RT2"}"#),
    ] {
        let unusable = read(200, Some(content_type), body.as_bytes()).err().unwrap();
        assert_eq!(unusable.refresh_token.as_ref().map(Secret::expose), Some("RT2"), "{body}");
        assert!(!format!("{} {:?}", unusable.error, unusable.error).contains("RT2"));
    }
    // Which of two is the new one, nobody knows; and a refusal brings none.
    for (status, body) in [
        (200, r#"{"refresh_token":"RT2","refresh_token":"RT3"}"#),
        (400, r#"{"access_token":"AT","refresh_token":"RT2"}"#),
    ] {
        assert!(
            read(status, Some("application/json"), body.as_bytes()).err().unwrap().refresh_token.is_none()
        );
    }
}

#[test]
fn a_type_that_can_not_be_read_is_not_bearer() {
    for odd in ["5", "true", "[\"mac\"]", "{\"name\":\"DPoP\"}", "\"\\ud800\""] {
        let tokens = ok(&format!(r#"{{"access_token":"AT","token_type":{odd}}}"#));
        assert_eq!(tokens.token_type, TokenType::Other("malformed".into()), "{odd}");
        assert_eq!(tokens.malformed, ["token_type"], "{odd}");
    }
}

#[test]
fn a_lifetime_of_the_refresh_token_is_read_where_it_is_declared_only() {
    let tokens = ok(r#"{"access_token":"AT","\u0000":60,"refresh_token_expires_in":60}"#);
    assert_eq!(tokens.refresh_token_expiry, Expiry::Unknown);
}

#[test]
fn blank_optional_members_are_absent() {
    for blank in ["null", "\"\"", "false"] {
        let tokens = ok(&format!(
            r#"{{"access_token":"AT","refresh_token":{blank},"expires_in":{blank},"token_type":{blank}}}"#
        ));
        assert!(tokens.refresh_token.is_none() && tokens.malformed.is_empty(), "{blank}");
        assert_eq!(tokens.expiry, Expiry::Unknown);
        assert_eq!(tokens.token_type, TokenType::Bearer);
    }
}

#[test]
fn scope_has_three_states() {
    let scope = |member: &str| ok(&format!(r#"{{"access_token":"AT"{member}}}"#)).scope;
    assert_eq!(scope(""), None);
    assert_eq!(scope(r#","scope":null"#), None);
    assert_eq!(scope(r#","scope":"""#), Some([].into()));
    assert_eq!(scope(r#","scope":"read  write""#), Some(["read".into(), "write".into()].into()));
    assert_eq!(scope(r#","scope":["read","write"]"#), Some(["read".into(), "write".into()].into()));
    assert_eq!(scope(r#","scope":[""]"#), Some([].into()));
    for count in 7..12 {
        let list: Vec<_> = (0..count).map(|number| Cow::Owned(format!("scope{number}"))).collect();
        assert_eq!(scope(&format!(r#","scope":"{}""#, list.join(" "))), Some(list.into()), "{count}");
    }
}

#[test]
fn zero_is_expired_now() {
    assert_eq!(ok(r#"{"access_token":"AT","expires_in":0}"#).expiry, Expiry::At(NOW));
    assert_eq!(ok(r#"{"access_token":"AT","expires_in":-5}"#).expiry, Expiry::At(NOW));
    assert!(matches!(ok(r#"{"access_token":"AT","expires_in":1e400}"#).expiry, Expiry::At(_)));
}

#[test]
fn the_type_is_compared_without_case() {
    assert_eq!(ok(r#"{"access_token":"AT","token_type":"bEaReR"}"#).token_type, TokenType::Bearer);
    for other in ["mac", "Basic", "N_A", "User Access Token"] {
        let tokens = ok(&format!(r#"{{"access_token":"AT","token_type":"{other}"}}"#));
        assert_eq!(tokens.token_type, TokenType::Other(other.into()));
    }
}

#[test]
fn an_error_beats_a_token() {
    let error = refused(200, r#"{"access_token":"AT","error":"invalid_scope"}"#);
    assert_eq!(error.code(), Some(&ErrorCode::InvalidScope));
    for blank in ["null", "\"\"", "false"] {
        assert_eq!(ok(&format!(r#"{{"access_token":"AT","error":{blank}}}"#)).access_token.expose(), "AT");
    }
}

#[test]
fn the_status_decides() {
    for (status, recovery) in
        [(400, Recovery::FixConfiguration), (500, Recovery::Retry), (429, Recovery::Retry)]
    {
        let error = refused(status, r#"{"access_token":"AT","message":"nope"}"#);
        assert!(matches!(error.kind(), ErrorKind::Response(_)), "{status}");
        assert_eq!(error.recovery(), recovery, "{status}");
    }
    for status in [301, 302, 303, 307, 308, 304] {
        let error = refused(status, r#"{"access_token":"AT"}"#);
        assert!(matches!(error.kind(), ErrorKind::InvalidResponse(_)), "{status}");
    }
    assert!(read(201, None, br#"{"access_token":"AT"}"#).is_ok());
}

#[test]
fn a_code_says_what_to_do_unless_there_were_too_many_requests() {
    for (status, code, recovery) in [
        (429, "access_denied", Recovery::Retry),
        (429, "invalid_request", Recovery::Retry),
        (429, "invalid_grant", Recovery::Reauthorize),
        (403, "access_denied", Recovery::Reauthorize),
        (401, "invalid_client", Recovery::FixConfiguration),
        (401, "invalid_token", Recovery::UseRefreshToken),
    ] {
        let error = refused(status, &format!(r#"{{"error":"{code}"}}"#));
        assert_eq!(error.recovery(), recovery, "{status} {code}");
    }
}

#[test]
fn what_is_no_json_answer_is_refused() {
    let cases: [(Option<&'static str>, &[u8]); 8] = [
        (Some("text/html"), b"<html>AT-secret</html>"),
        (Some("text/html"), br#"{"access_token":"AT-secret"}"#),
        (Some("application/json"), b"<html>AT-secret</html>"),
        (Some("application/json"), br#"{"access_token":"AT-secret""#),
        (Some("application/json"), br#"{"access_token":"AT-secret","access_token":"AT-secret"}"#),
        (Some("application/json"), b"{\"access_token\":\"AT-secret\xff\"}"),
        (Some("application/json"), br#"["AT-secret"]"#),
        (None, b""),
    ];
    for (content_type, body) in cases {
        let error = read(200, content_type, body).err().unwrap().error;
        assert!(matches!(error.kind(), ErrorKind::InvalidResponse(_)), "{error:?}");
        assert!(!format!("{error} {error:?}").contains("AT-secret"), "{error:?}");
    }
}

#[test]
fn a_content_type_says_what_an_answer_is() {
    let body = br#"{"access_token": "AT-secret"}"#;
    for json in
        ["application/json", "Application/JSON ; charset=utf-8", "application/a+json", "application/+JSON"]
    {
        assert!(read(200, Some(json), body).is_ok(), "{json}");
    }
    for other in ["text/a+json", "application/jsons", "application/x", "json", "", "application/json+x"] {
        let error = read(200, Some(other), body).err().unwrap().error.to_string();
        assert!(error.ends_with(&format!("the body is {other}, 29 bytes")), "{error}");
    }
    let error =
        read(200, Some("application/json"), br#"{"x": "AT-secret"}"#).err().unwrap().error.to_string();
    assert!(error.ends_with("the body is {x: string of 9}"), "{error}");
}

#[test]
fn members_print_without_tokens() {
    let shown = format!("{:?}", ok(r#"{"access_token": "AT-secret", "token_type": "mac", "scope": "a"}"#));
    assert!(shown.contains("Other(\"mac\")") && shown.contains("\"a\""), "{shown}");
    assert!(!shown.contains("AT-secret"), "{shown}");
}

#[test]
fn a_refusal_is_typed_bounded_and_masked() {
    let error =
        refused(400, r#"{"error":"invalid_grant","error_description":"RT1-secret is spent\u001b[31m"}"#);
    assert!(error.is_invalid_grant());
    assert_eq!(error.recovery(), Recovery::Reauthorize);
    let shown = error.to_string();
    assert_eq!(
        shown,
        "the authorization server refused: `invalid_grant` (HTTP 400): [redacted] is spent\\u{1b}[31m"
    );
}
