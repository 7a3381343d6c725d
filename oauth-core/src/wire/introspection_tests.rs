use super::*;
use crate::metadata::{ExpiryFormat, ExpiryUnit};
use http::HeaderMap;
use std::time::Duration;

const NOW: SystemTime = SystemTime::UNIX_EPOCH;
const FORMAT: IntrospectionResponseFormat = IntrospectionResponseFormat::DEFAULT;

fn read(
    introspection_response: IntrospectionResponseFormat,
    status: u16,
    body: &str,
) -> Result<Option<IntrospectionFields>, Error> {
    let introspection_response = Box::leak(Box::new(introspection_response));
    let metadata = Metadata { introspection_response, ..Metadata::DEFAULT };
    let answer = Answer {
        status: StatusCode::from_u16(status).unwrap(),
        headers: &HeaderMap::new(),
        body: body.into(),
        now: NOW + Duration::from_secs(100),
        secrets: &[],
    };
    decode(&metadata, &answer)
}

fn active(format: IntrospectionResponseFormat, body: &str) -> IntrospectionFields {
    read(format, 200, body).unwrap().unwrap()
}

fn at(seconds: u64) -> Option<SystemTime> {
    Some(NOW + Duration::from_secs(seconds))
}

#[test]
fn members_below_a_root_and_under_other_names() {
    let format = IntrospectionResponseFormat {
        root: &["/data"],
        fields: &[("active", &["is_valid"]), ("scope", &["scope", "scopes"]), ("sub", &["/user/id"])],
        ..FORMAT
    };
    let body = r#"{"active":false,"data":{"is_valid":true,"scopes":["a","b"],"user":{"id":7},"client_id":"c","exp":9}}"#;
    let fields = active(format, body);
    assert_eq!((fields.scope.as_deref(), fields.subject.as_deref()), (Some("a b"), Some("7")));
    assert_eq!((fields.client_id.as_deref(), fields.expires_at, fields.root), (Some("c"), at(9), "/data"));
    assert!(read(format, 200, r#"{"data":{"is_valid":false}}"#).unwrap().is_none());
    for body in
        [r#"{"active":true}"#, r#"{"data":{"is_valid":true,"is_valid":true}}"#, r#"{"data":{"active":true}}"#]
    {
        assert!(read(format, 200, body).is_err(), "{body}");
    }
    assert!(read(format, 200, r#"{"error":"invalid_client","data":{"is_valid":true}}"#).is_err());
}

#[test]
fn dates_in_every_unit() {
    for (unit, exp, iat, expires_at, issued_at) in [
        (ExpiryUnit::UnixSeconds, "60", "50", at(60), at(50)),
        (ExpiryUnit::UnixMilliseconds, "60000", "50000", at(60), at(50)),
        (ExpiryUnit::Rfc3339, "\"1970-01-01T00:01:00Z\"", "\"1970-01-01T00:00:50Z\"", at(60), at(50)),
        (ExpiryUnit::Seconds, "60", "50", at(160), at(50)),
        (ExpiryUnit::Milliseconds, "60000", "50", at(160), at(50)),
    ] {
        let exp_format = ExpiryFormat { unit, ..FORMAT.exp };
        let format = IntrospectionResponseFormat { exp: exp_format, ..FORMAT };
        let fields = active(format, &format!("{{\"active\":true,\"exp\":{exp},\"iat\":{iat}}}"));
        assert_eq!((fields.expires_at, fields.issued_at), (expires_at, issued_at), "{unit:?}");
    }
    let endless =
        IntrospectionResponseFormat { exp: ExpiryFormat { zero_is_never: true, ..FORMAT.exp }, ..FORMAT };
    assert_eq!(active(endless, r#"{"active":true,"exp":0}"#).expires_at, None);
    assert_eq!(active(FORMAT, r#"{"active":true,"exp":0}"#).expires_at, at(0));
    assert_eq!(active(FORMAT, r#"{"active":true,"exp":null,"iat":"soon"}"#).expires_at, None);
}

#[test]
fn the_status_says_whether_a_token_is_active() {
    let format = IntrospectionResponseFormat { active: ActiveFormat::Status, ..FORMAT };
    assert!(read(format, 401, "<html>").unwrap().is_none());
    assert!(read(format, 404, "{}").is_err());
    assert!(read(format, 200, "{}").unwrap().is_some());
    assert!(read(FORMAT, 401, "{}").is_err());
}

#[test]
fn active_is_a_json_boolean() {
    for odd in ["\"true\"", "\"false\"", "1", "0", "null", "[]", "{}"] {
        let error = read(FORMAT, 200, &format!(r#"{{"active": {odd}}}"#)).unwrap_err().to_string();
        assert!(error.contains("`active` is not a JSON boolean"), "{odd}: {error}");
    }
    assert!(read(FORMAT, 200, "{}").is_err());
    assert!(read(FORMAT, 200, r#"{"active": false, "sub": "alice"}"#).unwrap().is_none());
    assert_eq!(active(FORMAT, r#"{"active": true, "sub": "alice"}"#).subject.as_deref(), Some("alice"));
}

#[test]
fn dates_are_seconds_since_1970() {
    let fields = active(FORMAT, r#"{"active": true, "iat": 1700000000, "exp": 4000000000.5}"#);
    assert_eq!((fields.issued_at, fields.expires_at), (at(1_700_000_000), at(4_000_000_000)));
}

#[test]
fn members_that_say_nothing_are_absent() {
    for odd in ["true", "false", "null", "{}"] {
        let fields = active(FORMAT, &format!(r#"{{"active":true,"scope":{odd},"sub":{odd}}}"#));
        assert_eq!((fields.scope, fields.subject), (None, None), "{odd}");
    }
}
