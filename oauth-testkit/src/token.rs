//! The token endpoint (RFC 6749 section 3.2) and its neighbours: which grant a request is for, and
//! who asks.

use crate::client_auth::{self, Client};
use crate::headers;
use crate::parameters::accepts_json;
use crate::refusal::Refusal;
use crate::routes::{Route, endpoint_of};
use crate::sent::{self, Sent};
use crate::state::State;
use crate::{callback, grants, token_answer};
use http::{HeaderMap, Request, Response};
use oauth_core::metadata::{AnswerFormat, GrantMetadata, GrantType, Metadata, RequestAuth, RequestFormat};

/// A token request of an authenticated client.
#[derive(Debug)]
pub(crate) struct TokenRequest<'a> {
    pub(crate) grant: &'static GrantMetadata,
    pub(crate) sent: Sent<'a>,
    /// The client; nothing where the declaration has the request say nothing of it.
    pub(crate) client_id: Option<String>,
}

pub(crate) fn answer(
    state: &mut State,
    request: &Request<Vec<u8>>,
    route: &Route,
) -> Result<Response<Vec<u8>>, Refusal> {
    let (grant, sent) = requested_grant(state.metadata, request, route)?;
    let answer = state.metadata.token_response_to(grant.grant_type);
    check_accept(answer.format, sent.format, request.headers())?;
    let client = client(state, grant, &sent)?;
    // Where nothing says who asks, templates hold the client that is registered.
    let registered = state.settings.confidential.first().map(|(id, _)| id.clone()).unwrap_or_default();
    let (client_id, mut own) =
        client.map_or((None, Vec::new()), |client| (Some(client.id), client.parameters));
    if grant.grant_type == GrantType::AUTHORIZATION_CODE {
        own.extend(state.metadata.callback.echo.iter().map(|(name, _)| *name));
    }
    let standard = [&["grant_type"], names(grant.grant_type)].concat();
    sent::check(state, &sent, &standard, &own, client_id.as_deref().unwrap_or(&registered))?;
    let token_request = TokenRequest { grant, sent, client_id };
    let accepts_json = accepts_json(request.headers());
    if grant.grant_type == GrantType::TOKEN_EXTENSION {
        let lifetime = grants::extend(state, &token_request)?;
        return Ok(token_answer::extended(state, lifetime, accepts_json));
    }
    let (issued, also) = grants::issue(state, &token_request)?;
    Ok(token_answer::response(state, grant.grant_type, issued, also, accepts_json))
}

/// The declared grant that a request is for. `grant_type` decides; where the declaration leaves it out,
/// the parameter does that only this grant has.
fn requested_grant<'a>(
    metadata: &'static Metadata,
    request: &'a Request<Vec<u8>>,
    route: &Route,
) -> Result<(&'static GrantMetadata, Sent<'a>), Refusal> {
    let (mut by_shape, mut unreadable, mut missing) = (None, None, None);
    for grant in metadata.grants {
        if endpoint_of(metadata, grant) != Some(route.endpoint) || !takes(grant.request, request) {
            continue;
        }
        let sent = match Sent::new(request, route, grant.request) {
            Ok(sent) => sent,
            Err(refusal) => {
                unreadable.get_or_insert(refusal);
                continue;
            }
        };
        match grant.request.name("grant_type") {
            Some(name) => match sent.parameters.get(name) {
                Some(value) if value == grant.value => {
                    sent.parameters.unique(name)?;
                    return Ok((grant, sent));
                }
                Some(_) => {}
                None => missing = Some(format!("`{name}` is missing")),
            },
            // A parameter that is left out too tells nothing.
            None => match characteristic(grant.grant_type).filter(|own| sent.format.name(own).is_some()) {
                Some(own) if sent.get(own).is_none() => missing = Some(format!("`{own}` is missing")),
                _ => {
                    by_shape.get_or_insert((grant, sent));
                }
            },
        }
    }
    match (by_shape, unreadable, missing) {
        (Some(found), ..) => Ok(found),
        (None, Some(refusal), _) => Err(refusal),
        (None, None, Some(reason)) => Err(Refusal::invalid_request(reason)),
        (None, None, None) => Err(Refusal::unsupported_grant_type("this grant is not declared")),
    }
}

fn takes(format: &RequestFormat, request: &Request<Vec<u8>>) -> bool {
    format.method.first().is_some_and(|method| crate::routes::http_method(*method) == *request.method())
}

/// The parameter that tells a request of this grant from others.
fn characteristic(grant_type: GrantType) -> Option<&'static str> {
    match grant_type {
        GrantType::AUTHORIZATION_CODE => Some("code"),
        GrantType::PASSWORD => Some("password"),
        GrantType::REFRESH_TOKEN | GrantType::TOKEN_EXTENSION => Some("refresh_token"),
        GrantType::LONG_LIVED_TOKEN | GrantType::ACCESS_TOKEN_REFRESH => Some("access_token"),
        _ => None,
    }
}

/// The standard parameters of a grant.
fn names(grant_type: GrantType) -> &'static [&'static str] {
    match grant_type {
        GrantType::AUTHORIZATION_CODE => &["code", "redirect_uri", "code_verifier"],
        GrantType::CLIENT_CREDENTIALS => &["scope"],
        GrantType::PASSWORD => &["username", "password", "scope"],
        GrantType::REFRESH_TOKEN => &["refresh_token", "scope"],
        GrantType::TOKEN_EXTENSION => &["refresh_token"],
        GrantType::LONG_LIVED_TOKEN | GrantType::ACCESS_TOKEN_REFRESH => &["access_token"],
        _ => &[],
    }
}

/// The client, by the declared authentication of this request.
fn client(state: &State, grant: &GrantMetadata, sent: &Sent<'_>) -> Result<Option<Client>, Refusal> {
    let settings = &state.settings;
    match sent.format.auth {
        RequestAuth::ClientAuthentication => {
            client_auth::authenticate(settings, grant.client_auth, sent).map(Some)
        }
        RequestAuth::Method(method) => client_auth::authenticate(settings, &[method], sent).map(Some),
        RequestAuth::Identifier => client_auth::named(settings, sent).map(Some),
        RequestAuth::Nothing => Ok(None),
        RequestAuth::Bearer => {
            let token = state
                .store
                .access_token(headers::bearer(sent.headers)?, state.now)
                .map_err(|dead| Refusal::invalid_token(dead.description()))?;
            Ok(Some(Client { id: token.authorization.client_id.clone(), parameters: Vec::new() }))
        }
        _ => Err(Refusal::server_error("this authentication is not known")),
    }
}

/// Tokens come as JSON, and a client says that it takes that. Other formats, and a declared `Accept`,
/// are for the declaration to say.
pub(crate) fn check_accept(
    answer: AnswerFormat,
    format: &RequestFormat,
    headers: &HeaderMap,
) -> Result<(), Refusal> {
    let is_declared = format.headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("accept"));
    let is_json = matches!(answer, AnswerFormat::Json | AnswerFormat::JsonOfAnyType);
    if is_declared || !is_json || accepts_json(headers) {
        return Ok(());
    }
    Err(Refusal::invalid_request("`Accept` lacks application/json"))
}

/// What a code exchange repeats of the callback is what the callback had.
pub(crate) fn check_echoed(state: &State, sent: &Sent<'_>) -> Result<(), Refusal> {
    for (name, value) in callback::echoed(state) {
        if sent.parameters.required(name)? != value {
            return Err(Refusal::invalid_grant(format!("`{name}` is not that of the callback")));
        }
    }
    Ok(())
}
