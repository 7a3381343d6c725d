//! The callback (RFC 6749 sections 4.1.2 and 4.2.2, RFC 9207), compared with the pending login
//! before anything in it is believed.

use super::form;
use super::text;
use super::token_response::{self, TokenFields};
use crate::error::{CallbackError, Error, ErrorCode, ErrorKind, ErrorResponse};
use crate::metadata::Metadata;
use crate::pending::PendingData;
use crate::secret::Secret;
use std::borrow::Cow;
use std::time::SystemTime;

/// The longest callback that is read.
const LIMIT: usize = 64 * 1024;

/// What the callback is compared with.
#[derive(Clone, Copy)]
pub(crate) struct Expected<'a> {
    pub(crate) metadata: &'a Metadata,
    pub(crate) issuer: Option<&'a str>,
    pub(crate) login: &'a PendingData,
    pub(crate) fingerprint: &'a [u8; 32],
    pub(crate) now: SystemTime,
}

/// The authorization code in a query, or in the URL or path that ends with it.
pub(crate) fn code(expected: Expected<'_>, callback: &str) -> Result<Secret, Error> {
    let parameters = expected.verify(query(callback))?;
    let code = parameters.code.ok_or(Error::callback(CallbackError::Missing("code")))?;
    if !text::is_vschar(&code) {
        return Err(Error::callback(CallbackError::Malformed("code")));
    }
    Ok(Secret::new(code.into_owned()))
}

/// The tokens in a fragment, or in the URL that ends with it.
pub(crate) fn tokens(expected: Expected<'_>, callback: &str) -> Result<TokenFields, Error> {
    let fragment = match callback.split_once('#') {
        Some((_, fragment)) => fragment,
        // Parameters in a query never reached the browser as a fragment does: a server saw them.
        None if is_url(callback) => return Err(Error::callback(CallbackError::Missing("fragment"))),
        None => callback,
    };
    expected.verify(fragment)?;
    let mut pairs: Vec<(String, String)> = Vec::new();
    for (name, value) in form::pairs(fragment) {
        if let (Some(name), Some(value)) = (form::decode(name), form::decode(value)) {
            pairs.push((name.into_owned(), value.into_owned()));
        }
    }
    for name in ["access_token", "token_type", "expires_in", "scope"] {
        if pairs.iter().filter(|(known, _)| known == name).count() > 1 {
            return Err(Error::callback(CallbackError::Repeated(name)));
        }
    }
    token_response::from_fragment(expected.metadata, &pairs, expected.now).map_err(Error::callback)
}

#[derive(Default)]
struct Parameters<'a> {
    state: Option<Cow<'a, str>>,
    code: Option<Cow<'a, str>>,
    iss: Option<Cow<'a, str>>,
    error: Option<Cow<'a, str>>,
    error_description: Option<Cow<'a, str>>,
    error_uri: Option<Cow<'a, str>>,
}

impl Expected<'_> {
    /// Client, age, `state`, `iss`, error: in this order, so that nothing is believed too early.
    fn verify<'a>(&self, query: &'a str) -> Result<Parameters<'a>, Error> {
        if &self.login.fingerprint != self.fingerprint {
            return Err(Error::callback(CallbackError::OtherClient));
        }
        if self.login.expires_at < self.now {
            return Err(Error::callback(CallbackError::Expired));
        }
        let parameters = Parameters::read(query)?;
        if !parameters.state.as_deref().is_some_and(|state| self.login.state.matches(state)) {
            return Err(Error::callback(CallbackError::StateMismatch));
        }
        match (&parameters.iss, self.issuer) {
            (Some(iss), Some(issuer)) if iss != issuer => {
                return Err(Error::callback(CallbackError::IssuerMismatch));
            }
            (None, _) if self.metadata.callback.iss_required => {
                return Err(Error::callback(CallbackError::IssuerMismatch));
            }
            _ => {}
        }
        match &parameters.error {
            Some(error) => Err(parameters.refusal(error)),
            None => Ok(parameters),
        }
    }
}

impl<'a> Parameters<'a> {
    fn read(query: &'a str) -> Result<Self, Error> {
        if query.len() > LIMIT {
            return Err(Error::callback(CallbackError::TooLong));
        }
        let mut parameters = Self::default();
        for (name, value) in form::pairs(query) {
            let (slot, name) = match form::decode(name).as_deref() {
                Some("state") => (&mut parameters.state, "state"),
                Some("code") => (&mut parameters.code, "code"),
                Some("iss") => (&mut parameters.iss, "iss"),
                Some("error") => (&mut parameters.error, "error"),
                Some("error_description") => (&mut parameters.error_description, "error_description"),
                Some("error_uri") => (&mut parameters.error_uri, "error_uri"),
                _ => continue,
            };
            // A parameter without a value counts as absent (RFC 6749 section 3.1).
            if value.is_empty() {
                continue;
            }
            if slot.is_some() {
                return Err(Error::callback(CallbackError::Repeated(name)));
            }
            *slot = Some(form::decode(value).ok_or(Error::callback(CallbackError::Malformed(name)))?);
        }
        Ok(parameters)
    }

    fn refusal(&self, error: &str) -> Error {
        let shown = |text: &Option<Cow<'_, str>>| text.as_deref().map(|text| text::printable(text, &[]));
        Error::new(ErrorKind::AuthorizationResponse(ErrorResponse {
            status: None,
            code: Some(ErrorCode::parse(error, &[])),
            description: shown(&self.error_description),
            uri: shown(&self.error_uri),
            retry_after: None,
        }))
    }
}

/// The query of a URL or path; anything else is a query already.
fn query(callback: &str) -> &str {
    let callback = callback.split('#').next().unwrap_or_default();
    match callback.split_once('?') {
        Some((_, query)) if is_url(callback) => query,
        _ if is_url(callback) => "",
        _ => callback,
    }
}

/// Whether this begins like a URL, a path or `?…`: something ends before the first `=`.
fn is_url(callback: &str) -> bool {
    callback
        .find(['=', '&', ':', '/', '?'])
        .and_then(|at| callback.get(at..))
        .is_some_and(|rest| rest.starts_with([':', '/', '?']))
}

#[cfg(test)]
#[path = "callback_tests.rs"]
mod tests;
