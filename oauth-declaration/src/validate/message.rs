//! Which messages there are, and what they are about.

use crate::declaration::Declaration;
use crate::diagnostics::Diagnostics;
use crate::item::{Subject, Text};
use crate::read::Entry;
use crate::vocabulary::Endpoint;

/// A peculiarity belongs to a message, and a message to an endpoint.
// case: message/request_without_endpoint
// case: message/userinfo_without_endpoint
// case: message/bearer_without_api_base
// case: message/redirect_uri_without_login
pub(super) fn blocks_have_their_endpoint(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for (block, endpoint) in [
        ("authorization_request", Endpoint::Authorization),
        ("callback", Endpoint::Authorization),
        ("redirect_uri", Endpoint::Authorization),
        ("revocation_request", Endpoint::Revocation),
        ("introspection_request", Endpoint::Introspection),
        ("introspection_response", Endpoint::Introspection),
        ("token_request", Endpoint::Token),
        ("userinfo_request", Endpoint::Userinfo),
        ("userinfo_response", Endpoint::Userinfo),
    ] {
        let key = endpoint.key();
        // Where a grant needs the endpoint, its absence has been reported there.
        if let Some(entry) = declaration.get(block)
            && declaration.get(key).is_none()
            && !declaration.needs(endpoint)
        {
            let message = format!(
                "`{block}` is about `{key}`, which is not declared; add `{key} = \"https://…\"`, or remove it"
            );
            dx.error(entry.name.at, message);
        }
    }
    if let Some(bearer) = declaration.get("bearer")
        && declaration.learnt_api_base().is_none()
        && [Endpoint::Api, Endpoint::Userinfo]
            .iter()
            .all(|endpoint| declaration.get(endpoint.key()).is_none())
    {
        let message = "`bearer` is about `api_base`, which is not declared; add `api_base = \"https://…\"`, or remove it";
        dx.error(bearer.name.at, message);
    }
}

/// A token in a URL ends in logs (RFC 6750 section 5.3); the client's secret would be beside it.
// case: message/token_in_the_url
pub(super) fn tokens_stay_out_of_urls(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let Some(request) = declaration.get("introspection_request") else { return };
    let omit = request.get("omit").and_then(|omit| omit.get("token"));
    let method = request.get("method").and_then(|method| method.words().first());
    let because = request.get("method").and_then(|method| method.get("because"));
    match (omit, method) {
        (None, Some(get)) if get.word == "get" && because.is_none() => dx.error(
            get.name.at,
            "a GET shows the token in the URL (RFC 6750 section 5.3); add `auth(bearer), omit(token)`",
        ),
        _ => {}
    }
}

/// A 401 for the client itself would read as one for the token.
// case: message/status_of_the_client
pub(super) fn status_is_about_the_token(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    if let Some(status) = declaration.choice(&["introspection_response", "active"])
        && declaration.choice(&["introspection_request", "auth"]).is_none()
    {
        let message = "a 401 for a wrong client secret would read as an inactive token; add `introspection_request(auth(bearer))`";
        dx.error(status.name.at, message);
    }
}

/// Every authorization endpoint takes GET, which is what a link can send (RFC 6749 section 3.1).
// case: message/authorization_without_get
pub(super) fn authorization_takes_get(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    if let Some(method) = declaration.get("authorization_request").and_then(|request| request.get("method"))
        && let Some(first) = method.words().first()
        && first.word != "get"
    {
        let message = "an authorization endpoint takes GET, and POST besides (RFC 6749 section 3.1); write `method(get, post)`";
        dx.error(first.name.at, message);
    }
}

/// `Bearer` needs no alias, in whatever case, and an alias stands once.
// case: message/alias_for_bearer
// case: message/duplicate_alias
pub(super) fn aliases_say_something(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let aliases = declaration.token_responses().filter_map(|answer| answer.get("token_type")?.get("alias"));
    for (aliases, at, alias) in aliases
        .map(Entry::texts)
        .flat_map(|aliases| aliases.iter().enumerate().map(move |(at, alias)| (aliases, at, alias)))
    {
        let is = |other: &str| alias.value.eq_ignore_ascii_case(other);
        let repeats = |first: &Text| first.value.eq_ignore_ascii_case(&alias.value);
        if is("bearer") {
            dx.error(alias.at, "`Bearer` is understood in any case (RFC 6749 section 5.1); remove the alias");
        } else if is("") {
            dx.error(alias.at, "an empty alias; a missing `token_type` is understood anyway");
        } else if aliases.iter().take(at).any(repeats) {
            dx.error(alias.at, format!("the alias `{}` is given twice; keep one", alias.value));
        }
    }
}
