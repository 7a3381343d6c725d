//! The introspection endpoint (RFC 7662).

use crate::headers;
use crate::refusal::{self, Refusal};
use crate::revocation::asker;
use crate::routes::Route;
use crate::scope;
use crate::sent::Sent;
use crate::shape;
use crate::state::State;
use crate::store::{Kind, Token};
use crate::token::check_accept;
use crate::token_answer;
use http::{Request, Response, StatusCode};
use oauth_core::metadata::{ActiveFormat, AnswerFormat, ExpiryUnit, RequestAuth};
use serde_json::{Map, Value};
use std::time::SystemTime;

pub(crate) fn answer(
    state: &mut State,
    request: &Request<Vec<u8>>,
    route: &Route,
) -> Result<Response<Vec<u8>>, Refusal> {
    let sent = Sent::new(request, route, state.metadata.introspection_request)?;
    check_accept(AnswerFormat::Json, sent.format, request.headers())?;
    let bearer = match sent.format.auth {
        RequestAuth::Bearer => Some(headers::bearer(request.headers())?),
        _ => None,
    };
    let asked = match (sent.unless_omitted("token")?, bearer) {
        (Some(asked), _) => asked,
        (None, Some(bearer)) => bearer,
        (None, None) => return Err(Refusal::server_error("the declaration omits the token to ask about")),
    }
    .to_owned();
    let now = state.now;
    let live = state.store.token(&asked).and_then(|token| token.live(now).ok().cloned());
    // A dead token that authenticates the question about itself is answered, not refused.
    let is_about_itself = bearer == Some(asked.as_str());
    if !(is_about_itself && live.is_none()) {
        asker(state, &sent)?;
    }
    match (live, state.metadata.introspection_response.active) {
        (Some(token), _) => Ok(refusal::json(StatusCode::OK, &details(state, &token))),
        (None, ActiveFormat::Status) => Err(Refusal::invalid_token("the token is not active")),
        (None, _) => Ok(refusal::json(StatusCode::OK, &members(state, vec![("active", false.into())]))),
    }
}

/// The members of section 2.2 about a good token.
fn details(state: &State, token: &Token) -> Value {
    let format = &state.metadata.introspection_response;
    let authorization = &token.authorization;
    let scope = &authorization.scope;
    let mut known: Vec<(&'static str, Value)> = Vec::new();
    let mut add = |name, value: Option<Value>| known.extend(value.map(|value| (name, value)));
    add("active", (format.active == ActiveFormat::Member).then_some(true.into()));
    let delimiter = state.metadata.token_response.scope_delimiter;
    add("scope", (!scope.is_empty()).then(|| scope::answered(state.metadata, delimiter, scope).into()));
    add("client_id", Some(authorization.client_id.clone().into()));
    add("username", authorization.subject.clone().map(Value::from));
    let token_type = match token.kind {
        Kind::Access(token_type) => token_type,
        Kind::Refresh => "refresh_token",
    };
    add("token_type", Some(token_type.into()));
    let left = token.expires_at.map(|end| end.duration_since(state.now).unwrap_or_default());
    add("exp", token_answer::lifetime(state, left, format.exp));
    add("iat", Some(date(token.issued_at, format.iat().unit)));
    add("sub", Some(authorization.subject.clone().unwrap_or_else(|| authorization.client_id.clone()).into()));
    add("iss", state.issuer.clone().map(Value::from));
    members(state, known)
}

/// Members in their declared places, and what the test adds.
fn members(state: &State, known: Vec<(&'static str, Value)>) -> Value {
    let format = &state.metadata.introspection_response;
    let mut object = Value::Object(Map::new());
    for (name, value) in known {
        shape::set(&mut object, format.field(name), value);
    }
    if let Some(members) = object.as_object_mut() {
        members.extend(state.settings.token_details.clone());
    }
    match format.root.first() {
        None | Some(&"") => object,
        Some(pointer) => {
            let mut answer = Value::Object(Map::new());
            shape::set(&mut answer, pointer, object);
            answer
        }
    }
}

fn date(time: SystemTime, unit: ExpiryUnit) -> Value {
    match unit {
        ExpiryUnit::UnixMilliseconds => token_answer::number(shape::unix(time).as_millis()),
        ExpiryUnit::Rfc3339 => shape::rfc3339(time).into(),
        _ => shape::unix(time).as_secs().into(),
    }
}
