//! The members of an answer, however it is written (RFC 6749 sections 5.1 and 5.2): JSON, JSON in
//! a call of a function, or a form.

use super::form;
use super::json::{self, Place, Places};
use super::value::Value;
use crate::metadata::AnswerFormat;
use std::borrow::Cow;
use std::collections::BTreeMap;
use zeroize::Zeroize;

/// Why an answer is not an object with unambiguous members. Holds no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flaw {
    NotUtf8,
    NoCall,
    NoObject {
        line: usize,
        column: usize,
    },
    /// The place with this number was found more than once.
    Repeated(usize),
}

/// A body that was judged once: its bytes, and as much from its beginning as is UTF-8.
#[derive(Clone, Copy)]
pub(crate) struct Utf8<'a> {
    pub(crate) bytes: &'a [u8],
    /// What stands before a flaw may still be a token worth keeping.
    before_flaw: &'a str,
}

impl<'a> Utf8<'a> {
    /// The text, if all of it is one.
    pub(crate) fn text(self) -> Option<&'a str> {
        Some(self.before_flaw).filter(|text| text.len() == self.bytes.len())
    }

    /// What stands behind this prefix, or all of it where it does not begin so.
    pub(crate) fn behind(self, prefix: &str) -> Self {
        match (self.bytes.strip_prefix(prefix.as_bytes()), self.before_flaw.strip_prefix(prefix)) {
            (Some(bytes), Some(before_flaw)) => Self { bytes, before_flaw },
            _ => self,
        }
    }
}

impl<'a> From<&'a str> for Utf8<'a> {
    fn from(text: &'a str) -> Self {
        Self { bytes: text.as_bytes(), before_flaw: text }
    }
}

impl<'a> From<&'a [u8]> for Utf8<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        let before_flaw = std::str::from_utf8(bytes)
            .or_else(|flaw| std::str::from_utf8(bytes.get(..flaw.valid_up_to()).unwrap_or_default()));
        Self { bytes, before_flaw: before_flaw.unwrap_or_default() }
    }
}

/// What an answer is written as.
enum Written<'a> {
    Json(&'a str),
    Form(&'a str),
}

/// Looks for all of these places in one pass. What stands at one is
/// put at the same position among the values; of an answer with a flaw, it is what could be read.
pub(crate) fn read<'a>(
    body: Utf8<'a>,
    format: AnswerFormat,
    places: &Places<[Place<'_>]>,
    values: &mut [Option<Value<'a>>],
) -> Option<Flaw> {
    let flaw = match Written::of(body.before_flaw, format) {
        Some(Written::Json(text)) => read_json(text, places, values),
        Some(Written::Form(text)) => read_form(text, &places.list, values),
        None => Some(Flaw::NoCall),
    };
    if body.text().is_some() { flaw } else { Some(Flaw::NotUtf8) }
}

/// The member that a pointer leads to, and no other: nothing for `null`, for one that stands there more
/// than once, or in an answer that can't be read.
pub(crate) fn member<'a>(body: Utf8<'a>, format: AnswerFormat, pointer: &str) -> Option<Value<'a>> {
    let mut value = [None];
    let flaw = read(body, format, &Places::new([Place::new("", pointer)]), &mut value);
    let [value] = value;
    value.filter(|value| flaw.is_none() && !value.is_null())
}

/// The pointer, among several from a root, that counts: the first that leads to something that is not
/// blank, or else the last. One that leads to two members counts too, so that they are noticed.
pub(crate) fn chosen(
    body: Utf8<'_>,
    format: AnswerFormat,
    root: &str,
    pointers: &'static [&'static str],
) -> &'static str {
    let [before @ .., last] = pointers else { return "" };
    let counts = |pointer: &&&str| {
        let mut value = [None];
        let flaw = read(body, format, &Places::new([Place::new(root, pointer)]), &mut value);
        matches!(flaw, Some(Flaw::Repeated(_))) || value[0].as_ref().is_some_and(|value| !value.is_blank())
    };
    before.iter().find(counts).unwrap_or(last)
}

fn read_json<'a>(
    text: &'a str,
    places: &Places<[Place<'_>]>,
    values: &mut [Option<Value<'a>>],
) -> Option<Flaw> {
    let flaws = json::find(text, places, values);
    flaws.repeated.map(Flaw::Repeated).or_else(|| Some(Flaw::no_object(text, flaws.broken_at?)))
}

/// The same for the parameters of a form, or of the fragment of a callback.
pub(crate) fn read_form<'a>(
    text: &'a str,
    places: &[Place<'_>],
    values: &mut [Option<Value<'a>>],
) -> Option<Flaw> {
    let mut repeated = 0_u32;
    for (name, value) in form::pairs(text) {
        let Some(name) = form::decode(name) else { continue };
        let mut bit = 1_u32;
        for (place, slot) in places.iter().zip(values.iter_mut()) {
            if place.as_member().is_some_and(|known| known == name) {
                if slot.is_some() {
                    repeated |= bit;
                }
                *slot = Some(form::decode(value).map_or(Value::Undecodable, Value::Text));
            }
            bit = bit.wrapping_shl(1);
        }
    }
    json::forget(values, repeated).map(Flaw::Repeated)
}

impl<'a> Written<'a> {
    /// `None` for an answer that should be a call of a function and is none.
    fn of(text: &'a str, format: AnswerFormat) -> Option<Self> {
        if matches!(format, AnswerFormat::Json | AnswerFormat::JsonOfAnyType) {
            return Some(Self::Json(text));
        }
        // No form begins so, and a server that answers otherwise may still refuse in JSON.
        if text.trim_start().starts_with('{') {
            return Some(Self::Json(text));
        }
        let trimmed = text.trim();
        match (argument(trimmed), format) {
            (Some(argument), _) => Some(Self::Json(argument)),
            (None, AnswerFormat::Jsonp) => None,
            (None, _) => Some(Self::Form(trimmed)),
        }
    }
}

/// The object in `callback( {…} );`.
fn argument(text: &str) -> Option<&str> {
    let text = text.strip_suffix(';').unwrap_or(text).trim_end();
    let (function, argument) = text.strip_suffix(')')?.split_once('(')?;
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"_$.".contains(&byte);
    let function = function.trim_end();
    let is_call =
        !function.is_empty() && function.bytes().all(is_name) && argument.trim_start().starts_with('{');
    is_call.then_some(argument)
}

/// One part of an answer as JSON: what a pointer leads to, or with `""` the whole. The parameters of
/// a form become an object of strings.
pub(crate) fn part<'a>(
    body: &'a str,
    format: AnswerFormat,
    pointer: &str,
) -> Result<Option<Cow<'a, str>>, Flaw> {
    match Written::of(body, format).ok_or(Flaw::NoCall)? {
        Written::Json(text) if pointer.is_empty() => Ok(Some(Cow::Borrowed(text))),
        Written::Json(text) => {
            let mut value = [None];
            match (read_json(text, &Places::new([Place::new("", pointer)]), &mut value), value) {
                (Some(flaw), _) => Err(flaw),
                (None, [Some(Value::Json(raw))]) => Ok(Some(Cow::Borrowed(raw.as_written()))),
                _ => Ok(None),
            }
        }
        Written::Form(_) if !pointer.is_empty() => Ok(None),
        Written::Form(text) => {
            let pairs = form::pairs(text);
            let decoded = pairs.filter_map(|(name, value)| Some((form::decode(name)?, form::decode(value)?)));
            let members: BTreeMap<_, _> = decoded.collect();
            Ok(serde_json::to_string(&members).ok().map(Cow::Owned))
        }
    }
}

impl Flaw {
    fn no_object(text: &str, at: usize) -> Self {
        let before = text.as_bytes().get(..at).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count().saturating_add(1);
        let column = before.iter().rev().take_while(|byte| **byte != b'\n').count().saturating_add(1);
        Self::NoObject { line, column }
    }

    /// What is wrong, where the places have these names.
    pub(crate) fn message(self, names: &[&str]) -> String {
        match self {
            Self::NotUtf8 => "it is not UTF-8".to_owned(),
            Self::NoCall => "it is not an object in a call of a function".to_owned(),
            Self::NoObject { line, column } => {
                format!("it is not one JSON object (line {line}, column {column})")
            }
            Self::Repeated(place) => {
                let name = names.get(place).copied().unwrap_or("a member");
                format!("`{name}` stands there more than once")
            }
        }
    }
}

/// The whole answer, for typed members; it may hold tokens, or speak of the user: it never prints,
/// and is wiped from memory when dropped.
#[derive(Default)]
pub(crate) struct Body(pub(crate) String);

impl Drop for Body {
    fn drop(&mut self) {
        let mut bytes = std::mem::take(&mut self.0).into_bytes();
        bytes.spare_capacity_mut().zeroize();
        // As slices, which are wiped many bytes at a time; a vector is wiped byte by byte.
        bytes.chunks_mut(1024).for_each(Zeroize::zeroize);
    }
}

impl std::fmt::Debug for Body {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} bytes", self.0.len())
    }
}

#[cfg(test)]
#[path = "members_tests.rs"]
mod tests;
