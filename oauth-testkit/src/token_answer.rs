//! The token answer (RFC 6749 section 5.1), in the declared shape.

use crate::scope;
use crate::shape;
use crate::state::{Issued, State};
use http::{Response, StatusCode};
use oauth_core::metadata::{
    AbsentExpiry, ApiBaseFormat, ExpiryFormat, ExpiryUnit, GrantType, TokenResponseFormat,
};
use serde_json::{Map, Value, json};
use std::time::Duration;

pub(crate) fn response(
    state: &State,
    grant_type: GrantType,
    issued: Issued,
    also: Vec<(&'static str, Issued)>,
    accepts_json: bool,
) -> Response<Vec<u8>> {
    let format = state.metadata.token_response_to(grant_type);
    let mut root = object(state, format, issued);
    if let Some(members) = root.as_object_mut() {
        members.extend(state.settings.extra.clone());
    }
    if let Some(base) = format.api_base {
        shape::set(&mut root, base.member, api_base(&base).into());
    }
    written(state, format, root, also, accepts_json)
}

/// The answer to an extension, which brings no token.
pub(crate) fn extended(state: &State, lifetime: Option<Duration>, accepts_json: bool) -> Response<Vec<u8>> {
    let format = state.metadata.token_response_to(GrantType::TOKEN_EXTENSION);
    let mut root = json!({});
    let is_said = unsaid(format.expires_in).is_none();
    if let Some(value) = self::lifetime(state, lifetime, format.expires_in).filter(|_| is_said) {
        shape::set(&mut root, format.field("expires_in"), value);
    }
    written(state, format, root, Vec::new(), accepts_json)
}

fn written(
    state: &State,
    format: &TokenResponseFormat,
    root: Value,
    also: Vec<(&'static str, Issued)>,
    accepts_json: bool,
) -> Response<Vec<u8>> {
    let mut answer = json!({});
    for condition in state.metadata.error_response.when {
        shape::decide(&mut answer, condition, false);
    }
    match format.root.first() {
        None | Some(&"") => merge(&mut answer, root),
        Some(pointer) => shape::set(&mut answer, pointer, root),
    }
    // These pointers begin at the whole answer, unlike those of the members.
    for (pointer, issued) in also {
        shape::set(&mut answer, pointer, object(state, state.metadata.token_response, issued));
    }
    shape::write(format, accepts_json, StatusCode::OK, &answer)
}

/// Any API base that the declaration allows; at the loopback address all hosts are one.
pub(crate) fn api_base(format: &ApiBaseFormat) -> String {
    let host = format.hosts.first().map_or_else(String::new, |host| host.replace('*', "testkit"));
    format!("https://{host}")
}

fn merge(answer: &mut Value, root: Value) {
    if let (Some(answer), Value::Object(root)) = (answer.as_object_mut(), root) {
        answer.extend(root);
    }
}

/// The members of one issued token, by their declared names.
fn object(state: &State, format: &TokenResponseFormat, issued: Issued) -> Value {
    let settings = &state.settings;
    let mut object = Value::Object(Map::new());
    let mut add = |name: &'static str, value: Option<Value>| {
        if let Some(value) = value {
            shape::set(&mut object, format.field(name), value);
        }
    };
    add("access_token", Some(issued.access_token.into()));
    add("token_type", Some(issued.token_type.into()));
    let is_said = settings.says_lifetime;
    let written = lifetime(state, issued.lifetime, format.expires_in);
    add("expires_in", written.filter(|_| is_said));
    if let Some(refresh_token) = issued.refresh_token {
        add("refresh_token", Some(refresh_token.into()));
        if declares_refresh_lifetime(format) {
            let written = lifetime(state, settings.refresh_token_lifetime, format.refresh_token_expires_in);
            add("refresh_token_expires_in", written);
        }
    }
    let scope = &issued.scope;
    add(
        "scope",
        (!scope.is_empty()).then(|| scope::answered(state.metadata, format.scope_delimiter, scope).into()),
    );
    object
}

/// A lifetime in its declared unit; nothing for a token without an end, but where `0` says that.
pub(crate) fn lifetime(state: &State, lifetime: Option<Duration>, format: ExpiryFormat) -> Option<Value> {
    let Some(lifetime) = lifetime else {
        return format.zero_is_never.then(|| Value::from(0));
    };
    let end = state.now.checked_add(lifetime)?;
    Some(match format.unit {
        ExpiryUnit::Milliseconds => number(lifetime.as_millis()),
        ExpiryUnit::UnixSeconds => shape::unix(end).as_secs().into(),
        ExpiryUnit::UnixMilliseconds => number(shape::unix(end).as_millis()),
        ExpiryUnit::Rfc3339 => shape::rfc3339(end).into(),
        _ => lifetime.as_secs().into(),
    })
}

pub(crate) fn number(milliseconds: u128) -> Value {
    u64::try_from(milliseconds).unwrap_or(u64::MAX).into()
}

/// The lifetime of tokens whose answers do not say it.
pub(crate) fn unsaid(format: ExpiryFormat) -> Option<Option<Duration>> {
    match format.absent {
        AbsentExpiry::Never => Some(None),
        AbsentExpiry::Seconds(seconds) => Some(Some(Duration::from_secs(seconds))),
        _ => None,
    }
}

/// Whether the answer says how long the refresh token is good.
pub(crate) fn declares_refresh_lifetime(format: &TokenResponseFormat) -> bool {
    format.fields.iter().any(|(name, _)| *name == "refresh_token_expires_in")
}
