//! The token answer (RFC 6749 section 5.1): strict where a token would be at risk, lenient in what
//! is optional.

use super::error_response::{Answer, from_members};
use super::{json, text};
use crate::error::{CallbackError, Error};
use crate::metadata::{AbsentExpiry, Metadata};
use crate::secret::Secret;
use serde_json::value::RawValue;
use std::fmt;
use std::time::{Duration, SystemTime};
use zeroize::Zeroizing;

/// When a token stops being good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Expiry {
    /// At this time.
    At(SystemTime),
    /// Never, by the provider's declaration.
    Never,
    /// The provider did not say; use the token until the API refuses it.
    Unknown,
}

/// How an access token is used (RFC 6749 section 7.1).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum TokenType {
    /// In the `Authorization` header (RFC 6750).
    Bearer,
    /// In a way that this crate does not know; it is never sent as a Bearer token.
    Other(Box<str>),
}

/// The members of a token answer.
pub(crate) struct TokenFields {
    pub(crate) access_token: Secret,
    pub(crate) token_type: TokenType,
    pub(crate) refresh_token: Option<Secret>,
    pub(crate) expiry: Expiry,
    pub(crate) refresh_token_expiry: Option<SystemTime>,
    pub(crate) scope: Option<Vec<Box<str>>>,
    pub(crate) malformed: Vec<&'static str>,
    /// The whole answer, for typed members. The reader of the answer moves it in.
    pub(crate) body: Zeroizing<Vec<u8>>,
}

/// A token answer that can't be used, with the new refresh token that it holds.
pub(crate) struct Unusable {
    pub(crate) error: Error,
    pub(crate) refresh_token: Option<Secret>,
}

impl From<Error> for Unusable {
    fn from(error: Error) -> Self {
        Self { error, refresh_token: None }
    }
}

/// Reads the answer of the token endpoint.
pub(crate) fn decode(metadata: &Metadata, answer: &Answer<'_>) -> Result<TokenFields, Unusable> {
    answer.success(metadata.error_response)?;
    let unusable = |error| Unusable { error, refresh_token: salvage(answer.body) };
    answer.json().map_err(unusable)?;
    let format = &metadata.token_response;
    // Where none is declared, a name that the first slot takes.
    let refresh_expiry_name = match format.field("refresh_token_expires_in") {
        "refresh_token_expires_in"
            if !format.fields.iter().any(|(name, _)| *name == "refresh_token_expires_in") =>
        {
            "access_token"
        }
        name => name,
    };
    let names = [
        "access_token",
        "token_type",
        "expires_in",
        "refresh_token",
        "scope",
        "error",
        "error_description",
        "error_uri",
        refresh_expiry_name,
    ];
    let members = json::members(answer.body, names).map_err(|flaw| unusable(answer.unusable(flaw.0)))?;
    let [access_token, token_type, expires_in, refresh_token, scope, error, description, uri, refresh_expiry] =
        members;
    if error.is_some_and(|error| !json::is_blank(error)) {
        return Err(from_members(answer, error, description, uri).into());
    }

    let mut optional = Optional { malformed: Vec::new() };
    let refresh_token = optional.read("refresh_token", refresh_token, token);
    let Some(access_token) = access_token.and_then(token) else {
        let error =
            answer.unusable("`access_token` is missing, or is not a string of visible ASCII characters");
        return Err(Unusable { error, refresh_token });
    };
    let expiry = expiry(metadata, answer.now, optional.read("expires_in", expires_in, json::seconds));
    let refresh_token_expiry = optional
        .read("refresh_token_expires_in", refresh_expiry, json::seconds)
        .and_then(|seconds| answer.now.checked_add(Duration::from_secs(seconds)));
    let scope = optional.read_present("scope", scope, |raw| scopes(raw, metadata.scope_delimiter));
    let is_typed = token_type.is_some_and(|raw| !json::is_blank(raw));
    let token_type = match optional.read("token_type", token_type, json::string) {
        Some(name) => parse_token_type(&name, format.bearer_aliases),
        // A type that can't be read is one that is not understood (RFC 6749 section 7.1).
        None if is_typed => TokenType::Other("malformed".into()),
        None => TokenType::Bearer,
    };
    Ok(TokenFields {
        access_token,
        token_type,
        refresh_token,
        expiry,
        refresh_token_expiry,
        scope,
        malformed: optional.malformed,
        body: Zeroizing::default(),
    })
}

/// The new refresh token of an answer that is not believed: the old one may be dead.
fn salvage(body: &[u8]) -> Option<Secret> {
    let [refresh_token] = json::members(body, ["refresh_token"]).ok()?;
    refresh_token.and_then(token)
}

/// Reads optional members: a malformed one counts as absent and is noted.
struct Optional {
    malformed: Vec<&'static str>,
}

impl Optional {
    /// Absent, `null`, `false` and the empty string are all absent.
    fn read<'a, T>(
        &mut self,
        name: &'static str,
        member: Option<&'a RawValue>,
        read: impl FnOnce(&'a RawValue) -> Option<T>,
    ) -> Option<T> {
        self.read_present(name, member.filter(|raw| !json::is_blank(raw)), read)
    }

    /// Absent and `null` are absent.
    fn read_present<'a, T>(
        &mut self,
        name: &'static str,
        member: Option<&'a RawValue>,
        read: impl FnOnce(&'a RawValue) -> Option<T>,
    ) -> Option<T> {
        let raw = member.filter(|raw| raw.get() != "null")?;
        let value = read(raw);
        if value.is_none() {
            self.malformed.push(name);
        }
        value
    }
}

fn token(raw: &RawValue) -> Option<Secret> {
    json::string(raw).filter(|token| text::is_vschar(token)).map(|token| Secret::new(token.into_owned()))
}

fn expiry(metadata: &Metadata, now: SystemTime, seconds: Option<u64>) -> Expiry {
    match (seconds, metadata.token_response.expires_in.absent) {
        (Some(seconds), _) => {
            now.checked_add(Duration::from_secs(seconds)).map_or(Expiry::Unknown, Expiry::At)
        }
        (None, AbsentExpiry::Never) => Expiry::Never,
        (None, _) => Expiry::Unknown,
    }
}

fn scopes(raw: &RawValue, delimiter: char) -> Option<Vec<Box<str>>> {
    match json::string(raw) {
        Some(text) => Some(split(&text, delimiter)),
        None => json::strings(raw).map(|list| list.into_iter().map(String::into_boxed_str).collect()),
    }
}

fn split(scope: &str, delimiter: char) -> Vec<Box<str>> {
    scope.split(delimiter).map(str::trim).filter(|scope| !scope.is_empty()).map(Box::from).collect()
}

fn parse_token_type(name: &str, bearer_aliases: &[&str]) -> TokenType {
    let is_bearer =
        std::iter::once(&"Bearer").chain(bearer_aliases).any(|alias| alias.eq_ignore_ascii_case(name));
    if is_bearer { TokenType::Bearer } else { TokenType::Other(text::printable(name, &[])) }
}

/// The token answer in the fragment of a callback (RFC 6749 section 4.2.2). A refresh token there
/// is ignored, as that section demands.
pub(crate) fn from_fragment(
    metadata: &Metadata,
    pairs: &[(String, String)],
    now: SystemTime,
) -> Result<TokenFields, CallbackError> {
    let get = |name: &str| pairs.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
    // A parameter without a value counts as absent (RFC 6749 section 3.1).
    let filled = |name: &'static str| get(name).filter(|value| !value.is_empty());
    let access_token = filled("access_token").ok_or(CallbackError::Missing("access_token"))?;
    if !text::is_vschar(access_token) {
        return Err(CallbackError::Malformed("access_token"));
    }
    let token_type = filled("token_type").ok_or(CallbackError::Missing("token_type"))?;
    let mut malformed = Vec::new();
    let seconds = filled("expires_in").and_then(|text| {
        let seconds = json::number_of_seconds(text);
        if seconds.is_none() {
            malformed.push("expires_in");
        }
        seconds
    });
    let expiry = expiry(metadata, now, seconds);
    let members: serde_json::Map<_, _> =
        pairs.iter().map(|(name, value)| (name.clone(), value.clone().into())).collect();
    Ok(TokenFields {
        access_token: Secret::new(access_token),
        token_type: parse_token_type(token_type, metadata.token_response.bearer_aliases),
        refresh_token: None,
        expiry,
        refresh_token_expiry: None,
        scope: get("scope").map(|scope| split(scope, metadata.scope_delimiter)),
        malformed,
        body: Zeroizing::new(serde_json::Value::Object(members).to_string().into_bytes()),
    })
}

impl fmt::Debug for TokenFields {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenFields")
            .field("token_type", &self.token_type)
            .field("expiry", &self.expiry)
            .field("scope", &self.scope)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
#[path = "token_response_tests.rs"]
mod tests;
