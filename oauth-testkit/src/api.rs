//! The API that the access tokens are for: every path below `api_base` says whose token it got, and so
//! does the userinfo endpoint.

use crate::headers;
use crate::refusal::{self, Refusal};
use crate::routes::{Endpoint, Route};
use crate::sent::{self, Sent};
use crate::state::State;
use crate::{scope, shape, token_answer};
use http::{Request, Response, StatusCode, header};
use oauth_core::metadata::{Metadata, TokenCarrier};
use serde_json::json;

pub(crate) fn answer(
    state: &mut State,
    request: &Request<Vec<u8>>,
    route: &Route,
) -> Result<Response<Vec<u8>>, Refusal> {
    let metadata = state.metadata;
    let asked = match route.endpoint {
        Endpoint::Userinfo => Some(Sent::new(request, route, metadata.userinfo_request)?),
        _ => None,
    };
    let text = token(request, asked.as_ref(), metadata)?;
    let token = state.store.access_token(&text, state.now);
    let token = token.map_err(|dead| Refusal::invalid_token(dead.description()))?;
    let authorization = token.authorization.clone();
    let client_id = &authorization.client_id;
    headers::check(request.headers(), metadata.bearer.headers, &state.variables, client_id)?;
    let subject = authorization.subject.as_ref().unwrap_or(client_id);
    let body = match asked {
        Some(asked) => {
            let own: &[_] = match metadata.bearer.carrier {
                TokenCarrier::Query(name) => &[name],
                _ => &[],
            };
            sent::check(state, &asked, &[], own, client_id)?;
            asked.check_extra("client_id", Some(client_id))?;
            let mut claims = state.settings.userinfo.clone();
            claims.entry("sub").or_insert_with(|| subject.as_str().into());
            let mut claims = claims.into();
            if let Some(base) = metadata.userinfo_response.api_base {
                shape::set(&mut claims, base.member, token_answer::api_base(&base).into());
            }
            claims
        }
        None => {
            json!({"subject": subject, "scope": scope::answered(metadata, metadata.token_response.scope_delimiter, &authorization.scope)})
        }
    };
    Ok(refusal::json(StatusCode::OK, &body))
}

/// The access token, from the one place where the declaration has it (RFC 6750 section 2).
fn token(
    request: &Request<Vec<u8>>,
    asked: Option<&Sent<'_>>,
    metadata: &Metadata,
) -> Result<String, Refusal> {
    let carried = headers::carried(request.headers(), request.uri(), metadata.bearer.carrier);
    let Some(asked) = asked.filter(|asked| asked.format.sends(ACCESS_TOKEN)) else { return carried };
    let name = asked.format.name(ACCESS_TOKEN).unwrap_or(ACCESS_TOKEN);
    asked.parameters.unique(name)?;
    let token = asked.parameters.get(name);
    let token = token.ok_or_else(|| Refusal::missing_token(format!("no access token is in `{name}`")))?;
    if carried.is_ok() || request.headers().contains_key(header::AUTHORIZATION) {
        return Err(Refusal::invalid_request(format!("a token is elsewhere than in `{name}`, too")));
    }
    Ok(token.to_owned())
}

const ACCESS_TOKEN: &str = "access_token";
