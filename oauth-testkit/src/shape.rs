//! The shape of an answer: members at pointers, conditions, formats, dates.

use crate::refusal;
use http::{Response, StatusCode};
use oauth_core::metadata::{AnswerFormat, Condition, Test, TokenResponseFormat};
use serde_json::{Map, Value};
use std::time::{Duration, SystemTime};

/// Puts a value where a pointer leads: a bare word is a member, `/a/b` a JSON pointer (RFC 6901).
/// Objects and arrays on the way are made.
pub(crate) fn set(target: &mut Value, pointer: &str, value: Value) {
    let Some(path) = pointer.strip_prefix('/') else {
        if pointer.is_empty() {
            *target = value;
        } else {
            put(target, &mut std::iter::once(pointer.to_owned()), value);
        }
        return;
    };
    put(target, &mut path.split('/').map(|segment| segment.replace("~1", "/").replace("~0", "~")), value);
}

/// The highest index of an array that is made for a pointer.
const MAX_INDEX: usize = 16;

fn put(target: &mut Value, path: &mut dyn Iterator<Item = String>, value: Value) {
    let Some(segment) = path.next() else {
        *target = value;
        return;
    };
    if let Ok(index @ ..=MAX_INDEX) = segment.parse::<usize>() {
        if !target.is_array() {
            *target = Value::Array(Vec::new());
        }
        if let Some(list) = target.as_array_mut() {
            list.resize(list.len().max(index.saturating_add(1)), Value::Null);
            if let Some(item) = list.get_mut(index) {
                put(item, path, value);
            }
        }
        return;
    }
    if !target.is_object() {
        *target = Value::Object(Map::new());
    }
    if let Some(object) = target.as_object_mut() {
        put(object.entry(segment).or_insert(Value::Null), path, value);
    }
}

/// A value of a declaration, as JSON would write it.
pub(crate) fn typed(text: &str) -> Value {
    match text {
        "true" | "false" => Value::Bool(text == "true"),
        _ => match text.parse::<i64>() {
            Ok(number) if number.to_string() == text => number.into(),
            _ => text.into(),
        },
    }
}

/// Makes a condition true, or so plainly false as providers do in a good answer.
pub(crate) fn decide(target: &mut Value, condition: &Condition, holds: bool) {
    let other = |value: &str| match typed(value) {
        Value::Bool(value) => Value::Bool(!value),
        Value::Number(_) => Value::from(40_000),
        _ => Value::from("testkit"),
    };
    let value = match (condition.test, holds) {
        (Test::Present, true) => Value::from("testkit"),
        (Test::Equals(value), true) | (Test::Differs(value), false) => typed(value),
        (Test::Differs(value), true) => other(value),
        (Test::Equals(value), false) if matches!(typed(value), Value::Bool(_)) => other(value),
        _ => return,
    };
    set(target, condition.member, value);
}

/// Writes an answer in the declared format.
pub(crate) fn write(
    format: &TokenResponseFormat,
    accepts_json: bool,
    status: StatusCode,
    answer: &Value,
) -> Response<Vec<u8>> {
    let mut response = match format.format {
        AnswerFormat::Form => form(status, answer),
        AnswerFormat::JsonOrForm if !accepts_json => form(status, answer),
        // Content types that say nothing of JSON, as such providers have them.
        AnswerFormat::JsonOfAnyType => {
            refusal::text(status, "text/plain; charset=utf-8", &answer.to_string())
        }
        AnswerFormat::Jsonp => refusal::text(status, "text/html", &format!("callback( {answer} );\n")),
        _ => refusal::json(status, answer),
    };
    response.body_mut().splice(..0, format.prefix.unwrap_or_default().bytes());
    response
}

/// Form-encoded members; what is no text is written as JSON.
fn form(status: StatusCode, answer: &Value) -> Response<Vec<u8>> {
    let mut form = form_urlencoded::Serializer::new(String::new());
    for (name, value) in answer.as_object().into_iter().flatten() {
        match value {
            Value::String(text) => form.append_pair(name, text),
            value => form.append_pair(name, &value.to_string()),
        };
    }
    refusal::text(status, "application/x-www-form-urlencoded; charset=utf-8", &form.finish())
}

/// Seconds since 1970; a time before that counts as 1970.
pub(crate) fn unix(time: SystemTime) -> Duration {
    time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default()
}

/// A date as in RFC 3339, in UTC.
pub(crate) fn rfc3339(time: SystemTime) -> String {
    let seconds = unix(time).as_secs();
    let (days, second) = (seconds / 86_400, seconds % 86_400);
    // The days of 400 years repeat; years begin in March, so that a leap day is the last one.
    let days = days + 719_468;
    let (era, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year + era * 400 + u64::from(month <= 2);
    let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn pointers_make_what_they_lead_through() {
        let mut value = json!({"ok": true});
        set(&mut value, "access_token", "a".into());
        set(&mut value, "/data/tokens/1/x~1y", 7.into());
        set(&mut value, "/ok", false.into());
        let expected = json!({"ok": false, "access_token": "a", "data": {"tokens": [null, {"x/y": 7}]}});
        assert_eq!(value, expected);
    }

    #[test]
    fn conditions_of_good_and_bad_answers() {
        let decided = |test, holds| {
            let mut value = json!({});
            decide(&mut value, &Condition { member: "/c", test }, holds);
            value
        };
        assert_eq!(decided(Test::Equals("false"), true), json!({"c": false}));
        assert_eq!(decided(Test::Equals("false"), false), json!({"c": true}));
        assert_eq!(decided(Test::Equals("bad"), false), json!({}));
        assert_eq!(decided(Test::Differs("0"), true), json!({"c": 40000}));
        assert_eq!(decided(Test::Differs("0"), false), json!({"c": 0}));
        assert_eq!(decided(Test::Present, true), json!({"c": "testkit"}));
        assert_eq!(decided(Test::Present, false), json!({}));
    }

    #[test]
    fn dates() {
        let at = |seconds| rfc3339(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds));
        assert_eq!(at(0), "1970-01-01T00:00:00Z");
        assert_eq!(at(951_782_399), "2000-02-28T23:59:59Z");
        assert_eq!(at(951_782_400), "2000-02-29T00:00:00Z");
        assert_eq!(at(1_795_305_600), "2026-11-22T00:00:00Z");
        assert_eq!(at(1_704_067_199), "2023-12-31T23:59:59Z");
    }
}
