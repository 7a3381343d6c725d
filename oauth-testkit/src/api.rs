//! The API that the access tokens are for: every path below `api_base` says whose token it got, and so
//! does the userinfo endpoint.

use crate::headers;
use crate::refusal::{self, Refusal};
use crate::routes::{Endpoint, Route};
use crate::sent::{self, Sent};
use crate::state::State;
use crate::{scope, shape, token_answer};
use http::{Request, Response, StatusCode};
use serde_json::json;

pub(crate) fn answer(
    state: &State,
    request: &Request<Vec<u8>>,
    route: &Route,
) -> Result<Response<Vec<u8>>, Refusal> {
    let bearer = &state.metadata.bearer;
    let text = headers::carried(request.headers(), request.uri(), bearer.carrier)?;
    let token = state.store.access_token(&text, state.now);
    let token = token.map_err(|dead| Refusal::invalid_token(dead.description()))?;
    let authorization = &token.authorization;
    headers::check(request.headers(), bearer.headers, &state.variables, &authorization.client_id)?;
    let subject = authorization.subject.as_ref().unwrap_or(&authorization.client_id);
    let body = match route.endpoint {
        Endpoint::Userinfo => {
            let asked = Sent::new(request, route, state.metadata.userinfo_request)?;
            sent::check_fixed(state, &asked, &authorization.client_id)?;
            let mut claims = state.settings.userinfo.clone();
            claims.entry("sub").or_insert_with(|| subject.as_str().into());
            let mut claims = claims.into();
            if let Some(base) = state.metadata.userinfo_response.api_base {
                shape::set(&mut claims, base.member, token_answer::api_base(&base).into());
            }
            claims
        }
        _ => {
            json!({"subject": subject, "scope": scope::answered(state.metadata, state.metadata.token_response.scope_delimiter, &authorization.scope)})
        }
    };
    Ok(refusal::json(StatusCode::OK, &body))
}
