//! The callback (RFC 6749 sections 4.1.2 and 4.2.2, RFC 9207), compared with the pending login
//! before anything in it is believed.

mod declared;

use super::error_response::known_code;
use super::form::{self, Value};
use super::members;
use super::token_response::{self, TokenFields};
use super::{template, text};
use crate::error::{CallbackError, Error, ErrorKind, ErrorResponse};
use crate::metadata::{AnswerFormat, CallbackFormat, Metadata};
use crate::pending::PendingData;
use crate::secret::Secret;
use crate::variables::Variables;
use std::borrow::Cow;
use std::time::SystemTime;

/// The longest callback that is read.
const LIMIT: usize = 64 * 1024;

/// What the callback is compared with.
#[derive(Clone, Copy)]
pub(crate) struct Expected<'a> {
    pub(crate) metadata: &'static Metadata,
    pub(crate) issuer: Option<Value<'a>>,
    pub(crate) client_id: &'a str,
    pub(crate) client_secret: Option<&'a str>,
    /// The provider's own; a callback may change some of them.
    pub(crate) variables: &'a Variables,
    pub(crate) login: &'a PendingData,
    pub(crate) fingerprint: &'a [u8; 32],
    pub(crate) now: SystemTime,
}

/// What a believed callback says.
pub(crate) struct Authorized {
    pub(crate) code: Secret,
    /// Names and values for the token request.
    pub(crate) echoed: Vec<(&'static str, Secret)>,
    /// Names and values for the caller.
    pub(crate) captured: Vec<(&'static str, Secret)>,
    /// What the callback decides about variables of URLs.
    pub(crate) learned: Option<Box<str>>,
}

/// The authorization code in a query, in the URL or path that ends with it, or in a posted form.
pub(crate) fn code(expected: Expected<'_>, callback: &str) -> Result<Authorized, Error> {
    let query = query(callback);
    let format = &expected.metadata.callback;
    let mut parameters = expected.verify(query, format.no_code.is_some())?;
    let Some(code) = parameters.code.take() else {
        return Err(match format.no_code {
            Some(error) => parameters.refusal(format, error),
            None => Error::callback(CallbackError::Missing(format.code)),
        });
    };
    if !text::is_vschar(&code) {
        return Err(Error::callback(CallbackError::Malformed(format.code)));
    }
    Ok(Authorized {
        code: Secret::new(code.into_owned()),
        echoed: declared::echoed(format, query).map_err(Error::callback)?,
        captured: declared::captured(format, query).map_err(Error::callback)?,
        learned: declared::learned(format, query).map_err(Error::callback)?,
    })
}

/// The tokens in a fragment, or in the URL that ends with it.
pub(crate) fn tokens(expected: Expected<'_>, callback: &str) -> Result<TokenFields, Error> {
    let fragment = match callback.split_once('#') {
        Some((_, fragment)) => fragment,
        // Parameters in a query never reached the browser as a fragment does: a server saw them.
        None if is_url(callback) => return Err(Error::callback(CallbackError::Missing("fragment"))),
        None => callback,
    };
    let metadata = expected.metadata;
    expected.verify(fragment, false)?;
    let fields = token_response::from_fragment(metadata, fragment, expected.now).map_err(Error::callback)?;
    let captured = declared::captured(metadata.callback, fragment).map_err(Error::callback)?;
    Ok(TokenFields { captured, ..fields })
}

#[derive(Default)]
struct Parameters<'a> {
    state: Option<Cow<'a, str>>,
    code: Option<Cow<'a, str>>,
    /// As it stands there: it is only compared.
    iss: Option<&'a str>,
    error: Option<Cow<'a, str>>,
    error_description: Option<Cow<'a, str>>,
    error_uri: Option<Cow<'a, str>>,
}

impl Expected<'_> {
    /// Client, age, `state`, signature, `iss`, other declared values, error: in this order, so that
    /// nothing is believed too early. The lack of a code may be a refusal, as an error is.
    fn verify<'a>(&self, query: &'a str, no_code_refuses: bool) -> Result<Parameters<'a>, Error> {
        if &self.login.fingerprint != self.fingerprint {
            return Err(Error::callback(CallbackError::OtherClient));
        }
        if self.login.expires_at < self.now {
            return Err(Error::callback(CallbackError::Expired));
        }
        let format = &self.metadata.callback;
        let parameters = Parameters::read(self.metadata, query)?;
        if !parameters.state.as_deref().is_some_and(|state| self.login.protection.matches(state)) {
            return Err(Error::callback(CallbackError::StateMismatch));
        }
        if let Some(name) = format.hmac_sha256 {
            let key = self.client_secret.ok_or_else(|| {
                Error::configuration(format!(
                    "`{}` signs callbacks with the client secret, which this client does not have",
                    self.metadata.name
                ))
            })?;
            declared::check_signature(name, query, key).map_err(Error::callback)?;
        }
        match (parameters.iss, self.issuer) {
            (Some(iss), Some(issuer)) if !issuer.is(iss) => {
                return Err(Error::callback(CallbackError::IssuerMismatch));
            }
            (Some(iss), None) if form::decode(iss).is_none() => {
                return Err(Error::callback(CallbackError::Malformed("iss")));
            }
            (None, _) if format.iss_required => {
                return Err(Error::callback(CallbackError::IssuerMismatch));
            }
            _ => {}
        }
        let refuses = parameters.error.is_some() || no_code_refuses && parameters.code.is_none();
        for (name, template) in format.equals {
            let value = template::expand(template, self.variables, self.client_id)?;
            match declared::check_value(name, query, &value) {
                // A refusal holds no code that could go astray.
                Err(CallbackError::Missing(_)) if refuses => {}
                checked => checked.map_err(Error::callback)?,
            }
        }
        match &parameters.error {
            Some(error) => Err(parameters.refusal(format, error)),
            None => Ok(parameters),
        }
    }
}

impl<'a> Parameters<'a> {
    fn read(metadata: &Metadata, query: &'a str) -> Result<Self, Error> {
        let format = &metadata.callback;
        // It comes back under the name that it went out with.
        let state = metadata.authorization_request.name("state").unwrap_or("state");
        if query.len() > LIMIT {
            return Err(Error::callback(CallbackError::TooLong));
        }
        let error = members::chosen(query.into(), AnswerFormat::Form, "", format.error);
        let mut parameters = Self::default();
        for (name, value) in form::pairs(query) {
            // A parameter without a value counts as absent (RFC 6749 section 3.1).
            if value.is_empty() {
                continue;
            }
            let Some(name) = form::decode(name) else { continue };
            let (slot, name) = match &*name {
                name if name == state => (&mut parameters.state, state),
                name if name == format.code => (&mut parameters.code, format.code),
                "iss" if parameters.iss.is_none() => {
                    parameters.iss = Some(value);
                    continue;
                }
                "iss" => return Err(Error::callback(CallbackError::Repeated("iss"))),
                name if name == error => (&mut parameters.error, error),
                "error_description" => (&mut parameters.error_description, "error_description"),
                "error_uri" => (&mut parameters.error_uri, "error_uri"),
                _ => continue,
            };
            if slot.is_some() {
                return Err(Error::callback(CallbackError::Repeated(name)));
            }
            *slot = Some(form::decode(value).ok_or_else(|| Error::callback(CallbackError::Malformed(name)))?);
        }
        Ok(parameters)
    }

    fn refusal(&self, format: &CallbackFormat, error: &str) -> Error {
        // Both may come back in what the server says.
        let secrets = [&self.state, &self.code].map(|secret| secret.as_deref().unwrap_or_default());
        let shown = |text: &Option<Cow<'_, str>>| text.as_deref().map(|text| text::printable(text, &secrets));
        let (code, provider_code) = known_code(error, format.error_map, &secrets);
        Error::new(ErrorKind::AuthorizationResponse(ErrorResponse {
            status: None,
            code,
            provider_code,
            description: shown(&self.error_description),
            uri: shown(&self.error_uri),
            retry_after: None,
        }))
    }
}

/// The query of a URL or path; anything else is a query already.
fn query(callback: &str) -> &str {
    // Nearly every callback is without a fragment, which is quickly seen.
    let callback = match text::all(callback, |byte| byte != b'#') {
        true => callback,
        false => callback.split('#').next().unwrap_or_default(),
    };
    if !is_url(callback) {
        return callback;
    }
    callback.split_once('?').map_or("", |(_, query)| query)
}

/// Whether this begins like a URL, a path or `?…`: something ends before the first `=`.
fn is_url(callback: &str) -> bool {
    let mut ends = callback.bytes().filter(|byte| matches!(byte, b'=' | b'&' | b':' | b'/' | b'?'));
    ends.next().is_some_and(|end| matches!(end, b':' | b'/' | b'?'))
}

#[cfg(test)]
#[path = "callback_tests.rs"]
mod tests;

#[cfg(test)]
#[path = "callback_declared_tests.rs"]
mod declared_tests;
