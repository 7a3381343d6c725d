use super::*;
use http::HeaderMap;
use std::time::Duration;

fn read(body: &str) -> Result<Option<IntrospectionFields>, Error> {
    let answer = Answer {
        status: StatusCode::OK,
        headers: &HeaderMap::new(),
        body: body.as_bytes(),
        now: SystemTime::UNIX_EPOCH,
        secrets: &[],
    };
    decode(&Metadata::DEFAULT, &answer)
}

#[test]
fn active_is_a_json_boolean() {
    for odd in ["\"true\"", "\"false\"", "1", "0", "null", "[]", "{}"] {
        let error = read(&format!(r#"{{"active": {odd}}}"#)).unwrap_err().to_string();
        assert!(error.contains("`active` is not a JSON boolean"), "{odd}: {error}");
    }
    assert!(read("{}").is_err());
    assert!(read(r#"{"active": false, "sub": "alice"}"#).unwrap().is_none());
    assert_eq!(
        read(r#"{"active": true, "sub": "alice"}"#).unwrap().unwrap().subject.as_deref(),
        Some("alice")
    );
}

#[test]
fn dates_are_seconds_since_1970() {
    let fields = read(r#"{"active": true, "iat": 1700000000, "exp": 4000000000.5}"#).unwrap().unwrap();
    let at = |seconds| Some(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds));
    assert_eq!((fields.issued_at, fields.expires_at), (at(1_700_000_000), at(4_000_000_000)));
}
