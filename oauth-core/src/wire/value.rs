//! The value of a member of an answer, however the answer is written.

use super::json::Raw;
use super::text;
use std::borrow::Cow;

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
            Self::Json(raw) if !matches!(raw.as_written().as_bytes(), [b'"' | b'{' | b'[', ..]) => {
                Some(Cow::Borrowed(raw.as_written())).filter(|_| !self.is_null())
            }
            _ => self.string(),
        }
    }

    /// An error code: a scalar but `true`, which says no more than that there is an error (Figma).
    pub(crate) fn code(&self) -> Option<Cow<'_, str>> {
        self.scalar().filter(|_| !matches!(self, Self::Json(raw) if raw.as_written() == "true"))
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
