//! The consent page: what the resource owner sees, and what becomes of the decision.

use crate::audit::Event;
use crate::callback::ReplyTo;
use crate::parameters::Parameters;
use crate::random;
use crate::refusal::{self, Refusal};
use crate::routes::{CONSENT_PATH, Route};
use crate::scope;
use crate::state::State;
use crate::store::{Authorization, Code};
use http::{Request, Response, StatusCode};
use oauth_core::metadata::{GrantType, RequestFormat};
use std::time::Duration;

/// How long a code is good (RFC 6749 section 4.1.2 recommends at most ten minutes).
const CODE_LIFETIME: Duration = Duration::from_secs(60);

/// A checked authorization request that waits for the resource owner.
#[derive(Debug, Clone)]
pub(crate) struct Consent {
    pub(crate) grant_type: GrantType,
    pub(crate) client_id: String,
    pub(crate) redirect_uri: String,
    pub(crate) scope: Vec<String>,
    /// Scopes of a second set, for the tokens beside the first.
    pub(crate) second_scope: Vec<String>,
    pub(crate) code_challenge: Option<String>,
    /// `state`, wherever it travels.
    pub(crate) state: Option<String>,
    pub(crate) reply_to: ReplyTo,
}

/// Shows the page.
pub(crate) fn ask(state: &mut State, consent: Consent) -> Result<Response<Vec<u8>>, Refusal> {
    let ticket = random::ticket()?;
    let scopes: String = consent
        .scope
        .iter()
        .chain(&consent.second_scope)
        .map(|scope| format!("<li><code>{}</code></li>", escape(scope)))
        .collect();
    let users: String =
        state.settings.users.iter().map(|(name, _)| format!("<option>{}</option>", escape(name))).collect();
    let html = page(
        state,
        &format!(
            "<p><b>{}</b> asks for access{}</p><ul>{scopes}</ul>\
             <form method=\"post\" action=\"{CONSENT_PATH}\">\
             <input type=\"hidden\" name=\"ticket\" value=\"{ticket}\">\
             <p><label>as <select name=\"user\">{users}</select></label></p>\
             <button name=\"decision\" value=\"approve\">Approve</button> \
             <button name=\"decision\" value=\"deny\">Deny</button></form>",
            escape(&consent.client_id),
            if consent.scope.is_empty() { "." } else { " to:" },
        ),
    );
    state.consents.insert(ticket, consent);
    Ok(refusal::text(StatusCode::OK, "text/html; charset=utf-8", &html))
}

/// The ticket of a page, for the browser that reads it.
pub(crate) fn ticket(page: &str) -> Option<&str> {
    page.split_once("name=\"ticket\" value=\"")?.1.split('"').next()
}

/// Carries out the decision, once for each page.
pub(crate) fn decide(
    state: &mut State,
    request: &Request<Vec<u8>>,
    route: &Route,
) -> Result<Response<Vec<u8>>, Refusal> {
    let parameters = Parameters::of(request, route, &RequestFormat::DEFAULT)?;
    let consent = state
        .consents
        .remove(parameters.required("ticket")?)
        .ok_or_else(|| Refusal::invalid_request("this page was used already"))?;
    if parameters.required("decision")? != "approve" {
        state.audit.push(Event::Denied { client_id: consent.client_id });
        let refusal = Refusal::access_denied("The resource owner denied the request");
        return Ok(consent.reply_to.error(state, &refusal));
    }
    let user = parameters.required("user")?;
    if !state.settings.users.iter().any(|(name, _)| name == user) {
        return Err(Refusal::invalid_request("there is no such user"));
    }
    approve(state, consent, user.to_owned())
}

fn approve(state: &mut State, consent: Consent, user: String) -> Result<Response<Vec<u8>>, Refusal> {
    let Consent {
        grant_type,
        client_id,
        redirect_uri,
        scope,
        second_scope,
        code_challenge,
        state: sent_state,
        reply_to,
    } = consent;
    state.audit.push(Event::Approved {
        client_id: client_id.clone(),
        subject: user.clone(),
        scope: scope.clone(),
    });
    let family = state.store.new_family();
    let authorization = Authorization { client_id, subject: Some(user), scope, family };
    if grant_type == GrantType::IMPLICIT {
        let issued = state.issue(grant_type, &authorization, authorization.scope.clone(), false)?;
        let mut answer =
            vec![("access_token", issued.access_token), ("token_type", issued.token_type.to_owned())];
        if let Some(lifetime) = state.settings.access_token_lifetime {
            answer.push(("expires_in", lifetime.as_secs().to_string()));
        }
        if !issued.scope.is_empty() {
            answer.push((
                "scope",
                scope::answered(state.metadata, state.metadata.token_response.scope_delimiter, &issued.scope),
            ));
        }
        return Ok(reply_to.token(state, answer));
    }
    let expires_at = state.now.checked_add(CODE_LIFETIME).unwrap_or(state.now);
    let code = Code {
        authorization,
        second_scope,
        redirect_uri,
        code_challenge,
        state: sent_state,
        expires_at,
        spent: false,
    };
    let code = state.store.add_code(code)?;
    Ok(reply_to.code(state, code))
}

/// A refusal that stays with the resource owner.
pub(crate) fn refusal_page(state: &State, refusal: &Refusal) -> Response<Vec<u8>> {
    let text =
        format!("<p>Refused: <code>{}</code></p><p>{}</p>", refusal.error, escape(&refusal.description));
    let page = refusal::text(refusal.status, "text/html; charset=utf-8", &page(state, &text));
    refusal.with_headers(state.metadata, page)
}

fn page(state: &State, content: &str) -> String {
    let name = escape(state.metadata.name);
    format!(
        "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>{name}</title>\
         <style>body{{font:1rem system-ui;max-width:30rem;margin:4rem auto}}</style>\
         <h1>{name}</h1><p>A test server, by oauth-testkit.</p>{content}</html>"
    )
}

pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}
