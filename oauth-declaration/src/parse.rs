//! Items → [`Declaration`]. Every item is read, whatever is wrong with the others.

mod auth;
mod list;
mod request;

use crate::declaration::{Callback, Declaration, Departed, Grant, Url};
use crate::departure::Departure;
use crate::diagnostics::Diagnostics;
use crate::item::{List, Name};
use crate::keyword::KEYS;
use crate::read::{self, Entry, find};
use crate::template::Template;
use crate::vocabulary::{Endpoint, GrantType, Request};
use list::{citations, conditions, fields, headers, learnt, texts, values};

/// Reads the items of a declaration.
pub fn parse(dx: &mut Diagnostics, items: List) -> Declaration {
    let entries = read::words(dx, &KEYS, items);
    let mut departures = Vec::new();
    let at = |path: &[&str]| {
        let (key, rest) = path.split_first()?;
        rest.iter().try_fold(find(&entries, key)?, |entry, word| entry.get(word))
    };

    let urls = Endpoint::ALL.into_iter().filter_map(|endpoint| url(endpoint, at(&[endpoint.key()])?));
    let urls = urls.collect();
    let mut grants = Vec::new();
    for entry in at(&["grants"]).map_or(&[][..], Entry::words) {
        grants.extend(grant(dx, &mut departures, entry));
    }
    let client_auth = at(&["client_auth"]).map(|entry| auth::methods(dx, &mut departures, entry));
    for (key, word, from) in CHOSEN_DEPARTURES {
        if let Some(entry) = at(&[key])
            && let Some(chosen) = entry.words().iter().find(|choice| choice.word == word)
        {
            departures.extend(departed(from, chosen, entry));
        }
    }
    let before = dx.count();
    let scopes = at(&["scopes"]).map(|entry| values(dx, "scope", entry));
    let scopes_are_whole = dx.count() == before && at(&["scopes"]).is_none_or(Entry::is_whole);
    let (mut blocks, mut own_auth) = (Vec::new(), Vec::new());
    for request in Request::ALL {
        let Some(entry) = at(&[request.key()]) else { continue };
        blocks.push(request::block(dx, request, entry));
        let mut inner = Vec::new();
        request::departures(request, entry, &mut inner);
        departures.extend(inside(inner, &[request.key()]));
        if let Some(auth) = entry.get("auth").and_then(Entry::choice) {
            let mut inner = Vec::new();
            own_auth.extend(auth::method(dx, &mut inner, auth).map(|method| (request, method)));
            departures.extend(inside(inner, &[request.key(), "auth"]));
        }
    }
    let callback = at(&["callback"]).map(|entry| callback(dx, entry));
    let also = at(&["token_response", "also"]).map(|entry| values(dx, "further token", entry));
    let mut hosts = Vec::new();
    for response in ["token_response", "userinfo_response"] {
        hosts.extend(at(&[response, "api_base", "hosts"]).map(|entry| texts(dx, entry)).unwrap_or_default());
    }
    let conditions = at(&["error_response", "when"]).map(|entry| conditions(dx, entry));
    let headers = at(&["bearer", "headers"]).map(|entry| headers(dx, entry)).unwrap_or_default();
    if let Some(bearer) = at(&["bearer"]) {
        let holds_secret = |text: &str| text.contains("{client_secret}");
        if headers.iter().any(|header| holds_secret(&header.value.value))
            && let Some(written) = bearer.get("headers")
        {
            departures.extend(departed(Departure::SecretInApiHeader, written, bearer));
        }
        if let Some(query) = bearer.get("query") {
            departures.extend(departed(Departure::TokenInQuery, query, bearer));
        }
    }
    let hook = at(&["hook"]).and_then(|entry| list::one_word(dx, entry));
    let token_extra = at(&["token_response", "extra"]).map(|entry| entry.name.at);
    let introspection_extra = at(&["introspection_response", "extra"]).map(|entry| entry.name.at);

    Declaration {
        urls,
        grants,
        client_auth: client_auth.unwrap_or_default(),
        scopes: scopes.unwrap_or_default(),
        scopes_are_whole,
        blocks,
        callback: callback.unwrap_or_default(),
        also: also.unwrap_or_default(),
        hosts,
        conditions: conditions.unwrap_or_default(),
        headers,
        hook,
        own_auth,
        token_extra,
        introspection_extra,
        departures,
        entries,
    }
}

/// The choices of the first level that depart from the rules.
const CHOSEN_DEPARTURES: [(&str, &str, Departure); 5] = [
    ("pkce", "none", Departure::NoPkce),
    ("pkce", "S256_hex", Departure::HexPkce),
    ("pkce", "public_clients", Departure::PublicPkce),
    ("ssrf", "allow_any", Departure::AnyAddress),
    ("state", "in_redirect_uri", Departure::StateInRedirectUri),
];

fn url(endpoint: Endpoint, entry: &Entry) -> Option<Url> {
    let text = entry.text()?.clone();
    let template = Template::split(&text.value);
    Some(Url { endpoint, key: entry.name.clone(), text, template })
}

/// A departure; nothing if its reason may be among what has been reported.
fn departed(from: Departure, entry: &Entry, reason_in: &Entry) -> Option<Departed> {
    let because = match reason_in.get("because") {
        Some(reason) => Some(reason.text()?.clone()),
        None if reason_in.is_whole() => None,
        None => return None,
    };
    Some(Departed { from, inside: Vec::new(), at: entry.name.at, because })
}

/// The same departures, each in this block.
fn inside(departures: Vec<Departed>, block: &[&'static str]) -> impl Iterator<Item = Departed> {
    departures.into_iter().map(|departed| Departed { inside: block.to_vec(), ..departed })
}

fn grant(dx: &mut Diagnostics, departures: &mut Vec<Departed>, entry: &Entry) -> Option<Grant> {
    let grant_type = GrantType::ALL.into_iter().find(|grant_type| grant_type.word() == entry.word)?;
    match grant_type {
        GrantType::Implicit => departures.extend(departed(Departure::Implicit, entry, entry)),
        GrantType::Password => departures.extend(departed(Departure::Password, entry, entry)),
        _ => {}
    }
    let text = |word| entry.get(word).and_then(Entry::text).cloned();
    let mut inner = Vec::new();
    let client_auth = entry.get("client_auth").map(|entry| auth::methods(dx, &mut inner, entry));
    departures.extend(inside(inner, &[grant_type.word(), "client_auth"]));
    Some(Grant {
        grant_type,
        name: entry.name.clone(),
        client_auth,
        scopes: entry.get("scopes").and_then(|entry| limits(dx, entry)),
        default_scopes: entry.get("default_scopes").map(|entry| citations(dx, entry)).unwrap_or_default(),
        rotation: entry.get("rotation").and_then(Entry::choice).map(|choice| choice.word),
        sends_scope: entry.get("send").and_then(Entry::choice).is_some(),
        offline_scope: entry.get("offline_scope").and_then(|entry| list::one_citation(dx, entry)),
        value: text("grant_type"),
        response_type: text("response_type"),
        issues_refresh_token: entry.get("issues").and_then(Entry::choice).map(|choice| choice.name.at),
    })
}

/// The scopes that a grant is limited to; nothing if they are written in a form that has been reported.
fn limits(dx: &mut Diagnostics, entry: &Entry) -> Option<Vec<Name>> {
    let before = dx.count();
    let cited = citations(dx, entry);
    (entry.is_whole() && dx.count() == before).then_some(cited)
}

fn callback(dx: &mut Diagnostics, entry: &Entry) -> Callback {
    let capture = entry.get("capture").map(|entry| values(dx, "parameter", entry));
    let echo = entry.get("echo").map(|entry| values(dx, "parameter", entry));
    let equals = entry.get("equals").map(|entry| fields(dx, entry));
    let learn = entry.get("learn").map(|entry| learnt(dx, entry));
    Callback {
        capture: capture.unwrap_or_default(),
        echo: echo.unwrap_or_default(),
        equals: equals.unwrap_or_default(),
        learn: learn.unwrap_or_default(),
    }
}
