//! Parameters of a callback that a declaration names. Each stands there once.

use crate::error::CallbackError;
use crate::metadata::CallbackFormat;
use crate::origin;
use crate::secret::Secret;
use crate::wire::form;
use ring::hmac;
use std::borrow::Cow;
use std::fmt::Write;
use zeroize::Zeroizing;

/// One parameter; one without a value counts as absent (RFC 6749 section 3.1).
fn parameter<'a>(query: &'a str, name: &'static str) -> Result<Option<Cow<'a, str>>, CallbackError> {
    let is_it =
        |(found, value): &(&str, &str)| !value.is_empty() && form::decode(found).as_deref() == Some(name);
    let mut found = form::pairs(query).filter(is_it);
    match (found.next(), found.next()) {
        (None, _) => Ok(None),
        (Some(_), Some(_)) => Err(CallbackError::Repeated(name)),
        (Some((_, value)), None) => form::decode(value).map(Some).ok_or(CallbackError::Malformed(name)),
    }
}

/// What is kept for the caller.
pub(super) fn captured(
    format: &CallbackFormat,
    query: &str,
) -> Result<Vec<(&'static str, Secret)>, CallbackError> {
    values(format.capture.iter().map(|name| (*name, *name)), query)
}

/// What the token request repeats, under its names there.
pub(super) fn echoed(
    format: &CallbackFormat,
    query: &str,
) -> Result<Vec<(&'static str, Secret)>, CallbackError> {
    values(format.echo.iter().copied(), query)
}

fn values(
    names: impl Iterator<Item = (&'static str, &'static str)>,
    query: &str,
) -> Result<Vec<(&'static str, Secret)>, CallbackError> {
    let mut values = Vec::new();
    for (kept_as, name) in names {
        values.extend(parameter(query, name)?.map(|value| (kept_as, Secret::new(value))));
    }
    Ok(values)
}

/// A parameter that must have this value.
pub(super) fn check_value(name: &'static str, query: &str, expected: &str) -> Result<(), CallbackError> {
    match parameter(query, name)? {
        Some(value) if value == expected => Ok(()),
        Some(_) => Err(CallbackError::Mismatch(name)),
        None => Err(CallbackError::Missing(name)),
    }
}

/// What the callback decides about variables of URLs; nothing if it decides nothing.
pub(super) fn learned(format: &CallbackFormat, query: &str) -> Result<Option<Box<str>>, CallbackError> {
    let mut learned = String::new();
    for declared in format.learn {
        let Some(value) = parameter(query, declared.parameter)? else { continue };
        // Alone, or as an `https` URL.
        let value = match value.strip_prefix("https://") {
            Some(host) => host.strip_suffix('/').unwrap_or(host),
            None => &value,
        };
        origin::row(declared, value).ok_or(CallbackError::Mismatch(declared.parameter))?;
        origin::describe(&mut learned, declared, value);
    }
    Ok((!learned.is_empty()).then(|| learned.into_boxed_str()))
}

/// A signature over all other parameters, as Shopify makes it: they are sorted by name and joined,
/// with `%` and `&` escaped, and `=` in names, so that no two lists of parameters look alike.
pub(super) fn check_signature(name: &'static str, query: &str, key: &str) -> Result<(), CallbackError> {
    let signature = parameter(query, name)?.ok_or(CallbackError::Missing(name))?;
    let wrong = CallbackError::Signature(name);
    let mut pairs = Vec::new();
    for (found, value) in form::pairs(query) {
        let pair = form::decode(found).zip(form::decode(value)).ok_or(wrong)?;
        if pair.0 != name {
            pairs.push(pair);
        }
    }
    pairs.sort_by(|(one, _), (other, _)| one.cmp(other));
    let mut message = Zeroizing::new(String::with_capacity(query.len()));
    for (position, (found, value)) in pairs.iter().enumerate() {
        if position > 0 {
            message.push('&');
        }
        escape_to(&mut message, found, &['%', '&', '=']);
        message.push('=');
        escape_to(&mut message, value, &['%', '&']);
    }
    let tag = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, key.as_bytes()), message.as_bytes());
    let mut expected = String::with_capacity(64);
    for byte in tag.as_ref() {
        let _ = write!(expected, "{byte:02x}");
    }
    if Secret::new(expected).matches(&signature) { Ok(()) } else { Err(wrong) }
}

fn escape_to(out: &mut String, text: &str, escaped: &[char]) {
    for character in text.chars() {
        if escaped.contains(&character) {
            let _ = write!(out, "%{:02X}", u32::from(character));
        } else {
            out.push(character);
        }
    }
}
