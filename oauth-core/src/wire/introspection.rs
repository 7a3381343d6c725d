//! The introspection answer (RFC 7662 section 2.2).

use super::error_response::{self, Answer};
use super::json::Place;
use super::lifetime;
use super::members::{self, Body};
use super::value::Value;
use crate::error::Error;
use crate::metadata::{ActiveFormat, AnswerFormat, Metadata};
use http::StatusCode;
use std::time::SystemTime;

/// The standard members about an active token.
#[derive(Debug)]
pub(crate) struct IntrospectionFields {
    pub(crate) scope: Option<Box<str>>,
    pub(crate) client_id: Option<Box<str>>,
    pub(crate) username: Option<Box<str>>,
    pub(crate) token_type: Option<Box<str>>,
    pub(crate) subject: Option<Box<str>>,
    pub(crate) issuer: Option<Box<str>>,
    pub(crate) expires_at: Option<SystemTime>,
    pub(crate) issued_at: Option<SystemTime>,
    pub(crate) body: Body,
}

/// `None` for a token that is not active; nothing else is then believed.
pub(crate) fn decode(metadata: &Metadata, answer: &Answer<'_>) -> Result<Option<IntrospectionFields>, Error> {
    let by_status = metadata.introspection_response.active == ActiveFormat::Status;
    if by_status && answer.status == StatusCode::UNAUTHORIZED {
        return Ok(None);
    }
    let format = metadata.error_response;
    answer.status_of_success(format)?;
    answer.json()?;
    let mut values = [const { None }; 14];
    let [a, b, c, d, e, f, g, h, i] = NAMES.map(Place::member);
    let [j, k, l, m, n] = error_response::places(format);
    let places = [a, b, c, d, e, f, g, h, i, j, k, l, m, n];
    if let Some(flaw) = members::read(answer.body, AnswerFormat::Json, &places, &mut values) {
        let names = [&NAMES[..], &error_response::NAMES].concat();
        return Err(answer.unusable(flaw.message(&names)));
    }
    let [active, b, c, d, e, f, g, exp, iat, errors @ ..] = values;
    answer.no_refusal(format, AnswerFormat::Json, &errors)?;
    match active {
        _ if by_status => {}
        Some(Value::Json(raw)) if raw.as_written() == "true" => {}
        Some(Value::Json(raw)) if raw.as_written() == "false" => return Ok(None),
        _ => return Err(answer.unusable("`active` is not a JSON boolean (RFC 7662 section 2.2)")),
    }
    let text = |member: Option<Value<'_>>| Some(member?.string()?.into_owned().into_boxed_str());
    let [scope, client_id, username, token_type, subject, issuer] = [b, c, d, e, f, g].map(text);
    Ok(Some(IntrospectionFields {
        scope,
        client_id,
        username,
        token_type,
        subject,
        issuer,
        expires_at: exp.as_ref().and_then(lifetime::date),
        issued_at: iat.as_ref().and_then(lifetime::date),
        body: Body(answer.body.to_vec()),
    }))
}

const NAMES: [&str; 9] =
    ["active", "scope", "client_id", "username", "token_type", "sub", "iss", "exp", "iat"];

#[cfg(test)]
#[path = "introspection_tests.rs"]
mod tests;
