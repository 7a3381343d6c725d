//! The introspection answer (RFC 7662 section 2.2).

use super::error_response::{self, Answer};
use super::json::{Place, Places};
use super::lifetime::Expiry;
use super::members::{self, Body, Utf8, chosen};
use super::value::Value;
use crate::error::Error;
use crate::metadata::{ActiveFormat, AnswerFormat, IntrospectionResponseFormat, Metadata};
use http::StatusCode;
use std::time::SystemTime;

/// The standard members about an active token.
#[cfg_attr(test, derive(Debug))]
pub(crate) struct IntrospectionFields {
    pub(crate) scope: Option<Box<str>>,
    pub(crate) client_id: Option<Box<str>>,
    pub(crate) username: Option<Box<str>>,
    pub(crate) token_type: Option<Box<str>>,
    pub(crate) subject: Option<Box<str>>,
    pub(crate) issuer: Option<Box<str>>,
    pub(crate) expires_at: Option<SystemTime>,
    pub(crate) issued_at: Option<SystemTime>,
    /// Where in the body the object with these members stands.
    pub(crate) root: &'static str,
    pub(crate) body: Body,
}

/// `None` for a token that is not active; nothing else is then believed.
pub(crate) fn decode(metadata: &Metadata, answer: &Answer<'_>) -> Result<Option<IntrospectionFields>, Error> {
    let declared = &metadata.introspection_response;
    let by_status = match declared.active {
        ActiveFormat::Status if answer.status == StatusCode::UNAUTHORIZED => return Ok(None),
        ActiveFormat::Status => true,
        ActiveFormat::Member => false,
    };
    let (errors, written) = (metadata.error_response, AnswerFormat::Json);
    answer.status_of_success(errors)?;
    answer.json()?;
    let root = chosen(answer.body, written, "", declared.root);
    let mut values = [const { None }; 12];
    if let Some(flaw) = members::read(answer.body, written, &places(declared, answer.body, root), &mut values)
    {
        let names = [&NAMES[..], &error_response::NAMES].concat();
        return Err(answer.unusable(flaw.message(&names)));
    }
    let [active, b, c, d, e, f, g, exp, iat, refusal @ ..] = values;
    answer.no_refusal(errors, written, &refusal)?;
    match active {
        _ if by_status => {}
        Some(Value::Json(raw)) if raw.as_written() == "true" => {}
        Some(Value::Json(raw)) if raw.as_written() == "false" => return Ok(None),
        _ => return Err(answer.unusable("`active` is not a JSON boolean (RFC 7662 section 2.2)")),
    }
    let scope =
        b.and_then(|scope| text(&scope).or_else(|| Some(scope.strings()?.join(" ").into_boxed_str())));
    let [client_id, username, token_type, subject, issuer] = [c, d, e, f, g].map(|member| text(&member?));
    let date = |value: Option<Value<'_>>, format| Expiry::read(&value?, format, answer.now)?.at();
    Ok(Some(IntrospectionFields {
        scope,
        client_id,
        username,
        token_type,
        subject,
        issuer,
        expires_at: date(exp, declared.exp),
        issued_at: date(iat, declared.iat()),
        root,
        body: Body(answer.body.text().unwrap_or_default().to_owned()),
    }))
}

/// A string, or a number, which is how some write identifiers.
fn text(member: &Value<'_>) -> Option<Box<str>> {
    let is_boolean = matches!(member, Value::Json(raw) if matches!(raw.as_written(), "true" | "false"));
    member.scalar().filter(|_| !is_boolean).map(|text| text.into_owned().into_boxed_str())
}

const NAMES: [&str; 9] =
    ["active", "scope", "client_id", "username", "token_type", "sub", "iss", "exp", "iat"];

/// Where those and the members of an error stand.
fn places(
    declared: &IntrospectionResponseFormat,
    body: Utf8<'_>,
    root: &'static str,
) -> Places<[Place<'static>; 12]> {
    let place = |name: &'static str| match declared.fields.iter().find(|(known, _)| *known == name) {
        Some((_, pointers)) => Place::new(root, chosen(body, AnswerFormat::Json, root, pointers)),
        None => Place::new(root, name),
    };
    let [a, b, c, d, e, f, g, h, i] = NAMES.map(place);
    let [j, k, l] = error_response::PLACES.list;
    Places::new([a, b, c, d, e, f, g, h, i, j, k, l])
}

#[cfg(test)]
#[path = "introspection_tests.rs"]
mod tests;
