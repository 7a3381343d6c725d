//! The grants: what each asks of its request, and what it issues.

use crate::headers;
use crate::refusal::Refusal;
use crate::scope;
use crate::state::{Issued, State};
use crate::store::{Authorization, Code, Dead, Kind};
use crate::token::{TokenRequest, check_echoed};
use crate::token_answer;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use oauth_core::metadata::{GrantType, Metadata, Pkce, RequestAuth, Rotation};
use ring::digest::{SHA256, digest};
use std::time::Duration;

/// The tokens of an answer, and those at pointers beside them.
type Tokens = (Issued, Vec<(&'static str, Issued)>);

/// How long a long-lived token is good, as at the providers that have them.
const LONG_LIVED: Duration = Duration::from_secs(60 * 24 * 3600);

pub(crate) fn issue(state: &mut State, request: &TokenRequest<'_>) -> Result<Tokens, Refusal> {
    let alone = |issued| (issued, Vec::new());
    match request.grant.grant_type {
        GrantType::AUTHORIZATION_CODE => authorization_code(state, request),
        GrantType::CLIENT_CREDENTIALS => issue_at_once(state, request, None).map(alone),
        GrantType::PASSWORD => password(state, request).map(alone),
        GrantType::REFRESH_TOKEN => refresh(state, request).map(alone),
        _ => by_access_token(state, request).map(alone),
    }
}

/// RFC 6749 section 4.1.3. A code works once; presented again, it takes its tokens with it (section
/// 4.1.2).
fn authorization_code(state: &mut State, request: &TokenRequest<'_>) -> Result<Tokens, Refusal> {
    let text = request.sent.required("code")?;
    let redirect_uri = request.sent.unless_omitted("redirect_uri")?;
    let now = state.now;
    let Some(code) =
        state.store.code(text).filter(|code| is_of(&code.authorization, request.client_id.as_deref()))
    else {
        return Err(Refusal::invalid_grant("the code is unknown, or was issued to another client"));
    };
    if code.spent {
        let family = code.authorization.family;
        state.revoke_family(family, "an authorization code was presented again");
        return Err(Refusal::invalid_grant("the code was used before; its tokens are revoked"));
    }
    if code.expires_at <= now {
        return Err(Refusal::invalid_grant("the code expired"));
    }
    if redirect_uri.is_some_and(|redirect_uri| code.redirect_uri != redirect_uri) {
        return Err(Refusal::invalid_grant("the redirect URI is not the one of the authorization request"));
    }
    let code = code.clone();
    if request.sent.format.name("code_verifier").is_some() {
        let verifier = request.sent.get("code_verifier");
        check_verifier(state.metadata.pkce, code.code_challenge.as_deref(), verifier)?;
    }
    check_login(state, request, &code)?;
    if let Some(code) = state.store.code(text) {
        code.spent = true;
    }
    let Code { authorization, second_scope, .. } = code;
    let scope = authorization.scope.clone();
    let grant_type = request.grant.grant_type;
    let with_refresh_token = request.grant.issues_refresh_token && is_offline(state.metadata, &scope);
    let issued = state.issue(grant_type, &authorization, scope, with_refresh_token)?;
    let mut also = Vec::new();
    for (_, pointer) in state.metadata.token_response.also {
        also.push((*pointer, state.issue(grant_type, &authorization, second_scope.clone(), false)?));
    }
    Ok((issued, also))
}

/// What `send(...)` and `echo(...)` bring along is that of the login.
fn check_login(state: &State, request: &TokenRequest<'_>, code: &Code) -> Result<(), Refusal> {
    let scope = &code.authorization.scope;
    let joined = (!scope.is_empty()).then(|| scope::joined(state.metadata, scope));
    request.sent.check_extra("scope", joined.as_deref())?;
    request.sent.check_extra("state", code.state.as_deref())?;
    check_echoed(state, &request.sent)
}

/// RFC 7636 section 4.6; a verifier without a challenge is the downgrade of RFC 9700 section 4.8.2.
fn check_verifier(pkce: Pkce, challenge: Option<&str>, verifier: Option<&str>) -> Result<(), Refusal> {
    match (challenge, verifier) {
        (None, None) => Ok(()),
        (Some(_), None) => Err(Refusal::invalid_grant("`code_verifier` is missing")),
        (None, Some(_)) => {
            Err(Refusal::invalid_grant("`code_verifier` is there, but the authorization had no challenge"))
        }
        (Some(challenge), Some(verifier)) => {
            let unreserved = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
            let is_verifier = (43..=128).contains(&verifier.len()) && verifier.bytes().all(unreserved);
            let hash = digest(&SHA256, verifier.as_bytes());
            let expected = match pkce {
                Pkce::S256Hex => crate::random::hex(hash.as_ref()),
                _ => URL_SAFE_NO_PAD.encode(hash),
            };
            if is_verifier && expected == challenge {
                Ok(())
            } else {
                Err(Refusal::invalid_grant("`code_verifier` does not match the challenge"))
            }
        }
    }
}

/// RFC 6749 section 4.3.
fn password(state: &mut State, request: &TokenRequest<'_>) -> Result<Issued, Refusal> {
    let username = request.sent.required("username")?.to_owned();
    let password = request.sent.required("password")?;
    if !state.settings.users.iter().any(|(name, known)| *name == username && known == password) {
        return Err(Refusal::invalid_grant("user name or password is wrong"));
    }
    issue_at_once(state, request, Some(username))
}

/// RFC 6749 section 4.4, and the end of section 4.3.
fn issue_at_once(
    state: &mut State,
    request: &TokenRequest<'_>,
    subject: Option<String>,
) -> Result<Issued, Refusal> {
    let grant = request.grant;
    let scope = scope::requested(state.metadata, grant, request.sent.get("scope"))?;
    let family = state.store.new_family();
    let client_id = match &request.client_id {
        Some(client_id) => client_id.clone(),
        None => state.settings.confidential.first().map(|(id, _)| id.clone()).unwrap_or_default(),
    };
    let authorization = Authorization { client_id, subject, scope: scope.clone(), family };
    let with_refresh_token = grant.issues_refresh_token && is_offline(state.metadata, &scope);
    state.issue(grant.grant_type, &authorization, scope, with_refresh_token)
}

/// RFC 6749 section 6. Where refresh tokens rotate, one that was replaced already is in the hands of
/// two, and its whole family dies (RFC 9700 section 4.14.2).
fn refresh(state: &mut State, request: &TokenRequest<'_>) -> Result<Issued, Refusal> {
    request.sent.check_extra("redirect_uri", Some(&state.settings.redirect_uri))?;
    let rotates = state.settings.rotation == Rotation::Strict;
    let (text, authorization) = presented(state, request)?;
    let scope = refreshed_scope(state.metadata, request, &authorization.scope)?;
    if rotates && let Some(token) = state.store.token(text) {
        token.spent = true;
    }
    state.issue(request.grant.grant_type, &authorization, scope, rotates)
}

/// The refresh token of the request, if it is good, and what it covers.
fn presented<'r>(
    state: &mut State,
    request: &'r TokenRequest<'_>,
) -> Result<(&'r str, Authorization), Refusal> {
    let (now, text) = (state.now, request.sent.required("refresh_token")?);
    let Some(token) = state.store.token(text).filter(|token| {
        token.kind == Kind::Refresh && is_of(&token.authorization, request.client_id.as_deref())
    }) else {
        return Err(Refusal::invalid_grant("the refresh token is unknown, or was issued to another client"));
    };
    let authorization = token.authorization.clone();
    match token.live(now) {
        Ok(_) => {}
        Err(Dead::Spent) => {
            state.revoke_family(authorization.family, "a refresh token was presented again");
            return Err(Refusal::invalid_grant("the refresh token was replaced; its family is revoked"));
        }
        Err(Dead::Expired) => return Err(Refusal::invalid_grant("the refresh token expired")),
        Err(_) => return Err(Refusal::invalid_grant("the refresh token was revoked")),
    }
    Ok((text, authorization))
}

/// Prolongs the access tokens that came with a refresh token, also where they expired, and says for how
/// long they are good from now on.
pub(crate) fn extend(state: &mut State, request: &TokenRequest<'_>) -> Result<Option<Duration>, Refusal> {
    let (_, authorization) = presented(state, request)?;
    let format = state.metadata.token_response_to(request.grant.grant_type);
    let lifetime = token_answer::unsaid(format.expires_in).unwrap_or(state.settings.access_token_lifetime);
    state.extend(&authorization, lifetime);
    Ok(lifetime)
}

/// The scopes of the refreshed token: the original ones, or those that the request names of them.
fn refreshed_scope(
    metadata: &Metadata,
    request: &TokenRequest<'_>,
    original: &[String],
) -> Result<Vec<String>, Refusal> {
    let sent = request.sent.get("scope");
    if sent.is_none() && request.grant.request.sends("scope") && !original.is_empty() {
        return Err(Refusal::invalid_scope("`scope` is missing, which `send(scope)` demands"));
    }
    if sent.is_none() && request.grant.default_scopes.is_empty() {
        return Ok(original.to_vec());
    }
    let scope = scope::requested(metadata, request.grant, sent)?;
    match scope.iter().find(|scope| !original.contains(scope)) {
        Some(more) => Err(Refusal::invalid_scope(format!("`{more}` was not granted before"))),
        None => Ok(scope),
    }
}

/// A long-lived token, or a new one, for an access token that is still good.
fn by_access_token(state: &mut State, request: &TokenRequest<'_>) -> Result<Issued, Refusal> {
    let text = match request.sent.unless_omitted("access_token")? {
        Some(text) => text,
        None if request.sent.format.auth == RequestAuth::Bearer => headers::bearer(request.sent.headers)?,
        None => return Err(Refusal::server_error("the declaration leaves the access token out")),
    };
    let token = state.store.access_token(text, state.now);
    let token = token.map_err(|dead| Refusal::invalid_grant(dead.description()))?;
    if !is_of(&token.authorization, request.client_id.as_deref()) {
        return Err(Refusal::invalid_grant("the access token was issued to another client"));
    }
    let authorization = token.authorization.clone();
    let scope = authorization.scope.clone();
    state.issue_for(request.grant.grant_type, &authorization, scope, false, Some(LONG_LIVED))
}

fn is_of(authorization: &Authorization, client_id: Option<&str>) -> bool {
    client_id.is_none_or(|client_id| authorization.client_id == client_id)
}

/// Whether a refresh token was asked for, where that takes a scope.
fn is_offline(metadata: &Metadata, scope: &[String]) -> bool {
    let needed = metadata.grant(GrantType::REFRESH_TOKEN).and_then(|refreshing| refreshing.offline_scope);
    needed.is_none_or(|needed| scope.iter().any(|scope| scope == needed))
}
