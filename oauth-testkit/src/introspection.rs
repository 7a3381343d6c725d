//! The introspection endpoint (RFC 7662).

use crate::headers;
use crate::refusal::{self, Refusal};
use crate::revocation::asker;
use crate::routes::Route;
use crate::scope;
use crate::sent::Sent;
use crate::state::State;
use crate::store::{Kind, Token};
use crate::token::check_accept;
use http::{Request, Response, StatusCode};
use oauth_core::metadata::{ActiveFormat, AnswerFormat, RequestAuth};
use serde_json::{Map, Value, json};
use std::time::SystemTime;

pub(crate) fn answer(
    state: &mut State,
    request: &Request<Vec<u8>>,
    route: &Route,
) -> Result<Response<Vec<u8>>, Refusal> {
    let sent = Sent::new(request, route, &state.metadata.introspection_request)?;
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
        (Some(token), active) => Ok(refusal::json(StatusCode::OK, &details(state, &token, active))),
        (None, ActiveFormat::Status) => Err(Refusal::invalid_token("the token is not active")),
        (None, _) => Ok(refusal::json(StatusCode::OK, &json!({"active": false}))),
    }
}

/// The members of section 2.2 about a good token.
fn details(state: &State, token: &Token, active: ActiveFormat) -> Value {
    let mut details = Map::new();
    let mut add = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            details.insert(name.to_owned(), value);
        }
    };
    let authorization = &token.authorization;
    let scope = &authorization.scope;
    add("active", (active == ActiveFormat::Member).then_some(true.into()));
    add(
        "scope",
        (!scope.is_empty()).then(|| {
            scope::answered(state.metadata, state.metadata.token_response.scope_delimiter, scope).into()
        }),
    );
    add("client_id", Some(authorization.client_id.clone().into()));
    add("username", authorization.subject.clone().map(Value::from));
    let token_type = match token.kind {
        Kind::Access(token_type) => token_type,
        Kind::Refresh => "refresh_token",
    };
    add("token_type", Some(token_type.into()));
    add("exp", token.expires_at.map(seconds));
    add("iat", Some(seconds(token.issued_at)));
    add("sub", Some(authorization.subject.clone().unwrap_or_else(|| authorization.client_id.clone()).into()));
    add("iss", state.issuer.clone().map(Value::from));
    details.extend(state.settings.token_details.clone());
    Value::Object(details)
}

fn seconds(time: SystemTime) -> Value {
    time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs().into()
}
