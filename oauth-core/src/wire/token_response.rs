//! The token answer (RFC 6749 section 5.1): strict where a token would be at risk, lenient in what
//! is optional.

mod places;

use super::error_response::{self, Answer};
use super::json::Places;
use super::lifetime::Expiry;
use super::members::{self, Body, Flaw};
use super::text;
use super::value::Value;
use crate::error::{CallbackError, Error, ErrorKind};
use crate::metadata::{AnswerFormat, GrantType, Metadata, TokenResponseFormat};
use crate::secret::Secret;
use crate::token::AccessContent;
use places::{NAMES, STANDARD, declare, has_refresh_expiry};
use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
use std::time::SystemTime;

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
    pub(crate) metadata: &'static Metadata,
    pub(crate) access_token: Secret,
    pub(crate) token_type: TokenType,
    pub(crate) refresh_token: Option<Secret>,
    pub(crate) expiry: Expiry,
    pub(crate) refresh_token_expiry: Expiry,
    pub(crate) scope: Option<Arc<[Cow<'static, str>]>>,
    pub(crate) api_base: Option<Box<str>>,
    pub(crate) malformed: Vec<&'static str>,
    /// Parameters of the callback that are kept for the caller. Whoever knows them moves them in.
    pub(crate) captured: Vec<(&'static str, Secret)>,
    /// How the body is written.
    pub(crate) format: AnswerFormat,
    /// What stands before that and is no part of it.
    pub(crate) prefix: Option<&'static str>,
    /// Where in it the object with these members stands.
    pub(crate) root: &'static str,
    /// The whole answer, for typed members. The reader of the answer moves it in.
    pub(crate) body: Body,
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

/// What was asked for.
#[derive(Clone, Copy)]
pub(crate) struct Asked<'a> {
    pub(crate) grant_type: GrantType,
    /// The access token that the answer may prolong in place of bringing another.
    pub(crate) prolonged: Option<&'a AccessContent>,
}

/// Reads the answer of the token endpoint to a grant.
pub(crate) fn decode(
    metadata: &'static Metadata,
    asked: Asked<'_>,
    answer: &Answer<'_>,
) -> Result<TokenFields, Unusable> {
    let declared = metadata.token_response_to(asked.grant_type);
    let behind;
    let answer = match declared.prefix {
        Some(prefix) => {
            behind = Answer { body: answer.body.behind(prefix), ..*answer };
            &behind
        }
        None => answer,
    };
    answer.status_of_success(metadata.error_response)?;
    let format = declared.format;
    let root = members::chosen(answer.body, format, "", declared.root);
    let mut values = [const { None }; 10];
    let mut places = STANDARD;
    declare(&mut places, declared, answer.body, format, root);
    let flaw = members::read(answer.body, format, &places, &mut values);
    let (known, errors) = values.split_at(NAMES.len());
    let values = Values(known);
    answer.words(metadata.error_response)?;
    if format == AnswerFormat::Json {
        answer.json().map_err(|error| values.salvaged(error))?;
    }
    if let Some(flaw) = flaw {
        let names = [&NAMES[..], &error_response::NAMES].concat();
        return Err(values.salvaged(answer.unusable(flaw.message(&names))));
    }
    if let Err(error) = answer.no_refusal(metadata.error_response, format, errors) {
        let is_refusal = matches!(error.kind(), ErrorKind::Response(_));
        return Err(if is_refusal { error.into() } else { values.salvaged(error) });
    }
    if let Some(access) = asked.prolonged.filter(|_| values.names_no_access_token()) {
        let said = answer.says_success(metadata.error_response, format);
        said.map_err(|error| values.salvaged(error))?;
        let fields = values.read(access.secret.clone(), metadata, declared, (format, root), answer.now);
        let (token_type, api_base) = (access.token_type.clone(), access.api_base.clone());
        return Ok(TokenFields { token_type, api_base, ..fields });
    }
    let Some(access_token) = values.access_token() else {
        let reason = "`access_token` is missing, or is not a string of visible ASCII characters";
        return Err(values.salvaged(answer.unusable(reason)));
    };
    Ok(values.read(access_token, metadata, declared, (format, root), answer.now))
}

/// Reads the token answer in the fragment of a callback (RFC 6749 section 4.2.2). A refresh token
/// there is ignored, as that section demands.
pub(crate) fn from_fragment(
    metadata: &'static Metadata,
    fragment: &str,
    now: SystemTime,
) -> Result<TokenFields, CallbackError> {
    let declared = metadata.token_response_to(GrantType::IMPLICIT);
    let mut places = STANDARD;
    declare(&mut places, declared, fragment.into(), AnswerFormat::Form, "");
    let mut values = [const { None }; 7];
    let flaw = members::read_form(fragment, places.list.split_at(NAMES.len()).0, &mut values);
    if let Some(Flaw::Repeated(place)) = flaw {
        return Err(CallbackError::Repeated(NAMES.get(place).copied().unwrap_or("a parameter")));
    }
    let [access_token, token_type, _, refresh_token, ..] = &mut values;
    for (name, value) in [("access_token", access_token), ("token_type", token_type)] {
        // A parameter without a value counts as absent (RFC 6749 section 3.1).
        if value.as_ref().is_none_or(Value::is_blank) {
            return Err(CallbackError::Missing(name));
        }
    }
    *refresh_token = None;
    let values = Values(&values);
    let access_token = values.access_token().ok_or(CallbackError::Malformed("access_token"))?;
    let fields = values.read(access_token, metadata, declared, (AnswerFormat::Form, ""), now);
    Ok(TokenFields { body: Body(fragment.to_owned()), prefix: None, ..fields })
}

/// Reads further tokens, from the object of an answer that holds them. Nothing, if it holds none.
pub(crate) fn also(
    metadata: &'static Metadata,
    object: &str,
    now: SystemTime,
) -> Result<Option<TokenFields>, String> {
    let (format, declared) = (AnswerFormat::JsonOfAnyType, &metadata.token_response);
    let mut places = STANDARD;
    declare(&mut places, declared, object.into(), format, "");
    let mut values = [const { None }; 7];
    let [a, b, c, d, e, f, g, ..] = places.list;
    let places = Places::new([a, b, c, d, e, f, g]);
    if let Some(flaw) = members::read(object.into(), format, &places, &mut values) {
        return Err(flaw.message(&NAMES));
    }
    if values[0].as_ref().is_none_or(Value::is_blank) {
        return Ok(None);
    }
    let values = Values(&values);
    let access_token =
        values.access_token().ok_or("`access_token` is not a string of visible ASCII characters")?;
    let fields = values.read(access_token, metadata, declared, (format, ""), now);
    Ok(Some(TokenFields { body: Body(object.to_owned()), prefix: None, ..fields }))
}

/// The members of a token answer that are known, in the order of [`NAMES`].
struct Values<'v, 'a>(&'v [Option<Value<'a>>]);

impl<'v, 'a> Values<'v, 'a> {
    fn at(&self, position: usize) -> Option<&'v Value<'a>> {
        self.0.get(position)?.as_ref()
    }

    fn access_token(&self) -> Option<Secret> {
        self.at(0).and_then(token)
    }

    fn names_no_access_token(&self) -> bool {
        self.at(0).is_none_or(Value::is_blank)
    }

    /// The error of an answer that is not believed, and its new refresh token: the old one may be
    /// dead.
    fn salvaged(&self, error: Error) -> Unusable {
        let refresh_token = self.at(3).and_then(token);
        Unusable { error, refresh_token }
    }

    /// The others beside the access token, of an object that stands at this root of the body.
    fn read(
        &self,
        access_token: Secret,
        metadata: &'static Metadata,
        declared: &TokenResponseFormat,
        (format, root): (AnswerFormat, &'static str),
        now: SystemTime,
    ) -> TokenFields {
        let [token_type, expires_in, refresh_token] = [self.at(1), self.at(2), self.at(3)];
        let [scope, refresh_expiry, api_base] = [self.at(4), self.at(5), self.at(6)];
        let mut optional = Optional { malformed: Vec::new() };
        let expiry =
            optional.read("expires_in", expires_in, |value| Expiry::read(value, declared.expires_in, now));
        let is_typed = token_type.is_some_and(|value| !value.is_blank());
        let token_type = match optional.read("token_type", token_type, Value::string) {
            Some(name) => TokenType::named(&name, declared.bearer_aliases),
            // A type that can't be read is one that is not understood (RFC 6749 section 7.1).
            None if is_typed => TokenType::Other("malformed".into()),
            None => TokenType::Bearer,
        };
        let refresh_token = optional.read("refresh_token", refresh_token, token);
        let refresh_token_expiry = if has_refresh_expiry(declared) {
            let format = declared.refresh_token_expires_in;
            let read = optional
                .read("refresh_token_expires_in", refresh_expiry, |value| Expiry::read(value, format, now));
            // A token that the answer does not bring began to live earlier.
            let absent = |_: &Secret| Expiry::absent(format, now);
            read.unwrap_or_else(|| refresh_token.as_ref().map_or(Expiry::Unknown, absent))
        } else {
            Expiry::Unknown
        };
        TokenFields {
            metadata,
            access_token,
            token_type,
            refresh_token,
            expiry: expiry.unwrap_or_else(|| Expiry::absent(declared.expires_in, now)),
            refresh_token_expiry,
            scope: optional.read_present("scope", scope, |value| scopes(value, declared, metadata)),
            api_base: declared
                .api_base
                .and_then(|_| optional.read("api_base", api_base, Value::vschars))
                .map(|text| text.into()),
            malformed: optional.malformed,
            captured: Vec::new(),
            format,
            prefix: declared.prefix,
            root,
            body: Body::default(),
        }
    }
}

/// Reads optional members: a malformed one counts as absent and is noted.
struct Optional {
    malformed: Vec<&'static str>,
}

impl Optional {
    /// Absent, `null`, `false` and the empty string are all absent.
    fn read<'v, 'a, T>(
        &mut self,
        name: &'static str,
        member: Option<&'v Value<'a>>,
        read: impl FnOnce(&'v Value<'a>) -> Option<T>,
    ) -> Option<T> {
        let value = member.filter(|value| !value.is_blank())?;
        self.note(name, read(value))
    }

    /// Absent and `null` are absent.
    fn read_present<'v, 'a, T>(
        &mut self,
        name: &'static str,
        member: Option<&'v Value<'a>>,
        read: impl FnOnce(&'v Value<'a>) -> Option<T>,
    ) -> Option<T> {
        let value = member.filter(|value| !value.is_null())?;
        self.note(name, read(value))
    }

    fn note<T>(&mut self, name: &'static str, value: Option<T>) -> Option<T> {
        if value.is_none() {
            self.malformed.push(name);
        }
        value
    }
}

fn token(value: &Value<'_>) -> Option<Secret> {
    value.vschars().map(|token| Secret::new(token.into_owned()))
}

/// A delimited list, or an array of strings. A declared scope needs no copy.
fn scopes(
    value: &Value<'_>,
    declared: &TokenResponseFormat,
    metadata: &'static Metadata,
) -> Option<Arc<[Cow<'static, str>]>> {
    let scope = |text: &str| match metadata.scopes.iter().find(|declared| declared.value == text) {
        Some(declared) => Cow::Borrowed(declared.value),
        None => Cow::Owned(text.to_owned()),
    };
    if let Some(list) = value.strings() {
        // An empty text is no scope (Twitch answers `[""]` where none was granted).
        return Some(list.iter().filter(|text| !text.is_empty()).map(|text| scope(text)).collect());
    }
    let delimiter = declared.scope_delimiter.unwrap_or(metadata.scope_delimiter);
    let text = value.string()?;
    // Few at first, so that the list is allocated once, at the end.
    let (mut few, mut count, mut more) = ([""; 8], 0_usize, Vec::new());
    parts(&text, delimiter, |part| match (part.trim(), few.get_mut(count)) {
        ("", _) => {}
        (part, Some(slot)) => {
            *slot = part;
            count = count.wrapping_add(1);
        }
        (part, None) => more.push(part),
    });
    let few = few.iter().take(count).copied();
    Some(if more.is_empty() { few.map(scope).collect() } else { few.chain(more).map(scope).collect() })
}

/// What stands between delimiters. In a text as short as this one, a look at each byte takes fewer steps
/// than a search.
fn parts<'t>(text: &'t str, delimiter: char, mut keep: impl FnMut(&'t str)) {
    let Some(ascii) = u8::try_from(delimiter).ok().filter(u8::is_ascii) else {
        return text.split(delimiter).for_each(keep);
    };
    let (mut start, mut at) = (0_usize, 0_usize);
    for byte in text.bytes() {
        if byte == ascii {
            keep(text.get(start..at).unwrap_or_default());
            start = at.wrapping_add(1);
        }
        at = at.wrapping_add(1);
    }
    keep(text.get(start..).unwrap_or_default());
}

impl TokenType {
    fn named(name: &str, bearer_aliases: &[&str]) -> Self {
        let is = |alias: &&str| alias.eq_ignore_ascii_case(name);
        if is(&"Bearer") || bearer_aliases.iter().any(is) {
            Self::Bearer
        } else {
            Self::Other(text::printable(name, &[]))
        }
    }
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

#[cfg(test)]
#[path = "token_response_declared_tests.rs"]
mod declared_tests;

#[cfg(test)]
#[path = "token_response_prefix_tests.rs"]
mod prefix_tests;
