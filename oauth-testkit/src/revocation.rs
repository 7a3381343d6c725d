//! The revocation endpoint (RFC 7009).

use crate::client_auth;
use crate::parameters::Parameters;
use crate::refusal::Refusal;
use crate::routes::Route;
use crate::state::State;
use crate::store::Kind;
use http::{HeaderMap, Request, Response};
use oauth_core::metadata::{RequestAuth, RequestFormat};

pub(crate) fn answer(
    state: &mut State,
    request: &Request<Vec<u8>>,
    route: &Route,
) -> Result<Response<Vec<u8>>, Refusal> {
    let parameters = Parameters::of(request, route)?;
    let format = &state.metadata.revocation_request;
    let client_id = asker(state, format, request.headers(), &parameters)?;
    let text = match format.omit.contains(&"token") {
        true => client_auth::bearer(request.headers())?,
        false => parameters.required("token")?,
    };
    // A token that the server does not know is as good as revoked (section 2.2).
    if let Some(token) = state.store.token(text) {
        let (kind, family, owner) = (token.kind, token.authorization.family, &token.authorization.client_id);
        if *owner != client_id {
            return Err(Refusal::invalid_grant("the token was issued to another client"));
        }
        match kind {
            Kind::Access(_) => state.revoke_token(text),
            Kind::Refresh => state.revoke_family(family, "the client revoked a refresh token"),
        }
    }
    Ok(Response::new(Vec::new()))
}

/// The client that asks about a token, by the declared authentication, with none but the declared
/// parameters.
pub(crate) fn asker(
    state: &State,
    format: &RequestFormat,
    headers: &HeaderMap,
    parameters: &Parameters,
) -> Result<String, Refusal> {
    let (client_id, own): (String, &[&str]) = match format.auth {
        RequestAuth::Bearer => {
            let token = state
                .store
                .access_token(client_auth::bearer(headers)?, state.now)
                .map_err(|dead| Refusal::invalid_token(dead.description()))?;
            (token.authorization.client_id.clone(), &[])
        }
        RequestAuth::ClientAuthentication => {
            let client =
                client_auth::authenticate(&state.settings, state.metadata.client_auth, headers, parameters)?;
            (client.id, client.parameters)
        }
        _ => return Err(Refusal::server_error("this authentication can't be played yet")),
    };
    parameters.check(&[&["token", "token_type_hint"], own].concat(), format)?;
    Ok(client_id)
}
