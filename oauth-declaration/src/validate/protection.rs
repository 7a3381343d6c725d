//! Departures from the rules, and the means of protection.

use crate::declaration::Declaration;
use crate::diagnostics::Diagnostics;
use crate::item::Subject;
use crate::read::Entry;
use crate::vocabulary::{ClientAuth, Endpoint, GrantType};

/// What RFC 9700 forbids or discourages needs a reason, so that a reviewer sees it.
// case: protection/implicit_without_reason
// case: protection/password_without_reason
// case: protection/pkce_none_without_reason
// case: protection/raw_basic_without_reason
// case: protection/any_address_without_reason
// case: protection/secret_in_api_header_without_reason
// case: protection/token_in_query_without_reason
// case: protection/query_body_without_reason
// case: protection/get_without_reason
// case: protection/state_in_redirect_uri_without_reason
// case: protection/secret_digest_without_reason
// case: protection/secret_header_without_reason
// case: protection/basic_and_post_without_reason
// case: protection/secret_as_username_without_reason
// case: protection/pkce_public_clients_without_reason
// case: protection/pkce_hex_without_reason
pub(super) fn departures_have_a_reason(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for departed in declaration.departures.iter().filter(|departed| departed.because.is_none()) {
        let (fact, example) = (departed.from.fact(), departed.from.example());
        dx.error(departed.at, format!("{fact}; if the provider leaves no choice, say so: `{example}`"));
    }
}

/// A reason is read by people.
// case: protection/empty_reason
pub(super) fn reasons_say_something(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for departed in &declaration.departures {
        if let Some(because) = &departed.because
            && !because.value.contains(char::is_alphanumeric)
        {
            let what = departed.what();
            dx.error(
                because.at,
                format!("the reason for `{what}` is empty; say why the provider leaves no choice"),
            );
        }
    }
}

/// A reason without a departure hides that there is none.
// case: protection/reason_without_departure
pub(super) fn reasons_have_a_departure(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let cited: Vec<_> =
        declaration.departures.iter().filter_map(|it| Some(it.because.as_ref()?.at)).collect();
    let mut open: Vec<&Entry> = declaration.entries.iter().collect();
    while let Some(entry) = open.pop() {
        open.extend(entry.words());
        let Some(because) = entry.get("because") else { continue };
        let Some(text) = because.text() else { continue };
        // A reason alone in a list has been reported.
        if cited.contains(&text.at) || entry.words().len() == 1 && entry.word != "client_secret_basic" {
            continue;
        }
        let what = match entry.choice() {
            Some(choice) if choice.words().is_empty() && choice.text().is_none() => {
                format!("{}({})", entry.word, choice.word)
            }
            _ => entry.word.to_owned(),
        };
        dx.error(because.name.at, format!("`{what}` departs from no rule; remove the reason"));
    }
}

/// PKCE protects the authorization code and nothing else (RFC 7636).
// case: protection/pkce_without_code
pub(super) fn pkce_protects_a_code(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    if let Some(pkce) = declaration.get("pkce")
        && declaration.grants_are_whole()
        && declaration.grant(GrantType::AuthorizationCode).is_none()
    {
        let message = "`pkce` protects the `authorization_code` grant only (RFC 7636), which is not declared; remove it";
        dx.error(pkce.name.at, message);
    }
}

/// `public_clients` tells two kinds of client apart.
// case: protection/pkce_of_public_clients_alone
// case: protection/pkce_of_no_public_client
pub(super) fn pkce_tells_clients_apart(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let Some(pkce) = declaration.choice(&["pkce"]).filter(|pkce| pkce.word == "public_clients") else {
        return;
    };
    let Some(code) = declaration.grant(GrantType::AuthorizationCode) else { return };
    let methods = declaration.methods(code);
    let is_whole = declaration.get("client_auth").is_some_and(Entry::is_whole) && !methods.is_empty();
    let message = if is_whole && methods.iter().all(ClientAuth::is_public) {
        "no client has a secret, so that all need PKCE; write `pkce(required)`"
    } else if is_whole && !methods.iter().any(ClientAuth::is_public) {
        "every client has a secret, so that none sends PKCE; add `none` to `client_auth(...)`, or write `pkce(none, because = \"…\")`"
    } else {
        return;
    };
    dx.error(pkce.name.at, message);
}

/// `state` belongs to a login.
// case: protection/state_without_login
pub(super) fn state_protects_a_login(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    if let Some(state) = declaration.get("state")
        && declaration.grants_are_whole()
        && !declaration.needs(Endpoint::Authorization)
    {
        dx.error(state.name.at, "no declared grant has a login, so `state` has no effect; remove it");
    }
}

/// `iss` is compared with the issuer (RFC 9207 section 2.4).
// case: protection/iss_without_issuer
pub(super) fn iss_has_an_issuer(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    if let Some(iss) = declaration.get("callback").and_then(|callback| callback.get("iss"))
        && declaration.get(Endpoint::Issuer.key()).is_none()
    {
        let message =
            "`iss` is compared with the issuer (RFC 9207 section 2.4); add `issuer = \"https://…\"`";
        dx.error(iss.name.at, message);
    }
}

/// What `state` travels in is a redirect URI, and is sent.
// case: protection/state_in_an_alias
// case: protection/state_in_an_omitted_redirect_uri
// case: protection/omitted_alias
pub(super) fn redirect_uri_is_sent(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let state = declaration.choice(&["state"]).filter(|state| state.word == "in_redirect_uri");
    let alias = declaration.choice(&["redirect_uri"]);
    let request = declaration.get("authorization_request");
    let omitted = request.and_then(|request| request.get("omit")?.get("redirect_uri"));
    let state = state.map(|word| (word, "state(in_redirect_uri)"));
    let alias = alias.map(|word| (word, "redirect_uri(opaque)"));
    let omitted = omitted.map(|word| (word, "omit(redirect_uri)"));
    for (pair, why) in [
        ((state, alias), "an alias has no query for `state`"),
        ((state, omitted), "`state` is sent nowhere then"),
        ((alias, omitted), "the alias is sent nowhere then"),
    ] {
        let (Some(one), Some(other)) = pair else { continue };
        let (first, second) = if one.0.name.at < other.0.name.at { (one, other) } else { (other, one) };
        dx.error(second.0.name.at, format!("`{}` contradicts `{}`; {why}, so keep one", second.1, first.1));
    }
}
