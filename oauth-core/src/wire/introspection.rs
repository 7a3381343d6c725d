//! The introspection answer (RFC 7662 section 2.2).

use super::error_response::{Answer, from_members};
use super::json;
use crate::error::Error;
use crate::metadata::{ActiveFormat, Metadata};
use http::StatusCode;
use serde_json::value::RawValue;
use std::time::SystemTime;
use zeroize::Zeroizing;

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

/// The whole answer, for typed members; it may speak of the user and never prints.
pub(crate) struct Body(pub(crate) Zeroizing<Vec<u8>>);

impl std::fmt::Debug for Body {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} bytes", self.0.len())
    }
}

/// `None` for a token that is not active; nothing else is then believed.
pub(crate) fn decode(metadata: &Metadata, answer: &Answer<'_>) -> Result<Option<IntrospectionFields>, Error> {
    let by_status = metadata.introspection_response.active == ActiveFormat::Status;
    if by_status && answer.status == StatusCode::UNAUTHORIZED {
        return Ok(None);
    }
    answer.success(metadata.error_response)?;
    answer.json()?;
    let names = [
        "active",
        "scope",
        "client_id",
        "username",
        "token_type",
        "sub",
        "iss",
        "exp",
        "iat",
        "error",
        "error_description",
        "error_uri",
    ];
    let members = json::members(answer.body, names).map_err(|flaw| answer.unusable(flaw.0))?;
    let [active, scope, client_id, username, token_type, subject, issuer, exp, iat, error, description, uri] =
        members;
    if error.is_some_and(|error| !json::is_blank(error)) {
        return Err(from_members(answer, error, description, uri));
    }
    match active.map(RawValue::get) {
        _ if by_status => {}
        Some("true") => {}
        Some("false") => return Ok(None),
        _ => return Err(answer.unusable("`active` is not a JSON boolean (RFC 7662 section 2.2)")),
    }
    let text = |member: Option<&RawValue>| {
        member.and_then(json::string).map(|text| text.into_owned().into_boxed_str())
    };
    let time = |member: Option<&RawValue>| member.and_then(json::date);
    Ok(Some(IntrospectionFields {
        scope: text(scope),
        client_id: text(client_id),
        username: text(username),
        token_type: text(token_type),
        subject: text(subject),
        issuer: text(issuer),
        expires_at: time(exp),
        issued_at: time(iat),
        body: Body(Zeroizing::new(answer.body.to_vec())),
    }))
}
