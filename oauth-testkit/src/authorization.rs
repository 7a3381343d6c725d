//! The authorization endpoint (RFC 6749 sections 4.1.1 and 4.2.1, RFC 7636).

use crate::client_auth;
use crate::consent::{self, Consent};
use crate::parameters::Parameters;
use crate::refusal::Refusal;
use crate::routes::{Endpoint, Route};
use crate::scope;
use crate::state::State;
use http::{HeaderValue, Request, Response, StatusCode, header};
use oauth_core::metadata::{GrantMetadata, GrantType, Pkce};

/// The standard parameters of both response types.
const STANDARD: &[&str] = &["response_type", "client_id", "redirect_uri", "scope", "state"];

/// Where the answer to an authorization request goes, once that can be believed.
#[derive(Debug, Clone)]
pub(crate) struct ReplyTo {
    pub(crate) location: String,
    pub(crate) in_fragment: bool,
    pub(crate) state: Option<String>,
}

/// The consent page, or the refusal that the redirect URI gets. What comes back as an error stays on
/// the page: the redirect URI can't be believed then (RFC 6749 section 4.1.2.1).
pub(crate) fn answer(
    state: &mut State,
    request: &Request<Vec<u8>>,
    route: &Route,
) -> Result<Response<Vec<u8>>, Refusal> {
    let parameters = Parameters::of(request, route)?;
    let reply_to = reply_to(state, &parameters)?;
    match check(state, &parameters, &reply_to) {
        Ok(consent) => consent::ask(state, consent),
        Err(refusal) => {
            state.log_refusal(Endpoint::Authorization, &refusal);
            let answer = [("error", refusal.error.to_owned()), ("error_description", refusal.description())];
            Ok(reply_to.redirect(state, &answer))
        }
    }
}

fn reply_to(state: &State, parameters: &Parameters) -> Result<ReplyTo, Refusal> {
    let client_id = parameters.required("client_id")?;
    if client_auth::may_use(&state.settings, &[], client_id).is_none() {
        return Err(Refusal::invalid_request("the client is not registered"));
    }
    if parameters.required("redirect_uri")? != state.settings.redirect_uri {
        return Err(Refusal::invalid_request(format!(
            "the redirect URI is not the registered one, `{}`",
            state.settings.redirect_uri
        )));
    }
    Ok(ReplyTo {
        location: state.settings.redirects_to.clone(),
        in_fragment: parameters.get("response_type") == Some("token"),
        state: parameters.get("state").map(str::to_owned),
    })
}

fn check(state: &State, parameters: &Parameters, reply_to: &ReplyTo) -> Result<Consent, Refusal> {
    let metadata = state.metadata;
    let grant = requested_grant(state, parameters)?;
    let is_code = grant.grant_type == GrantType::AUTHORIZATION_CODE;
    let pkce: &[&str] = if is_code { &["code_challenge", "code_challenge_method"] } else { &[] };
    parameters.check(&[STANDARD, pkce].concat(), &metadata.authorization_request)?;

    let client_id = parameters.required("client_id")?;
    if client_auth::may_use(&state.settings, grant.client_auth, client_id) != Some(true) {
        return Err(Refusal::unauthorized_client(format!(
            "this client can't authenticate as declared for the grant `{}`",
            grant.grant_type.as_str()
        )));
    }
    let scope = scope::requested(metadata, grant, parameters.get("scope"))?;
    let is_confidential = state.settings.confidential.iter().any(|(known, _)| known == client_id);
    let pkce =
        if metadata.pkce == Pkce::PublicClients && is_confidential { Pkce::None } else { metadata.pkce };
    let code_challenge = if is_code { code_challenge(pkce, parameters)? } else { None };
    Ok(Consent {
        grant_type: grant.grant_type,
        client_id: client_id.to_owned(),
        redirect_uri: state.settings.redirect_uri.clone(),
        scope,
        code_challenge,
        reply_to: reply_to.clone(),
    })
}

fn requested_grant(state: &State, parameters: &Parameters) -> Result<&'static GrantMetadata, Refusal> {
    let grant_type = match parameters.required("response_type")? {
        "code" => GrantType::AUTHORIZATION_CODE,
        "token" => GrantType::IMPLICIT,
        _ => return Err(Refusal::unsupported_response_type("`response_type` is neither `code` nor `token`")),
    };
    state.metadata.grant(grant_type).ok_or_else(|| {
        Refusal::unsupported_response_type(format!("the grant `{}` is not declared", grant_type.as_str()))
    })
}

/// The S256 challenge, where there is one and the declaration takes it (RFC 7636 section 4.3).
fn code_challenge(pkce: Pkce, parameters: &Parameters) -> Result<Option<String>, Refusal> {
    let (challenge, method) = (parameters.get("code_challenge"), parameters.get("code_challenge_method"));
    let wrong = |what: &str| Err(Refusal::invalid_request(what));
    match (pkce, challenge, method) {
        (Pkce::None, None, None) => Ok(None),
        (Pkce::None, ..) => wrong("a code challenge is sent, which `pkce(none)` excludes"),
        (Pkce::Required, None, _) => wrong("`code_challenge` is missing, which `pkce(required)` demands"),
        (_, None, Some(_)) => wrong("`code_challenge_method` is there without `code_challenge`"),
        (_, None, None) => Ok(None),
        (_, Some(challenge), Some("S256")) => {
            let is_base64url = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
            if challenge.len() != 43 || !challenge.bytes().all(is_base64url) {
                return wrong("`code_challenge` is not the base64url of a SHA-256 hash");
            }
            Ok(Some(challenge.to_owned()))
        }
        _ => wrong("`code_challenge_method` is not `S256`"),
    }
}

impl ReplyTo {
    /// Sends the browser back with these parameters (RFC 6749 section 4.1.2, RFC 9207 section 2).
    pub(crate) fn redirect(&self, state: &State, answer: &[(&str, String)]) -> Response<Vec<u8>> {
        let mut form = form_urlencoded::Serializer::new(String::new());
        for (name, value) in answer {
            form.append_pair(name, value);
        }
        if let Some(state) = &self.state {
            form.append_pair("state", state);
        }
        if let Some(issuer) = &state.issuer {
            form.append_pair("iss", issuer);
        }
        let separator = match self.in_fragment {
            true => '#',
            false if self.location.contains('?') => '&',
            false => '?',
        };
        let location = format!("{}{separator}{}", self.location, form.finish());
        let mut response = Response::new(Vec::new());
        // 303, so that no browser sends a POST on (RFC 9700 section 4.12).
        *response.status_mut() = StatusCode::SEE_OTHER;
        if let Ok(location) = HeaderValue::from_str(&location) {
            response.headers_mut().insert(header::LOCATION, location);
        }
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }
}
