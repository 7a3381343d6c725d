//! The members that we know of a JSON object, in one pass and without copies.
//!
//! Values are kept as raw text, so that the result does not depend on the features of serde_json
//! that another crate switches on, and a malformed member costs nothing but itself.

use serde::de::{self, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;
use std::fmt::Write;
use std::time::{Duration, SystemTime};

/// Why a body is not an object with unambiguous members. Holds no value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Flaw(pub(crate) String);

/// The raw values of the named members, in the order of the names.
pub(crate) fn members<'a, const N: usize>(
    body: &'a [u8],
    names: [&str; N],
) -> Result<[Option<&'a RawValue>; N], Flaw> {
    let text = std::str::from_utf8(body).map_err(|_| Flaw("it is not UTF-8".to_owned()))?;
    let mut found = [None; N];
    let mut repeated = None;
    let mut parser = serde_json::Deserializer::from_str(text);
    let result = parser
        .deserialize_map(Pick { names: &names, found: &mut found, repeated: &mut repeated })
        .and_then(|()| parser.end());
    match (repeated, result) {
        (Some(name), _) => Err(Flaw(format!("`{name}` stands there more than once"))),
        (None, Err(error)) => {
            Err(Flaw(format!("it is not one JSON object (line {}, column {})", error.line(), error.column())))
        }
        (None, Ok(())) => Ok(found),
    }
}

struct Pick<'n, 'f, 'a> {
    names: &'n [&'n str],
    found: &'f mut [Option<&'a RawValue>],
    repeated: &'f mut Option<&'n str>,
}

impl<'a> Visitor<'a> for Pick<'_, '_, 'a> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<M: MapAccess<'a>>(self, mut map: M) -> Result<(), M::Error> {
        while let Some(position) = map.next_key_seed(Name(self.names))? {
            match position.and_then(|position| Some((position, self.found.get_mut(position)?))) {
                Some((position, slot @ None)) => {
                    let _ = position;
                    *slot = Some(map.next_value()?);
                }
                Some((position, Some(_))) => {
                    *self.repeated = self.names.get(position).copied();
                    return Err(de::Error::custom("repeated member"));
                }
                None => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}

/// A member's name, as its position among the known ones.
struct Name<'n>(&'n [&'n str]);

impl<'a> DeserializeSeed<'a> for Name<'_> {
    type Value = Option<usize>;

    fn deserialize<D: Deserializer<'a>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Name<'_> {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member name")
    }

    fn visit_str<E>(self, name: &str) -> Result<Self::Value, E> {
        Ok(self.0.iter().position(|known| *known == name))
    }
}

/// A JSON string; `None` for any other value and for one that is not valid Unicode.
pub(crate) fn string(value: &RawValue) -> Option<Cow<'_, str>> {
    let inner = value.get().strip_prefix('"')?.strip_suffix('"')?;
    if inner.contains('\\') {
        return serde_json::from_str(value.get()).ok().map(Cow::Owned);
    }
    Some(Cow::Borrowed(inner))
}

/// Whether the value says nothing: `null`, `false` or an empty string.
pub(crate) fn is_blank(value: &RawValue) -> bool {
    matches!(value.get(), "null" | "false" | "\"\"")
}

/// A JSON array of strings.
pub(crate) fn strings(value: &RawValue) -> Option<Vec<String>> {
    serde_json::from_str(value.get()).ok()
}

/// A number of seconds: a JSON number, or one in a string. Fractions are rounded down, a negative
/// number counts as zero, one beyond a century as a century.
pub(crate) fn seconds(value: &RawValue) -> Option<u64> {
    number_of_seconds(&string(value).unwrap_or(Cow::Borrowed(value.get())))
}

/// The same outside of JSON.
pub(crate) fn number_of_seconds(text: &str) -> Option<u64> {
    const CENTURY: u64 = 3_155_760_000;
    Some(number(text)?.min(CENTURY))
}

/// A date in seconds since 1970, at most the end of the year 9999.
pub(crate) fn date(value: &RawValue) -> Option<SystemTime> {
    const YEAR_9999: u64 = 253_402_300_799;
    let seconds = number(&string(value).unwrap_or(Cow::Borrowed(value.get())))?.min(YEAR_9999);
    SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(seconds))
}

fn number(text: &str) -> Option<u64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let numeric = digits.starts_with(|first: char| first.is_ascii_digit())
        && digits.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-'));
    if !numeric {
        return None;
    }
    let number: f64 = text.parse().ok()?;
    // A cast from a float saturates, and there is no NaN to cast.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    Some(number as u64)
}

/// Names, types and lengths of the members of a body, for an error message. A secret that we sent is
/// masked, also where it comes back as a name.
pub(crate) fn shape(body: &[u8], secrets: &[&str]) -> String {
    const MEMBERS: usize = 24;
    let parsed =
        std::str::from_utf8(body).ok().and_then(|text| serde_json::from_str::<Members<'_>>(text).ok());
    let Some(Members(members)) = parsed else {
        return format!("no JSON object, {} bytes", body.len());
    };
    let mut shape = String::from("{");
    for (position, (name, value)) in members.iter().take(MEMBERS).enumerate() {
        let separator = if position == 0 { "" } else { ", " };
        // Masked before it is cut, so that no part of a secret stays.
        let name: String = super::text::printable(name, secrets).chars().take(40).collect();
        let _ = write!(shape, "{separator}{name}: {}", kind(value));
    }
    if members.len() > MEMBERS {
        let _ = write!(shape, ", and {} more", members.len().saturating_sub(MEMBERS));
    }
    shape.push('}');
    shape
}

fn kind(value: &RawValue) -> String {
    match value.get().as_bytes().first() {
        Some(b'"') => format!("string of {}", value.get().len().saturating_sub(2)),
        Some(b'{') => "object".to_owned(),
        Some(b'[') => "array".to_owned(),
        Some(b't' | b'f') => "boolean".to_owned(),
        Some(b'n') => "null".to_owned(),
        _ => "number".to_owned(),
    }
}

struct Members<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'a> serde::Deserialize<'a> for Members<'a> {
    fn deserialize<D: Deserializer<'a>>(deserializer: D) -> Result<Self, D::Error> {
        struct Collect;
        impl<'a> Visitor<'a> for Collect {
            type Value = Members<'a>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<M: MapAccess<'a>>(self, mut map: M) -> Result<Self::Value, M::Error> {
                let mut members = Vec::new();
                while let Some((name, value)) = map.next_entry::<String, &'a RawValue>()? {
                    members.push((Cow::Owned(name), value));
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Collect)
    }
}

/// Decodes a typed part of the body. The error says what does not fit, never with a value.
pub(crate) fn typed<T: de::DeserializeOwned>(body: &[u8]) -> Result<T, String> {
    serde_json::from_slice(body).map_err(|error| {
        let text = error.to_string();
        // serde quotes values in its other messages; these two name members of the user's own type.
        let named = ["missing field `", "duplicate field `"].iter().any(|start| text.starts_with(start));
        let what = text.split(" at line").next().filter(|_| named).unwrap_or("a member has another type");
        format!("{what} (line {}, column {})", error.line(), error.column())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(body: &str) -> Result<Option<&str>, Flaw> {
        members(body.as_bytes(), ["a"]).map(|[a]| a.map(RawValue::get))
    }

    #[test]
    fn members_are_found_by_name() {
        assert_eq!(one(r#"{"b": [1, {"a": 2}], "a": "x"}"#), Ok(Some(r#""x""#)));
        assert_eq!(one(r#"{"\u0061": 1}"#), Ok(Some("1")));
        assert_eq!(one("{}"), Ok(None));
    }

    #[test]
    fn what_is_ambiguous_or_no_object_is_refused() {
        assert_eq!(one(r#"{"a": 1, "\u0061": 2}"#), Err(Flaw("`a` stands there more than once".to_owned())));
        for body in ["", "[]", "null", "{", r#"{"a": 1} x"#, r#"{"a": 1"#, "<html>", "{\"a\": NaN}"] {
            assert!(one(body).is_err(), "{body}");
        }
        assert!(members(b"{\"a\": \"\xff\"}", ["a"]).is_err());
        assert!(one(&format!("{{\"b\": {}}}", "[".repeat(100_000))).is_err());
    }

    #[test]
    fn seconds_in_every_spelling() {
        let seconds = |text: &str| seconds(&RawValue::from_string(text.to_owned()).unwrap());
        for spelling in ["3600", "\"3600\"", "3600.0", "3.6e3", "3600.7"] {
            assert_eq!(seconds(spelling), Some(3600), "{spelling}");
        }
        for spelling in ["-1", "-2147483649", "-9223372036854775808", "0"] {
            assert_eq!(seconds(spelling), Some(0), "{spelling}");
        }
        for spelling in ["9223372036854775807", "18446744073709551615", "1e18", "1e23", "1e400"] {
            assert_eq!(seconds(spelling), Some(3_155_760_000), "{spelling}");
        }
        for spelling in ["\"soon\"", "\"\"", "true", "null", "[]", "\"inf\"", "\"nan\"", "\" 1\""] {
            assert_eq!(seconds(spelling), None, "{spelling}");
        }
    }

    #[test]
    fn dates_beyond_a_lifetime() {
        let date = |text: &str| date(&RawValue::from_string(text.to_owned()).unwrap());
        let at = |seconds| SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(seconds));
        assert_eq!(date("1521545955"), at(1_521_545_955));
        assert_eq!(date("4102444800"), at(4_102_444_800));
        assert_eq!(date("1e400"), at(253_402_300_799));
        assert_eq!(date("\"soon\""), None);
    }

    #[test]
    fn a_shape_shows_no_value() {
        let shape =
            shape(br#"{"access_token": "secret", "expires_in": 1, "x": null, "y": {"z": "secret"}}"#, &[]);
        assert_eq!(shape, "{access_token: string of 6, expires_in: number, x: null, y: object}");
        assert_eq!(super::shape(b"<html>secret", &[]), "no JSON object, 12 bytes");
        let name = format!("{}hunter22", "x".repeat(36));
        let shape = super::shape(format!("{{\"{name}\": 1}}").as_bytes(), &["hunter22"]);
        assert_eq!(shape, format!("{{{}[red: number}}", "x".repeat(36)));
    }

    #[test]
    fn a_name_in_a_shape_is_bounded_and_no_secret() {
        let secret = "s".repeat(50);
        let body = format!(r#"{{"{secret}": 1, "{}": 2}}"#, "\u{e9}".repeat(50));
        let expected = format!("{{[redacted]: number, {}: number}}", "\u{e9}".repeat(40));
        assert_eq!(shape(body.as_bytes(), &[&secret]), expected);
    }
}
