//! Refusals by the authorization server (RFC 6749 section 5.2).

use super::json::{self, Place, Places};
use super::members::{self, Flaw, Utf8};
use super::value::Value;
use super::{retry_after, text};
use crate::error::{Error, ErrorCode, ErrorKind, ErrorResponse, InvalidResponse};
use crate::metadata::{AnswerFormat, Condition, ErrorResponseFormat, Test};
use http::{HeaderMap, Response, StatusCode, header};
use std::borrow::Cow;
use std::time::SystemTime;

/// An answer, as far as it is the same for every request.
#[derive(Clone, Copy)]
pub(crate) struct Answer<'a> {
    pub(crate) status: StatusCode,
    pub(crate) headers: &'a HeaderMap,
    pub(crate) body: Utf8<'a>,
    /// When it arrived.
    pub(crate) now: SystemTime,
    /// The secrets that the request carried.
    pub(crate) secrets: &'a [&'a str],
}

impl<'a> Answer<'a> {
    pub(crate) fn new(response: &'a Response<Vec<u8>>, now: SystemTime, secrets: &'a [&'a str]) -> Self {
        let body = response.body().as_slice().into();
        Self { status: response.status(), headers: response.headers(), body, now, secrets }
    }

    pub(crate) fn unusable(&self, reason: impl Into<String>) -> Error {
        let shape = match self.content_type() {
            Some(kind) if !is_json(kind) => {
                let kind: String = text::printable(kind, self.secrets).chars().take(80).collect();
                format!("{kind}, {} bytes", self.body.bytes.len())
            }
            _ => json::shape(self.body, self.secrets),
        };
        Error::new(ErrorKind::InvalidResponse(InvalidResponse {
            status: self.status,
            reason: reason.into().into_boxed_str(),
            shape: shape.into_boxed_str(),
        }))
    }

    /// A success goes on; a redirect or refusal is an error, by its status or by what it says.
    pub(crate) fn success(&self, format: &ErrorResponseFormat) -> Result<(), Error> {
        self.status_of_success(format)?;
        let mut values = [const { None }; 3];
        // What can't be read says nothing.
        match members::read(self.body, AnswerFormat::JsonOrForm, &PLACES, &mut values) {
            Some(flaw @ Flaw::Repeated(_)) => Err(self.unusable(flaw.message(&NAMES))),
            Some(_) => Ok(()),
            None => self.no_refusal(format, AnswerFormat::JsonOrForm, &values),
        }
    }

    /// A 2xx goes on; any other status is an error.
    pub(crate) fn status_of_success(&self, format: &ErrorResponseFormat) -> Result<(), Error> {
        if self.status.is_redirection() {
            return Err(
                self.unusable("it is a redirect, and credentials are never sent on to another address")
            );
        }
        if !self.status.is_success() {
            return Err(self.refusal(format));
        }
        Ok(())
    }

    /// An error if the members of a 2xx answer tell of one, or may.
    pub(crate) fn no_refusal(
        &self,
        format: &ErrorResponseFormat,
        written: AnswerFormat,
        members: &[Option<Value<'_>>],
    ) -> Result<(), Error> {
        let mut is_refusal = said(members.first().and_then(Option::as_ref), Some).is_some();
        for condition in format.when {
            is_refusal = is_refusal || self.meets(*condition, written)?;
        }
        if is_refusal { Err(self.refusal_of(format, written, members)) } else { Ok(()) }
    }

    /// An error where the member stands there more than once: nobody knows then whether it refuses.
    fn meets(&self, condition: Condition, written: AnswerFormat) -> Result<bool, Error> {
        let mut value = [None];
        let place = Places::new([Place::new("", condition.member)]);
        if let Some(flaw @ Flaw::Repeated(_)) = members::read(self.body, written, &place, &mut value) {
            return Err(self.unusable(flaw.message(&[condition.member])));
        }
        let [value] = value;
        let Some(value) = value.filter(|value| !value.is_null()) else { return Ok(false) };
        Ok(match condition.test {
            Test::Present => true,
            Test::Equals(expected) => value.scalar().is_some_and(|found| found == expected),
            Test::Differs(expected) => value.scalar().is_none_or(|found| found != expected),
        })
    }

    /// An error if an answer without a token does not tell a success: by the members that differ in an
    /// error, or by being an object at all, which any text is that is read as a form.
    pub(crate) fn says_success(
        &self,
        format: &ErrorResponseFormat,
        written: AnswerFormat,
    ) -> Result<(), Error> {
        let telling = || format.when.iter().filter(|condition| matches!(condition.test, Test::Differs(_)));
        let is_there = |member| members::member(self.body, written, member).is_some();
        if let Some(condition) = telling().find(|condition| !is_there(condition.member)) {
            let reason = format!("neither a token nor `{}` tells a success", condition.member);
            return Err(self.unusable(reason));
        }
        let is_form = matches!(written, AnswerFormat::Form | AnswerFormat::JsonOrForm);
        let is_object = || json::find(self.body.text().unwrap_or_default(), &Places::new([]), &mut []);
        if telling().next().is_none() && is_form && is_object().broken_at.is_some() {
            return Err(self.unusable("it holds no token, and nothing in it tells a success"));
        }
        Ok(())
    }

    /// The refusal that words in place of tokens are (Deezer), where such is declared. What could be a
    /// token, or a part of one, is never shown: a text without a space, JSON, a form or a page.
    pub(crate) fn words(&self, format: &ErrorResponseFormat) -> Result<(), Error> {
        let words = self.body.text().filter(|_| format.text).map(str::trim);
        let is_plain = |text: &&str| text.contains(' ') && !text.contains(['{', '[', '<', '=', '"']);
        match words.filter(is_plain) {
            Some(words) => Err(self.response(None, None, Some(Cow::Borrowed(words)), None)),
            None => Ok(()),
        }
    }

    /// Whether this is JSON by its content type, or has none.
    pub(crate) fn json(&self) -> Result<(), Error> {
        if self.headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind == "application/json") {
            return Ok(());
        }
        match self.content_type() {
            Some(kind) if !is_json(kind) => Err(self.unusable("it is not JSON")),
            _ => Ok(()),
        }
    }

    fn content_type(&self) -> Option<&str> {
        Some(self.headers.get(header::CONTENT_TYPE)?.to_str().unwrap_or("an odd content type"))
    }

    /// The refusal in an answer whose status is not 2xx.
    fn refusal(&self, format: &ErrorResponseFormat) -> Error {
        let plain = self.body.text().filter(|_| format.text).map(str::trim);
        if let Some(text) = plain.filter(|text| {
            !text.is_empty() && json::find(text, &Places::new([]), &mut []).broken_at.is_some()
        }) {
            return self.response(None, None, Some(Cow::Borrowed(text)), None);
        }
        let (written, mut values) = (AnswerFormat::JsonOrForm, [const { None }; 3]);
        match members::read(self.body, written, &PLACES, &mut values) {
            None => self.refusal_of(format, written, &values),
            // A proxy's page or nothing at all: the status still says something.
            Some(_) => self.response(None, None, None, None),
        }
    }

    fn refusal_of(
        &self,
        format: &ErrorResponseFormat,
        written: AnswerFormat,
        members: &[Option<Value<'_>>],
    ) -> Error {
        let member = |position| members.get(position).and_then(Option::as_ref);
        let [error, description, uri] = [0, 1, 2].map(member);
        let own = |pointer: &&str| members::member(self.body, written, pointer);
        let codes: Vec<_> = format.code.iter().filter_map(own).collect();
        let codes = || codes.iter().filter_map(|value| said(Some(value), Value::code));
        let is_mapped = |code: &Cow<'_, str>| format.map.iter().any(|(_, mapped)| mapped == code);
        let code = codes().find(is_mapped).or_else(|| codes().next()).or_else(|| said(error, Value::code));
        let own_description = format
            .description
            .iter()
            .find_map(|pointer| own(pointer).filter(|value| said(Some(value), Value::scalar).is_some()));
        let description =
            said(own_description.as_ref(), Value::scalar).or_else(|| said(description, Value::string));
        let (code, provider_code) = match code {
            Some(code) => known_code(&code, format.map, self.secrets),
            None => (None, None),
        };
        self.response(code, provider_code, description, said(uri, Value::string))
    }

    fn response(
        &self,
        code: Option<ErrorCode>,
        provider_code: Option<Box<str>>,
        description: Option<Cow<'_, str>>,
        uri: Option<Cow<'_, str>>,
    ) -> Error {
        let shown = |text: Option<Cow<'_, str>>| text.map(|text| text::printable(&text, self.secrets));
        Error::new(ErrorKind::Response(ErrorResponse {
            status: Some(self.status),
            code,
            provider_code,
            description: shown(description),
            uri: shown(uri),
            retry_after: retry_after::parse(self.headers, self.now),
        }))
    }
}

/// The names of the standard members of an error.
pub(crate) const NAMES: [&str; 3] = ["error", "error_description", "error_uri"];

/// Where they stand.
pub(crate) static PLACES: Places<[Place<'static>; 3]> =
    Places::new([Place::member(NAMES[0]), Place::member(NAMES[1]), Place::member(NAMES[2])]);

/// A member that says something.
fn said<'v, 'a, T>(member: Option<&'v Value<'a>>, read: impl Fn(&'v Value<'a>) -> Option<T>) -> Option<T> {
    member.filter(|value| !value.is_blank()).and_then(read)
}

/// The standard code, and the provider's own one where that is another.
pub(crate) fn known_code(
    code: &str,
    map: &[(&'static str, &'static str)],
    secrets: &[&str],
) -> (Option<ErrorCode>, Option<Box<str>>) {
    match map.iter().find(|(_, own)| *own == code) {
        Some((standard, own)) => (Some(ErrorCode::parse(standard, &[])), Some((*own).into())),
        None => (Some(ErrorCode::parse(code, secrets)), None),
    }
}

fn is_json(content_type: &str) -> bool {
    let kind = content_type.split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("application/json") || {
        let kind = kind.to_ascii_lowercase();
        kind.starts_with("application/") && kind.ends_with("+json")
    }
}

#[cfg(test)]
#[path = "error_response_tests.rs"]
mod tests;
