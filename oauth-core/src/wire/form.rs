//! `application/x-www-form-urlencoded` (RFC 6749 appendix B).

use std::borrow::Cow;

/// Parameters in the order in which they are appended.
#[derive(Default)]
pub(crate) struct Form(String);

impl Form {
    pub(crate) fn with_capacity(capacity: usize) -> Self {
        Self(String::with_capacity(capacity))
    }

    pub(crate) fn append(&mut self, name: &str, value: &str) {
        if !self.0.is_empty() {
            self.0.push('&');
        }
        encode_to(&mut self.0, name);
        self.0.push('=');
        encode_to(&mut self.0, value);
    }

    /// Scopes as one parameter; none, if there are none.
    pub(crate) fn append_scopes(&mut self, scopes: &[Cow<'static, str>], delimiter: char) {
        if !scopes.is_empty() {
            self.append("scope", &join(scopes, delimiter));
        }
    }

    pub(crate) fn into_string(self) -> String {
        self.0
    }
}

pub(crate) fn encode_to(out: &mut String, text: &str) {
    out.extend(form_urlencoded::byte_serialize(text.as_bytes()));
}

pub(crate) fn join(scopes: &[Cow<'static, str>], delimiter: char) -> String {
    let mut joined = String::with_capacity(scopes.iter().map(|scope| scope.len().saturating_add(1)).sum());
    for scope in scopes {
        if !joined.is_empty() {
            joined.push(delimiter);
        }
        joined.push_str(scope);
    }
    joined
}

/// Decodes one name or value; `None` if it is not UTF-8.
pub(crate) fn decode(text: &str) -> Option<Cow<'_, str>> {
    if !text.bytes().any(|byte| matches!(byte, b'+' | b'%')) {
        return Some(Cow::Borrowed(text));
    }
    let spaced = text.replace('+', " ");
    let decoded = percent_encoding::percent_decode_str(&spaced).decode_utf8().ok()?;
    Some(Cow::Owned(decoded.into_owned()))
}

/// The pairs of a query or form, still encoded.
pub(crate) fn pairs(query: &str) -> impl Iterator<Item = (&str, &str)> {
    query.split('&').filter(|pair| !pair.is_empty()).map(|pair| pair.split_once('=').unwrap_or((pair, "")))
}
