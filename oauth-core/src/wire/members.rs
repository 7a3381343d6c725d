//! The members of an answer, however it is written (RFC 6749 sections 5.1 and 5.2): JSON, JSON in
//! a call of a function, or a form.

use super::json::{self, Place, Raw};
use super::{form, text};
use crate::metadata::AnswerFormat;
use std::borrow::Cow;
use std::collections::BTreeMap;
use zeroize::Zeroizing;

/// What stands at some places of an answer.
pub(crate) struct Members<'a, const N: usize> {
    /// In the order of the places. Of an answer with a flaw it is what could be read.
    pub(crate) values: [Option<Value<'a>>; N],
    pub(crate) flaw: Option<Flaw>,
}

/// The value of a member.
#[derive(Clone)]
pub(crate) enum Value<'a> {
    /// As it stands in JSON.
    Json(Raw<'a>),
    /// A parameter of a form.
    Text(Cow<'a, str>),
    /// A parameter of a form that is not UTF-8.
    Undecodable,
}

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

/// What an answer is written as.
enum Written<'a> {
    Json(&'a str),
    Form(&'a str),
}

impl<'a, const N: usize> Members<'a, N> {
    /// Looks for all of these places, of which there are 32 at most, in one pass.
    pub(crate) fn read(body: &'a [u8], format: AnswerFormat, places: &[Place<'_>; N]) -> Self {
        let (text, is_utf8) = match std::str::from_utf8(body) {
            Ok(text) => (text, true),
            // What stands before the flaw may still be a token worth keeping.
            Err(flaw) => (
                body.get(..flaw.valid_up_to())
                    .and_then(|part| std::str::from_utf8(part).ok())
                    .unwrap_or_default(),
                false,
            ),
        };
        let mut members = match Written::of(text, format) {
            Some(Written::Json(text)) => Self::of_json(text, places),
            Some(Written::Form(text)) => Self::of_form(text, places),
            None => Self { values: [const { None }; N], flaw: Some(Flaw::NoCall) },
        };
        if !is_utf8 {
            members.flaw = Some(Flaw::NotUtf8);
        }
        members
    }

    fn of_json(text: &'a str, places: &[Place<'_>; N]) -> Self {
        let found = json::find(text, places);
        let flaw = match (found.repeated(), found.broken_at()) {
            (Some(place), _) => Some(Flaw::Repeated(place)),
            (None, Some(at)) => Some(Flaw::no_object(text, at)),
            (None, None) => None,
        };
        Self { values: found.values().map(|value| value.map(Value::Json)), flaw }
    }

    /// The parameters of a form, or of the fragment of a callback.
    pub(crate) fn of_form(text: &'a str, places: &[Place<'_>; N]) -> Self {
        let mut values = [const { None }; N];
        let mut repeated = [false; N];
        for (name, value) in form::pairs(text) {
            let Some(name) = form::decode(name) else { continue };
            for ((place, slot), repeated) in places.iter().zip(&mut values).zip(&mut repeated) {
                if place.as_member().is_none_or(|known| known != name) {
                    continue;
                }
                if slot.is_some() {
                    *repeated = true;
                }
                *slot = Some(form::decode(value).map_or(Value::Undecodable, Value::Text));
            }
        }
        for (slot, repeated) in values.iter_mut().zip(repeated) {
            if repeated {
                *slot = None;
            }
        }
        Self { values, flaw: repeated.iter().position(|repeated| *repeated).map(Flaw::Repeated) }
    }
}

impl<'a> Written<'a> {
    /// `None` for an answer that should be a call of a function and is none.
    fn of(text: &'a str, format: AnswerFormat) -> Option<Self> {
        if matches!(format, AnswerFormat::Json | AnswerFormat::JsonOfAnyType) {
            return Some(Self::Json(text));
        }
        let trimmed = text.trim();
        // No form begins so, and a server that answers otherwise may still refuse in JSON.
        if trimmed.starts_with('{') {
            return Some(Self::Json(text));
        }
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
    body: &'a [u8],
    format: AnswerFormat,
    pointer: &str,
) -> Result<Option<Cow<'a, [u8]>>, Flaw> {
    if pointer.is_empty() && matches!(format, AnswerFormat::Json | AnswerFormat::JsonOfAnyType) {
        return Ok(Some(Cow::Borrowed(body)));
    }
    let text = std::str::from_utf8(body).map_err(|_| Flaw::NotUtf8)?;
    match Written::of(text, format).ok_or(Flaw::NoCall)? {
        Written::Json(text) if pointer.is_empty() => Ok(Some(Cow::Borrowed(text.as_bytes()))),
        Written::Json(text) => {
            let Members { values: [value], flaw } = Members::of_json(text, &[Place::new("", pointer)]);
            match (value, flaw) {
                (_, Some(flaw)) => Err(flaw),
                (Some(Value::Json(raw)), None) => Ok(Some(Cow::Borrowed(raw.as_written().as_bytes()))),
                _ => Ok(None),
            }
        }
        Written::Form(_) if !pointer.is_empty() => Ok(None),
        Written::Form(text) => {
            let pairs = form::pairs(text);
            let decoded = pairs.filter_map(|(name, value)| Some((form::decode(name)?, form::decode(value)?)));
            let members: BTreeMap<_, _> = decoded.collect();
            Ok(serde_json::to_vec(&members).ok().map(Cow::Owned))
        }
    }
}

impl Value<'_> {
    /// A string; `None` for any other value and for one that is not valid Unicode.
    pub(crate) fn string(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::Json(raw) => raw.string(),
            Self::Text(text) => Some(Cow::Borrowed(text)),
            Self::Undecodable => None,
        }
    }

    /// A string, or a number or boolean as JSON writes it.
    pub(crate) fn scalar(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::Json(raw) if !raw.as_written().starts_with(['"', '{', '[']) => {
                Some(Cow::Borrowed(raw.as_written())).filter(|_| !self.is_null())
            }
            _ => self.string(),
        }
    }

    /// An array of strings.
    pub(crate) fn strings(&self) -> Option<Vec<String>> {
        match self {
            Self::Json(raw) => raw.strings(),
            _ => None,
        }
    }

    pub(crate) fn is_null(&self) -> bool {
        matches!(self, Self::Json(raw) if raw.as_written() == "null")
    }

    /// Whether the value says nothing: `null`, `false` or an empty string.
    pub(crate) fn is_blank(&self) -> bool {
        match self {
            Self::Json(raw) => matches!(raw.as_written(), "null" | "false" | "\"\""),
            Self::Text(text) => text.is_empty(),
            Self::Undecodable => false,
        }
    }

    /// A string of visible ASCII characters (RFC 6749 appendix A).
    pub(crate) fn vschars(&self) -> Option<Cow<'_, str>> {
        self.string().filter(|text| text::is_vschar(text))
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

/// The whole answer, for typed members; it may hold tokens, or speak of the user, and never prints.
#[derive(Clone, Default)]
pub(crate) struct Body(pub(crate) Zeroizing<Vec<u8>>);

impl std::fmt::Debug for Body {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} bytes", self.0.len())
    }
}

#[cfg(test)]
#[path = "members_tests.rs"]
mod tests;
