//! The token endpoint (RFC 6749 section 3.2): one function per grant.

use crate::client_auth;
use crate::parameters::{Parameters, check_accept};
use crate::refusal::Refusal;
use crate::routes::Route;
use crate::scope;
use crate::state::{Issued, State};
use crate::store::{Authorization, Dead, Kind};
use crate::token_answer;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::{Request, Response};
use oauth_core::metadata::{GrantMetadata, GrantType, Metadata, RequestFormat, Rotation};
use ring::digest::{SHA256, digest};

/// A token request of an authenticated client.
struct TokenRequest<'a> {
    grant: &'static GrantMetadata,
    client_id: String,
    parameters: &'a Parameters,
}

pub(crate) fn answer(
    state: &mut State,
    request: &Request<Vec<u8>>,
    route: &Route,
) -> Result<Response<Vec<u8>>, Refusal> {
    check_accept(request.headers())?;
    let parameters = Parameters::of(request, route)?;
    let grant = requested_grant(state.metadata, parameters.required("grant_type")?)?;
    let client =
        client_auth::authenticate(&state.settings, grant.client_auth, request.headers(), &parameters)?;
    let names = [&["grant_type"], names(grant.grant_type), client.parameters].concat();
    parameters.check(&names, &RequestFormat::DEFAULT)?;
    let request = TokenRequest { grant, client_id: client.id, parameters: &parameters };
    let issued = match grant.grant_type {
        GrantType::AUTHORIZATION_CODE => authorization_code(state, &request),
        GrantType::CLIENT_CREDENTIALS => client_credentials(state, request),
        GrantType::PASSWORD => password(state, request),
        _ => refresh(state, &request),
    }?;
    Ok(token_answer::response(state, issued))
}

/// The grant, if it is declared and has a token request.
fn requested_grant(metadata: &Metadata, grant_type: &str) -> Result<&'static GrantMetadata, Refusal> {
    metadata
        .grants
        .iter()
        .find(|grant| grant.grant_type.as_str() == grant_type && !names(grant.grant_type).is_empty())
        .ok_or_else(|| Refusal::unsupported_grant_type("this grant is not declared"))
}

/// The parameters of a grant; none for one that has no token request.
fn names(grant_type: GrantType) -> &'static [&'static str] {
    match grant_type {
        GrantType::AUTHORIZATION_CODE => &["code", "redirect_uri", "code_verifier"],
        GrantType::CLIENT_CREDENTIALS => &["scope"],
        GrantType::PASSWORD => &["username", "password", "scope"],
        GrantType::REFRESH_TOKEN => &["refresh_token", "scope"],
        _ => &[],
    }
}

/// RFC 6749 section 4.1.3. A code works once; presented again, it takes its tokens with it (section
/// 4.1.2).
fn authorization_code(state: &mut State, request: &TokenRequest<'_>) -> Result<Issued, Refusal> {
    let text = request.parameters.required("code")?;
    let redirect_uri = request.parameters.required("redirect_uri")?;
    let now = state.now;
    let Some(code) = state.store.code(text).filter(|code| code.authorization.client_id == request.client_id)
    else {
        return Err(Refusal::invalid_grant("the code is unknown, or was issued to another client"));
    };
    let authorization = code.authorization.clone();
    if code.spent {
        state.revoke_family(authorization.family, "an authorization code was presented again");
        return Err(Refusal::invalid_grant("the code was used before; its tokens are revoked"));
    }
    if code.expires_at <= now {
        return Err(Refusal::invalid_grant("the code expired"));
    }
    if code.redirect_uri != redirect_uri {
        return Err(Refusal::invalid_grant("the redirect URI is not the one of the authorization request"));
    }
    check_verifier(code.code_challenge.as_deref(), request.parameters.get("code_verifier"))?;
    code.spent = true;
    let scope = authorization.scope.clone();
    state.issue(request.grant.grant_type, &authorization, scope, request.grant.issues_refresh_token)
}

/// RFC 7636 section 4.6; a verifier without a challenge is the downgrade of RFC 9700 section 4.8.2.
fn check_verifier(challenge: Option<&str>, verifier: Option<&str>) -> Result<(), Refusal> {
    match (challenge, verifier) {
        (None, None) => Ok(()),
        (Some(_), None) => Err(Refusal::invalid_grant("`code_verifier` is missing")),
        (None, Some(_)) => {
            Err(Refusal::invalid_grant("`code_verifier` is there, but the authorization had no challenge"))
        }
        (Some(challenge), Some(verifier)) => {
            let unreserved = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
            let is_verifier = (43..=128).contains(&verifier.len()) && verifier.bytes().all(unreserved);
            if is_verifier && URL_SAFE_NO_PAD.encode(digest(&SHA256, verifier.as_bytes())) == challenge {
                Ok(())
            } else {
                Err(Refusal::invalid_grant("`code_verifier` does not match the challenge"))
            }
        }
    }
}

/// RFC 6749 section 4.4.
fn client_credentials(state: &mut State, request: TokenRequest<'_>) -> Result<Issued, Refusal> {
    issue_at_once(state, request, None)
}

/// RFC 6749 section 4.3.
fn password(state: &mut State, request: TokenRequest<'_>) -> Result<Issued, Refusal> {
    let username = request.parameters.required("username")?.to_owned();
    let password = request.parameters.required("password")?;
    if !state.settings.users.iter().any(|(name, known)| *name == username && known == password) {
        return Err(Refusal::invalid_grant("user name or password is wrong"));
    }
    issue_at_once(state, request, Some(username))
}

fn issue_at_once(
    state: &mut State,
    request: TokenRequest<'_>,
    subject: Option<String>,
) -> Result<Issued, Refusal> {
    let TokenRequest { grant, client_id, parameters } = request;
    let scope = scope::requested(state.metadata, grant, parameters.get("scope"))?;
    let family = state.store.new_family();
    let authorization = Authorization { client_id, subject, scope, family };
    let scope = authorization.scope.clone();
    state.issue(grant.grant_type, &authorization, scope, grant.issues_refresh_token)
}

/// RFC 6749 section 6. Where refresh tokens rotate, one that was replaced already is in the hands of
/// two, and its whole family dies (RFC 9700 section 4.14.2).
fn refresh(state: &mut State, request: &TokenRequest<'_>) -> Result<Issued, Refusal> {
    let text = request.parameters.required("refresh_token")?;
    let (now, rotates) = (state.now, state.settings.rotation == Rotation::Strict);
    let Some(token) = state
        .store
        .token(text)
        .filter(|token| token.kind == Kind::Refresh && token.authorization.client_id == request.client_id)
    else {
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
    let scope = refreshed_scope(state.metadata, request, &authorization.scope)?;
    if rotates && let Some(token) = state.store.token(text) {
        token.spent = true;
    }
    state.issue(request.grant.grant_type, &authorization, scope, rotates)
}

/// The scopes of the refreshed token: the original ones, or those that the request names of them.
fn refreshed_scope(
    metadata: &Metadata,
    request: &TokenRequest<'_>,
    original: &[String],
) -> Result<Vec<String>, Refusal> {
    let sent = request.parameters.get("scope");
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
