//! Token answers behind a declared prefix.

use super::*;
use crate::error::{ErrorCode, ErrorResponse};
use crate::metadata::{ErrorResponseFormat, GrantMetadata};
use http::{HeaderMap, StatusCode, header};

const PREFIX: &str = "&&&START&&&";
const JSON: &str = r#"{"access_token":"AT","refresh_token":"RT","expires_in":60,"scope":"1 3"}"#;

const METADATA: Metadata = Metadata {
    token_response: &TokenResponseFormat { prefix: Some(PREFIX), ..TokenResponseFormat::DEFAULT },
    error_response: &ErrorResponseFormat {
        map: &[("invalid_grant", "96013")],
        ..ErrorResponseFormat::DEFAULT
    },
    ..Metadata::DEFAULT
};

fn read_as(format: AnswerFormat, status: u16, body: &[u8]) -> Result<TokenFields, Unusable> {
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, "application/json".parse().unwrap());
    let status = StatusCode::from_u16(status).unwrap();
    let answer =
        Answer { status, headers: &headers, body: body.into(), now: SystemTime::UNIX_EPOCH, secrets: &[] };
    let token_response = Box::leak(Box::new(TokenResponseFormat { format, ..*METADATA.token_response }));
    let metadata = Box::leak(Box::new(Metadata { token_response, ..METADATA }));
    decode(metadata, Asked { grant_type: GrantType::AUTHORIZATION_CODE, prolonged: None }, &answer)
}

fn read(body: &str) -> Result<TokenFields, Unusable> {
    read_as(AnswerFormat::Json, 200, body.as_bytes())
}

fn refused(result: Result<TokenFields, Unusable>) -> ErrorResponse {
    let error = result.err().unwrap().error;
    let ErrorKind::Response(response) = error.kind() else { panic!("{error:?}") };
    response.clone()
}

/// What is said of an answer that can't be read.
fn unusable(result: Result<TokenFields, Unusable>) -> String {
    let Unusable { error, .. } = result.err().unwrap();
    assert!(matches!(error.kind(), ErrorKind::InvalidResponse(_)), "{error:?}");
    let shown = format!("{error} {error:?}");
    assert!(!shown.contains("\"AT") && !shown.contains("\"RT"), "{shown}");
    shown
}

#[test]
fn the_members_stand_behind_the_prefix() {
    // The documentation shows it with a space and without.
    for between in ["", " ", "\r\n\t"] {
        let tokens = read(&format!("{PREFIX}{between}{JSON}\n")).map_err(|unusable| unusable.error).unwrap();
        assert_eq!(tokens.access_token.expose(), "AT");
        assert_eq!(tokens.refresh_token.unwrap().expose(), "RT");
        assert_eq!(tokens.scope, Some(["1".into(), "3".into()].into()));
    }
}

#[test]
fn an_answer_without_the_prefix_is_read_as_it_is() {
    assert_eq!(read(JSON).map_err(|unusable| unusable.error).unwrap().access_token.expose(), "AT");
    // In the middle it is text as any other.
    let inside = format!(r#"{{"x":"{PREFIX}","access_token":"{PREFIX}AT"}}"#);
    let tokens = read(&inside).map_err(|unusable| unusable.error).unwrap();
    assert_eq!(tokens.access_token.expose(), "&&&START&&&AT");
}

#[test]
fn errors_stand_behind_it_too_whatever_their_status() {
    for status in [200, 400, 401] {
        for prefix in [PREFIX, ""] {
            let body = format!(r#"{prefix}{{"error":96013,"error_description":"invalid code"}}"#);
            let response = refused(read_as(AnswerFormat::Json, status, body.as_bytes()));
            assert_eq!(response.code(), Some(&ErrorCode::InvalidGrant), "{status} {prefix}");
            assert_eq!(response.provider_code(), Some("96013"));
            assert_eq!(response.description(), Some("invalid code"));
        }
    }
    let both = format!(r#"{PREFIX}{{"error":96013,"access_token":"AT"}}"#);
    assert_eq!(refused(read(&both)).code(), Some(&ErrorCode::InvalidGrant));
}

#[test]
fn it_stands_once_and_at_the_very_beginning() {
    for before in [
        "&&&START&&&&&&START&&&",
        "&&&START&&& &&&START&&&",
        " &&&START&&&",
        "\n&&&START&&&",
        "\u{feff}&&&START&&&",
        "&&&START&&&\u{feff}",
        "&&&start&&&",
        "&&&START&&",
        "&&&\u{200b}START\u{200b}&&&",
        "{}&&&START&&&",
    ] {
        unusable(read(&format!("{before}{JSON}")));
    }
    for body in [
        "".to_owned(),
        PREFIX.to_owned(),
        format!("{PREFIX} "),
        format!("{JSON}{PREFIX}"),
        format!("{PREFIX}{JSON}{PREFIX}"),
        format!("{PREFIX}{JSON}{JSON}"),
        format!("{PREFIX}[{JSON}]"),
        format!("{PREFIX}access_token=AT"),
    ] {
        unusable(read(&body));
    }
}

#[test]
fn what_is_said_of_a_bad_answer_is_about_the_json() {
    let shown = unusable(read(&format!(r#"{PREFIX}{{"access_token":5}}"#)));
    assert!(shown.contains("{access_token: number}"), "{shown}");
    let shown = unusable(read(&format!("{PREFIX}{{\n x}}")));
    assert!(shown.contains("line 2, column 2"), "{shown}");
}

#[test]
fn a_refresh_token_is_salvaged_from_behind_it() {
    let broken = format!(r#"{PREFIX}{{"refresh_token":"RT","access_token":"#);
    assert_eq!(read(&broken).err().unwrap().refresh_token.unwrap().expose(), "RT");
    let mut bytes = format!(r#"{PREFIX}{{"refresh_token":"RT","x":""#).into_bytes();
    bytes.push(0xff);
    let salvaged = read_as(AnswerFormat::Json, 200, &bytes).err().unwrap();
    assert_eq!(salvaged.refresh_token.unwrap().expose(), "RT");
    unusable(read_as(AnswerFormat::Json, 200, &bytes));
    // A flaw inside of the prefix.
    unusable(read_as(AnswerFormat::Json, 200, b"&&&STA\xffRT&&&{\"access_token\":\"AT\"}"));
}

#[test]
fn other_formats() {
    for (format, behind) in [
        (AnswerFormat::JsonOfAnyType, JSON),
        (AnswerFormat::JsonOrForm, JSON),
        (AnswerFormat::Jsonp, r#"f({"access_token":"AT"});"#),
        // A form may stand there as well, where an answer may be one.
        (AnswerFormat::JsonOrForm, "access_token=AT"),
    ] {
        for prefix in [PREFIX, ""] {
            let tokens = read_as(format, 200, format!("{prefix}{behind}").as_bytes());
            let tokens = tokens.map_err(|unusable| unusable.error).unwrap();
            assert_eq!(tokens.access_token.expose(), "AT", "{format:?}");
        }
    }
}

#[test]
fn each_grant_may_have_its_own() {
    static OWN: TokenResponseFormat =
        TokenResponseFormat { prefix: Some("while(1);"), ..TokenResponseFormat::DEFAULT };
    static OWN_METADATA: Metadata = Metadata {
        grants: &[GrantMetadata {
            response: Some(&OWN),
            ..GrantMetadata::new(GrantType::REFRESH_TOKEN, &[])
        }],
        ..METADATA
    };
    let headers = HeaderMap::new();
    let read = |grant_type, prefix| {
        let body = format!("{prefix}{JSON}");
        let answer = Answer {
            status: StatusCode::OK,
            headers: &headers,
            body: body.as_str().into(),
            now: SystemTime::UNIX_EPOCH,
            secrets: &[],
        };
        decode(&OWN_METADATA, Asked { grant_type, prolonged: None }, &answer).is_ok()
    };
    assert!(read(GrantType::REFRESH_TOKEN, "while(1);") && read(GrantType::AUTHORIZATION_CODE, PREFIX));
    assert!(!read(GrantType::REFRESH_TOKEN, PREFIX) && !read(GrantType::AUTHORIZATION_CODE, "while(1);"));
}

#[test]
fn a_fragment_has_none() {
    let read = |fragment: &str| from_fragment(&METADATA, fragment, SystemTime::UNIX_EPOCH);
    assert_eq!(read("access_token=AT&token_type=bearer").unwrap().prefix, None);
    // There it is a parameter without a value.
    assert_eq!(read("&&&START&&&access_token=AT&token_type=bearer").unwrap().prefix, None);
}
