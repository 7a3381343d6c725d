//! The API that the access tokens are for: every path below `api_base` says whose token it got.

use crate::client_auth;
use crate::refusal::{self, Refusal};
use crate::scope;
use crate::state::State;
use http::{Request, Response, StatusCode};
use serde_json::json;

pub(crate) fn answer(state: &State, request: &Request<Vec<u8>>) -> Result<Response<Vec<u8>>, Refusal> {
    let token = state
        .store
        .access_token(client_auth::bearer(request.headers())?, state.now)
        .map_err(|dead| Refusal::invalid_token(dead.description()))?;
    for (name, value) in state.metadata.bearer.headers {
        if !request.headers().get_all(*name).iter().eq([value]) {
            return Err(Refusal::invalid_request(format!(
                "the header `{name}` is not `{value}`, as declared"
            )));
        }
    }
    let authorization = &token.authorization;
    let subject = authorization.subject.as_ref().unwrap_or(&authorization.client_id);
    let scope = scope::joined(state.metadata, &authorization.scope);
    Ok(refusal::json(StatusCode::OK, &json!({"subject": subject, "scope": scope})))
}
