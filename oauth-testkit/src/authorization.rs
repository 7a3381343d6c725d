//! The authorization endpoint (RFC 6749 sections 4.1.1 and 4.2.1, RFC 7636).

use crate::callback::ReplyTo;
use crate::client_auth;
use crate::consent::{self, Consent};
use crate::refusal::Refusal;
use crate::routes::{Endpoint, Route};
use crate::scope;
use crate::sent::{self, Sent};
use crate::state::State;
use http::{Request, Response};
use oauth_core::metadata::{CallbackMode, GrantMetadata, GrantType, ParameterValue, Pkce, StateCarrier};

/// The standard parameters of both response types.
const STANDARD: &[&str] = &["response_type", "client_id", "redirect_uri", "scope", "state"];

/// The consent page, or the refusal that the redirect URI gets. What comes back as an error stays on
/// the page: the redirect URI can't be believed then (RFC 6749 section 4.1.2.1).
pub(crate) fn answer(
    state: &mut State,
    request: &Request<Vec<u8>>,
    route: &Route,
) -> Result<Response<Vec<u8>>, Refusal> {
    let sent = Sent::new(request, route, state.metadata.authorization_request)?;
    let asked = asked(state, &sent)?;
    match check(state, &sent, &asked) {
        Ok(consent) => consent::ask(state, consent),
        Err(refusal) => {
            state.log_refusal(Endpoint::Authorization, &refusal);
            Ok(asked.reply_to.error(state, &refusal))
        }
    }
}

/// Client and redirect URI of a request, which both are registered.
struct Asked {
    /// As the request has it, and the token request repeats it.
    redirect_uri: String,
    state: Option<String>,
    reply_to: ReplyTo,
}

fn asked(state: &State, sent: &Sent<'_>) -> Result<Asked, Refusal> {
    let client_id = client_id(state, sent)?;
    if client_auth::may_use(&state.settings, &[], &client_id).is_none() {
        return Err(Refusal::invalid_request("the client is not registered"));
    }
    let registered = &state.settings.redirect_uri;
    let (redirect_uri, sent_state, location) = match sent.unless_omitted("redirect_uri")? {
        None => (registered.clone(), None, state.settings.redirects_to.clone()),
        Some(uri) if state.metadata.state == StateCarrier::InRedirectUri => {
            let carried = uri.strip_prefix(&**registered).and_then(|rest| {
                rest.strip_prefix(if registered.contains('?') { '&' } else { '?' })?.strip_prefix("state=")
            });
            let Some(carried) = carried.filter(|carried| !carried.contains('&')) else {
                return Err(Refusal::invalid_request(format!(
                    "the redirect URI is not the registered one, `{registered}`, with `state` in its query"
                )));
            };
            (uri.to_owned(), Some(carried.to_owned()), uri.to_owned())
        }
        Some(uri) if uri == registered => (uri.to_owned(), None, state.settings.redirects_to.clone()),
        Some(_) => {
            return Err(Refusal::invalid_request(format!(
                "the redirect URI is not the registered one, `{registered}`"
            )));
        }
    };
    let reply_to = ReplyTo {
        location,
        in_fragment: requested_grant(state, sent).is_ok_and(|grant| grant.grant_type == GrantType::IMPLICIT),
        client_id,
        state: sent.get("state").map(str::to_owned),
    };
    let state = reply_to.state.clone().or(sent_state);
    Ok(Asked { redirect_uri, state, reply_to })
}

/// The client, by `client_id` or, where that is left out, by a declared parameter that holds it.
fn client_id(state: &State, sent: &Sent<'_>) -> Result<String, Refusal> {
    if let Some(id) = sent.unless_omitted("client_id")? {
        return Ok(id.to_owned());
    }
    let holder = sent.format.params.iter().find_map(|declared| match declared.value {
        ParameterValue::Template("{client_id}") => sent.parameters.get(declared.name),
        _ => None,
    });
    let registered = state.settings.confidential.first().map(|(id, _)| id.as_str());
    Ok(holder.or(registered).unwrap_or_default().to_owned())
}

fn check(state: &mut State, sent: &Sent<'_>, asked: &Asked) -> Result<Consent, Refusal> {
    let metadata = state.metadata;
    let grant = requested_grant(state, sent)?;
    let is_code = grant.grant_type == GrantType::AUTHORIZATION_CODE;
    let mut standard = STANDARD.to_vec();
    if is_code {
        standard.extend(["code_challenge", "code_challenge_method"]);
    }
    if metadata.callback.mode == CallbackMode::FormPost {
        standard.push("response_mode");
    }
    let client_id = &asked.reply_to.client_id;
    sent::check(state, sent, &standard, &[], client_id)?;
    check_carriers(state, sent)?;
    if client_auth::may_use(&state.settings, grant.client_auth, client_id) != Some(true) {
        return Err(Refusal::unauthorized_client(format!(
            "this client can't authenticate as declared for the grant `{}`",
            grant.grant_type.as_str()
        )));
    }
    let scope = scope::requested(metadata, grant, sent.get("scope"))?;
    let mut second_scope = Vec::new();
    for declared in sent.format.params {
        if let (ParameterValue::ScopeList, Some(value)) = (declared.value, sent.parameters.get(declared.name))
        {
            second_scope.extend(scope::second(metadata, value)?);
        }
    }
    let is_confidential = state.settings.confidential.iter().any(|(known, _)| known == client_id);
    let pkce =
        if metadata.pkce == Pkce::PublicClients && is_confidential { Pkce::None } else { metadata.pkce };
    let code_challenge = if is_code { code_challenge(pkce, sent)? } else { None };
    Ok(Consent {
        grant_type: grant.grant_type,
        client_id: client_id.clone(),
        redirect_uri: asked.redirect_uri.clone(),
        scope,
        second_scope,
        code_challenge,
        state: asked.state.clone(),
        reply_to: asked.reply_to.clone(),
    })
}

/// `state` is where it is declared, `scope` is there where it has to be, and so is the response mode.
fn check_carriers(state: &State, sent: &Sent<'_>) -> Result<(), Refusal> {
    let metadata = state.metadata;
    if metadata.state == StateCarrier::InRedirectUri && sent.get("state").is_some() {
        return Err(Refusal::invalid_request(
            "`state` is a parameter of its own, and is declared to be in the redirect URI",
        ));
    }
    let scope = sent.format.name("scope").filter(|_| sent.format.sends("scope"));
    if let Some(scope) = scope.filter(|scope| !sent.parameters.has(scope)) {
        return Err(Refusal::invalid_request(format!(
            "`{scope}` is missing, which `send(scope)` demands even where it is empty"
        )));
    }
    let mode = sent.get("response_mode");
    let is_ours = !sent.format.params.iter().any(|declared| declared.name == "response_mode");
    if metadata.callback.mode == CallbackMode::FormPost && is_ours && mode != Some("form_post") {
        return Err(Refusal::invalid_request("`response_mode` is not `form_post`, as declared"));
    }
    Ok(())
}

fn requested_grant(state: &State, sent: &Sent<'_>) -> Result<&'static GrantMetadata, Refusal> {
    let by_browser = [GrantType::AUTHORIZATION_CODE, GrantType::IMPLICIT];
    let mut declared = by_browser.iter().filter_map(|grant_type| state.metadata.grant(*grant_type));
    let Some(asked) = sent.unless_omitted("response_type")? else {
        // Nothing says which, so it is the code, or the only one.
        return declared
            .next()
            .ok_or_else(|| Refusal::unsupported_response_type("no such grant is declared"));
    };
    if let Some(grant) = declared.clone().find(|grant| response_type(grant) == asked) {
        return Ok(grant);
    }
    let undeclared = match asked {
        "code" => Some(GrantType::AUTHORIZATION_CODE),
        "token" => Some(GrantType::IMPLICIT),
        _ => None,
    };
    let reason = match undeclared.filter(|grant_type| state.metadata.grant(*grant_type).is_none()) {
        Some(grant_type) => format!("the grant `{}` is not declared", grant_type.as_str()),
        None => {
            let known: Vec<_> = declared.map(|grant| format!("`{}`", response_type(grant))).collect();
            format!("`response_type` is neither `code` nor `token`; declared: {}", known.join(", "))
        }
    };
    Err(Refusal::unsupported_response_type(reason))
}

fn response_type(grant: &GrantMetadata) -> &'static str {
    if grant.grant_type == GrantType::IMPLICIT { "token" } else { grant.response_type }
}

/// The challenge, where there is one and the declaration takes it (RFC 7636 section 4.3).
fn code_challenge(pkce: Pkce, sent: &Sent<'_>) -> Result<Option<String>, Refusal> {
    let (challenge, method) = (sent.get("code_challenge"), sent.get("code_challenge_method"));
    let wrong = |what: &str| Err(Refusal::invalid_request(what));
    match (pkce, challenge, method) {
        (Pkce::None, None, None) => Ok(None),
        (Pkce::None, ..) => wrong("a code challenge is sent, which `pkce(none)` excludes"),
        (Pkce::Required, None, _) => wrong("`code_challenge` is missing, which `pkce(required)` demands"),
        (Pkce::S256Hex, None, _) => wrong("`code_challenge` is missing, which `pkce(S256_hex)` demands"),
        (_, None, Some(_)) => wrong("`code_challenge_method` is there without `code_challenge`"),
        (_, None, None) => Ok(None),
        (Pkce::S256Hex, Some(challenge), Some("S256")) => {
            let is_hex = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
            if challenge.len() != 64 || !challenge.bytes().all(is_hex) {
                return wrong("`code_challenge` is not the lower-case hexadecimal of a SHA-256 hash");
            }
            Ok(Some(challenge.to_owned()))
        }
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
