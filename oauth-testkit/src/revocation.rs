//! The revocation endpoint (RFC 7009).

use crate::client_auth;
use crate::headers;
use crate::refusal::Refusal;
use crate::routes::Route;
use crate::sent::{self, Sent};
use crate::state::State;
use crate::store::Kind;
use http::{Request, Response};
use oauth_core::metadata::{RequestAuth, RevocableTokens};

pub(crate) fn answer(
    state: &mut State,
    request: &Request<Vec<u8>>,
    route: &Route,
) -> Result<Response<Vec<u8>>, Refusal> {
    let sent = Sent::new(request, route, state.metadata.revocation_request)?;
    let client_id = asker(state, &sent)?;
    let text = match sent.unless_omitted("token")? {
        Some(text) => text,
        None => headers::bearer(sent.headers)?,
    };
    // A token that the server does not know is as good as revoked (section 2.2).
    if let Some(token) = state.store.token(text) {
        let (kind, family, owner) = (token.kind, token.authorization.family, &token.authorization.client_id);
        if client_id.is_some_and(|client_id| *owner != client_id) {
            return Err(Refusal::invalid_grant("the token was issued to another client"));
        }
        match (state.metadata.revocation_request.tokens, kind) {
            (RevocableTokens::AccessOnly, Kind::Refresh) => {
                return Err(Refusal::unsupported_token_type("a refresh token can't be revoked, as declared"));
            }
            (RevocableTokens::RefreshOnly, Kind::Access(_)) => {
                return Err(Refusal::unsupported_token_type("an access token can't be revoked, as declared"));
            }
            _ => {}
        }
        match kind {
            Kind::Access(_) => state.revoke_token(text),
            Kind::Refresh => state.revoke_family(family, "the client revoked a refresh token"),
        }
    }
    Ok(Response::new(Vec::new()))
}

/// The client that asks about a token, by the declared authentication, with none but the declared
/// parameters. Nothing where the declaration has the request say nothing of the client.
pub(crate) fn asker(state: &mut State, sent: &Sent<'_>) -> Result<Option<String>, Refusal> {
    let settings = &state.settings;
    let client = match sent.format.auth {
        RequestAuth::Bearer => {
            let token = state
                .store
                .access_token(headers::bearer(sent.headers)?, state.now)
                .map_err(|dead| Refusal::invalid_token(dead.description()))?;
            Some((token.authorization.client_id.clone(), Vec::new()))
        }
        RequestAuth::Nothing => None,
        auth => {
            let client = match auth {
                RequestAuth::ClientAuthentication => {
                    client_auth::authenticate(settings, state.metadata.client_auth, sent)?
                }
                RequestAuth::Method(method) => client_auth::authenticate(settings, &[method], sent)?,
                RequestAuth::Identifier => client_auth::named(settings, sent)?,
                _ => return Err(Refusal::server_error("this authentication is not known")),
            };
            Some((client.id, client.parameters))
        }
    };
    let (client_id, own) = client.map_or((None, Vec::new()), |(id, own)| (Some(id), own));
    let path = sent.client_id_in_path.as_deref();
    if let (Some(client_id), Some(path)) = (&client_id, path)
        && client_id != path
    {
        return Err(Refusal::invalid_client("the path names another client than the request"));
    }
    let named = client_id.as_deref().or(path).unwrap_or_default();
    sent::check(state, sent, &["token", "token_type_hint"], &own, named)?;
    Ok(client_id)
}
