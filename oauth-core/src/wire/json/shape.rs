//! Names, types and lengths of the members of a body, for an error message.

use super::scan::{self, Name, Raw, Reader};
use crate::wire::members::Utf8;
use crate::wire::text;
use std::fmt::Write;

/// The most members that a message lists.
const MEMBERS: usize = 24;

/// The shape of a body. A secret that we sent is masked, also where it comes back as a name.
pub(crate) fn shape(body: Utf8<'_>, secrets: &[&str]) -> String {
    // Masked before it is cut, so that no part of a secret stays.
    shape_with(body, &|name| text::printable(name, secrets).chars().take(40).collect())
}

/// The shape of a body where nobody knows any more what we sent: a name that no RFC has may be a secret.
pub(crate) fn nameless_shape(body: &str) -> String {
    shape_with(body.into(), &|name| match name {
        name if KNOWN.contains(&name) => name.to_owned(),
        name => format!("a name of {}", name.len()),
    })
}

/// The names of RFC 6749 sections 5.1 and 5.2, and of OpenID Connect.
const KNOWN: [&str; 9] = [
    "access_token",
    "token_type",
    "expires_in",
    "refresh_token",
    "scope",
    "id_token",
    "error",
    "error_description",
    "error_uri",
];

fn shape_with(body: Utf8<'_>, name: &dyn Fn(&str) -> String) -> String {
    let mut members = Members { name, shown: String::from("{"), count: 0 };
    if body.text().and_then(|text| scan::object(text, &mut members).ok()).is_none() {
        return format!("no JSON object, {} bytes", body.bytes.len());
    }
    let Members { mut shown, count, .. } = members;
    if count > MEMBERS {
        let _ = write!(shown, ", and {} more", count.saturating_sub(MEMBERS));
    }
    shown.push('}');
    shown
}

struct Members<'n> {
    /// How a name is shown.
    name: &'n dyn Fn(&str) -> String,
    shown: String,
    count: usize,
}

impl<'a> Reader<'a> for Members<'_> {
    fn member(&mut self, name: Name<'a>, depth: usize, _: u32) -> u32 {
        if depth > 0 {
            return 0;
        }
        self.count = self.count.saturating_add(1);
        if self.count > MEMBERS {
            return 0;
        }
        let separator = if self.count == 1 { "" } else { ", " };
        let name = name.text().unwrap_or_else(|| "a name that is not Unicode".into());
        let _ = write!(self.shown, "{separator}{}: ", (self.name)(&name));
        1
    }

    fn element(&mut self, _: usize, _: usize, _: u32) -> u32 {
        0
    }

    fn value(&mut self, value: Raw<'a>, _: usize, _: u32) {
        let kind = match value.text.as_bytes().first() {
            Some(b'"') => {
                let _ = write!(self.shown, "string of {}", value.text.len().saturating_sub(2));
                return;
            }
            Some(b'{') => "object",
            Some(b'[') => "array",
            Some(b't' | b'f') => "boolean",
            Some(b'n') => "null",
            _ => "number",
        };
        self.shown.push_str(kind);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shape_shows_no_value() {
        let body = r#"{"access_token": "secret", "expires_in": 1, "x": null, "y": {"z": "secret"}, "l": [1], "b": true}"#;
        assert_eq!(
            shape(body.into(), &[]),
            "{access_token: string of 6, expires_in: number, x: null, y: object, l: array, b: boolean}"
        );
        assert_eq!(shape("{}".into(), &[]), "{}");
        assert_eq!(shape("<html>secret".into(), &[]), "no JSON object, 12 bytes");
        assert_eq!(shape("{\"a\": \"secret".into(), &[]), "no JSON object, 13 bytes");
        let name = format!("{}hunter22", "x".repeat(36));
        let shape = shape(format!("{{\"{name}\": 1}}").as_str().into(), &["hunter22"]);
        assert_eq!(shape, format!("{{{}[red: number}}", "x".repeat(36)));
    }

    #[test]
    fn a_shape_is_bounded() {
        let members: Vec<String> = (0..30).map(|number| format!("\"m{number}\": 1")).collect();
        let shape = shape(format!("{{{}}}", members.join(",")).as_str().into(), &[]);
        assert!(shape.ends_with("m23: number, and 6 more}"), "{shape}");
    }

    #[test]
    fn a_nameless_shape_has_the_names_of_the_rfcs_only() {
        let body = r#"{"access_token": "AT", "hunter22": 1, "scope\u0065": {}, "a": [1, 2]}"#;
        assert_eq!(
            nameless_shape(body),
            "{access_token: string of 2, a name of 8: number, a name of 6: object, a name of 1: array}"
        );
        assert_eq!(nameless_shape("hunter22"), "no JSON object, 8 bytes");
    }

    #[test]
    fn a_name_in_a_shape_is_bounded_and_no_secret() {
        let secret = "s".repeat(50);
        let body = format!(r#"{{"{secret}": 1, "{}": 2}}"#, "\u{e9}".repeat(50));
        let expected = format!("{{[redacted]: number, {}: number}}", "\u{e9}".repeat(40));
        assert_eq!(shape(body.as_str().into(), &[&secret]), expected);
    }
}
