//! Refusals by the authorization server (RFC 6749 section 5.2).

use super::{json, retry_after, text};
use crate::error::{Error, ErrorCode, ErrorKind, ErrorResponse, InvalidResponse};
use crate::metadata::ErrorResponseFormat;
use http::{HeaderMap, Response, StatusCode, header};
use serde_json::value::RawValue;
use std::time::SystemTime;

/// An answer, as far as it is the same for every request.
#[derive(Clone, Copy)]
pub(crate) struct Answer<'a> {
    pub(crate) status: StatusCode,
    pub(crate) headers: &'a HeaderMap,
    pub(crate) body: &'a [u8],
    /// When it arrived.
    pub(crate) now: SystemTime,
    /// The secrets that the request carried.
    pub(crate) secrets: &'a [&'a str],
}

impl<'a> Answer<'a> {
    pub(crate) fn new(response: &'a Response<Vec<u8>>, now: SystemTime, secrets: &'a [&'a str]) -> Self {
        Self { status: response.status(), headers: response.headers(), body: response.body(), now, secrets }
    }

    pub(crate) fn unusable(&self, reason: impl Into<String>) -> Error {
        let shape = match self.content_type() {
            Some(kind) if !is_json(kind) => {
                let kind: String = text::printable(kind, self.secrets).chars().take(80).collect();
                format!("{kind}, {} bytes", self.body.len())
            }
            _ => json::shape(self.body, self.secrets),
        };
        Error::new(ErrorKind::InvalidResponse(InvalidResponse {
            status: self.status,
            reason: reason.into().into_boxed_str(),
            shape: shape.into_boxed_str(),
        }))
    }

    /// A 2xx answer with JSON (or without a content type) goes on; any other is an error.
    pub(crate) fn success(&self, format: ErrorResponseFormat) -> Result<(), Error> {
        if self.status.is_redirection() {
            return Err(
                self.unusable("it is a redirect, and credentials are never sent on to another address")
            );
        }
        if !self.status.is_success() {
            return Err(refusal(self, format));
        }
        Ok(())
    }

    pub(crate) fn json(&self) -> Result<(), Error> {
        match self.content_type() {
            Some(kind) if !is_json(kind) => Err(self.unusable("it is not JSON")),
            _ => Ok(()),
        }
    }

    fn content_type(&self) -> Option<&str> {
        Some(self.headers.get(header::CONTENT_TYPE)?.to_str().unwrap_or("an odd content type"))
    }
}

fn is_json(content_type: &str) -> bool {
    let kind = content_type.split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("application/json") || {
        let kind = kind.to_ascii_lowercase();
        kind.starts_with("application/") && kind.ends_with("+json")
    }
}

/// The refusal in an answer whose status is not 2xx.
fn refusal(answer: &Answer<'_>, format: ErrorResponseFormat) -> Error {
    let members = json::members(answer.body, ["error", "error_description", "error_uri"]);
    match (members, format) {
        (Ok([error, description, uri]), _) => from_members(answer, error, description, uri),
        (Err(_), ErrorResponseFormat { text: true, .. }) => {
            let description =
                std::str::from_utf8(answer.body).ok().map(str::trim).filter(|text| !text.is_empty());
            response(answer, None, description, None)
        }
        // A proxy's page or nothing at all: the status still says something.
        (Err(_), _) => response(answer, None, None, None),
    }
}

/// The refusal that JSON members tell of.
pub(crate) fn from_members(
    answer: &Answer<'_>,
    error: Option<&RawValue>,
    description: Option<&RawValue>,
    uri: Option<&RawValue>,
) -> Error {
    let [error, description, uri] = [error, description, uri].map(|member| member.and_then(json::string));
    response(answer, error.as_deref(), description.as_deref(), uri.as_deref())
}

fn response(answer: &Answer<'_>, code: Option<&str>, description: Option<&str>, uri: Option<&str>) -> Error {
    let shown = |text: Option<&str>| {
        text.filter(|text| !text.is_empty()).map(|text| text::printable(text, answer.secrets))
    };
    Error::new(ErrorKind::Response(ErrorResponse {
        status: Some(answer.status),
        code: code.filter(|code| !code.is_empty()).map(|code| ErrorCode::parse(code, answer.secrets)),
        description: shown(description),
        uri: shown(uri),
        retry_after: retry_after::parse(answer.headers, answer.now),
    }))
}
