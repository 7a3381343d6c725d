//! `application/x-www-form-urlencoded` (RFC 6749 appendix B).

use super::text;
use crate::metadata::JsonType;
use std::borrow::Cow;

/// Whatever takes parameters, in the order in which they are appended.
pub(crate) trait Parameters {
    fn append(&mut self, name: &str, value: &str);

    /// The same for a name that needs no encoding, as those of the RFCs.
    fn append_known(&mut self, name: &'static str, value: Value<'_>) {
        self.append(name, value.text);
    }

    /// Takes parameters that are encoded already, if it is a form; says whether it did.
    fn append_encoded(&mut self, _parameters: &str) -> bool {
        false
    }

    /// A value that a JSON body writes otherwise than as a string.
    fn append_typed(&mut self, name: &str, value: &str, _json: JsonType, _delimiter: char) {
        self.append(name, value);
    }

    /// Several values as one parameter; nothing, if there are none.
    fn append_joined(&mut self, name: &str, values: &[Cow<'static, str>], delimiter: char);
}

/// A value, with its encoding where that is known already.
#[derive(Clone, Copy)]
pub(crate) struct Value<'a> {
    text: &'a str,
    encoded: Option<&'a str>,
}

impl<'a> Value<'a> {
    pub(crate) const fn new(text: &'a str, encoded: Option<&'a str>) -> Self {
        Self { text, encoded }
    }

    /// One that goes out as it is.
    pub(crate) const fn plain(text: &'a str) -> Self {
        Self::new(text, Some(text))
    }

    pub(crate) fn text(self) -> &'a str {
        self.text
    }

    /// Whether this is what someone else encoded so; most encode as we do.
    pub(crate) fn is(self, encoded: &str) -> bool {
        self.encoded == Some(encoded) || decode(encoded).as_deref() == Some(self.text)
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::new(text, None)
    }
}

/// Encoded parameters, as a body or behind the beginning of a URL.
#[derive(Clone)]
pub(crate) struct Form {
    text: String,
    next: Next,
}

/// Where the next parameter stands.
#[derive(Clone, Copy)]
enum Next {
    /// At the beginning of a body.
    First,
    /// At the beginning of a query.
    Query,
    /// Behind another one.
    Further,
}

impl Form {
    pub(crate) fn with_capacity(capacity: usize) -> Self {
        Self { text: String::with_capacity(capacity), next: Next::First }
    }

    /// The query of this URL, which may have one already.
    pub(crate) fn query_of(url: &str, capacity: usize) -> Self {
        let mut form = Self::with_capacity(url.len().saturating_add(capacity));
        form.text.push_str(url);
        form.next = if text::all(url, |byte| byte != b'?') { Next::Query } else { Next::Further };
        form
    }

    /// The query in a fragment of this URL, where a page routes by its fragment.
    pub(crate) fn fragment_of(url: &str, route: &str, capacity: usize) -> Self {
        let length = url.len().saturating_add(route.len()).saturating_add(capacity);
        let mut form = Self::with_capacity(length);
        form.text.extend([url, "#", route]);
        form.next = Next::Query;
        form
    }

    /// A copy with room for more.
    pub(crate) fn extended(&self, capacity: usize) -> Self {
        let mut form = Self::with_capacity(self.text.len().saturating_add(capacity));
        form.text.push_str(&self.text);
        form.next = self.next;
        form
    }

    pub(crate) fn into_string(self) -> String {
        self.text
    }

    fn separate(&mut self) {
        match std::mem::replace(&mut self.next, Next::Further) {
            Next::First => {}
            Next::Query => self.text.push('?'),
            Next::Further => self.text.push('&'),
        }
    }
}

impl Parameters for Form {
    fn append(&mut self, name: &str, value: &str) {
        self.separate();
        encode_to(&mut self.text, name);
        self.text.push('=');
        encode_to(&mut self.text, value);
    }

    fn append_known(&mut self, name: &'static str, value: Value<'_>) {
        self.separate();
        self.text.push_str(name);
        self.text.push('=');
        match value.encoded {
            Some(encoded) => self.text.push_str(encoded),
            None => encode_to(&mut self.text, value.text),
        }
    }

    fn append_encoded(&mut self, parameters: &str) -> bool {
        self.separate();
        self.text.push_str(parameters);
        true
    }

    fn append_joined(&mut self, name: &str, values: &[Cow<'static, str>], delimiter: char) {
        let Some((first, others)) = values.split_first() else { return };
        self.append(name, first);
        for value in others {
            match delimiter {
                ' ' => self.text.push('+'),
                other => encode_to(&mut self.text, other.encode_utf8(&mut [0; 4])),
            }
            encode_to(&mut self.text, value);
        }
    }
}

/// The fields of a form that a browser encodes.
impl Parameters for Vec<(String, String)> {
    fn append(&mut self, name: &str, value: &str) {
        self.push((name.to_owned(), value.to_owned()));
    }

    fn append_joined(&mut self, name: &str, values: &[Cow<'static, str>], delimiter: char) {
        if !values.is_empty() {
            self.push((name.to_owned(), join(values, delimiter)));
        }
    }
}

pub(crate) fn join(values: &[Cow<'static, str>], delimiter: char) -> String {
    values.join(delimiter.encode_utf8(&mut [0; 4]) as &str)
}

/// The encoding of a text that is used more than once.
pub(crate) fn encoded(text: &str) -> Box<str> {
    let mut encoded = String::with_capacity(text.len());
    encode_to(&mut encoded, text);
    encoded.into_boxed_str()
}

pub(crate) fn encode_to(out: &mut String, text: &str) {
    // Most names and values stay as they are.
    if is_plain_text(text) {
        return out.push_str(text);
    }
    let mut rest = text;
    while !rest.is_empty() {
        let (plain, behind) = split_before(rest, |byte| !is_plain(byte));
        out.push_str(plain);
        // Between plain characters, which are ASCII, there are whole characters.
        let (special, behind) = split_before(behind, is_plain);
        special.bytes().for_each(|byte| push_escaped(out, byte));
        rest = behind;
    }
}

fn push_escaped(out: &mut String, byte: u8) {
    let start = usize::from(byte).saturating_mul(3);
    match byte {
        b' ' => out.push('+'),
        _ => out.push_str(ESCAPES.get(start..start.saturating_add(3)).unwrap_or_default()),
    }
}

/// The text in front of the first such byte, and the rest.
fn split_before(text: &str, is_end: impl Fn(u8) -> bool) -> (&str, &str) {
    text.bytes().position(is_end).and_then(|end| text.split_at_checked(end)).unwrap_or((text, ""))
}

/// Whether it goes out as it is.
pub(crate) fn is_plain_text(text: &str) -> bool {
    // Eight at a time, so that a byte costs little more than its look-up.
    let (chunks, rest) = text.as_bytes().as_chunks::<8>();
    chunks.iter().all(|chunk| chunk.iter().fold(true, |plain, byte| plain & is_plain(*byte)))
        && rest.iter().all(|byte| is_plain(*byte))
}

fn is_plain(byte: u8) -> bool {
    PLAIN.get(usize::from(byte)).is_some_and(|plain| *plain)
}

/// A table, since every byte of a request is looked up. It is made at compile time, where an index out of
/// bounds does not compile.
#[allow(clippy::indexing_slicing)]
static PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        plain[byte as usize] = byte.is_ascii_alphanumeric() || matches!(byte, b'*' | b'-' | b'.' | b'_');
        byte += 1;
    }
    plain
};

/// The escape of every byte, `%00` to `%FF`, side by side.
static ESCAPES: &str = {
    #[allow(clippy::indexing_slicing, clippy::arithmetic_side_effects)]
    const BYTES: [u8; 768] = {
        let digits = b"0123456789ABCDEF";
        let mut bytes = [b'%'; 768];
        let mut byte = 0;
        while byte < 256 {
            bytes[3 * byte + 1] = digits[byte >> 4];
            bytes[3 * byte + 2] = digits[byte & 15];
            byte += 1;
        }
        bytes
    };
    match std::str::from_utf8(&BYTES) {
        Ok(text) => text,
        Err(_) => "",
    }
};

/// Decodes one name or value; `None` if it is not UTF-8.
pub(crate) fn decode(text: &str) -> Option<Cow<'_, str>> {
    if text::all(text, |byte| !matches!(byte, b'+' | b'%')) {
        return Some(Cow::Borrowed(text));
    }
    let mut decoded = Vec::with_capacity(text.len());
    let mut parts = text.as_bytes().split(|byte| *byte == b'%');
    extend_spaced(&mut decoded, parts.next().unwrap_or_default());
    for part in parts {
        let byte = part.split_first_chunk().and_then(|(digits, rest)| Some((byte_of(*digits)?, rest)));
        // What is no escape stays as it is (the URL standard, "percent-decode").
        let (byte, rest) = byte.unwrap_or((b'%', part));
        decoded.push(byte);
        extend_spaced(&mut decoded, rest);
    }
    String::from_utf8(decoded).ok().map(Cow::Owned)
}

fn extend_spaced(out: &mut Vec<u8>, part: &[u8]) {
    out.extend(part.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }));
}

/// The byte with these hexadecimal digits.
fn byte_of([high, low]: [u8; 2]) -> Option<u8> {
    let digit = |digit| char::from(digit).to_digit(16);
    u8::try_from(digit(high)? << 4 | digit(low)?).ok()
}

/// The pairs of a query or form, still encoded.
pub(crate) fn pairs(query: &str) -> impl Iterator<Item = (&str, &str)> {
    query.split('&').filter(|pair| !pair.is_empty()).map(|pair| split_once(pair, b'=').unwrap_or((pair, "")))
}

/// What stands before and behind the first of these ASCII characters. Where it stands near the
/// beginning, that takes fewer steps than `str::split_once`.
pub(crate) fn split_once(text: &str, separator: u8) -> Option<(&str, &str)> {
    let (before, rest) = text.split_at_checked(text.bytes().position(|byte| byte == separator)?)?;
    Some((before, rest.get(1..)?))
}

#[cfg(test)]
#[path = "form_tests.rs"]
mod tests;
