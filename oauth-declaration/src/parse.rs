//! Items → [`Declaration`]. Every item is read, whatever is wrong with the others.

use crate::declaration::{Declaration, Departed, Grant, Header, Parameter, ParameterKind, Scope, Url};
use crate::diagnostics::{Diagnostics, unknown};
use crate::item::{Item, List, Name, Text, Value};
use crate::keyword::{KEYS, PARAMETER};
use crate::read::{self, Entry, find};
use crate::template::Template;
use crate::vocabulary::{ClientAuth, Departure, Endpoint, GrantType};

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
    let client_auth = at(&["client_auth"]).map(|entry| methods(dx, &mut departures, entry));
    for (key, word, from) in
        [("pkce", "none", Departure::NoPkce), ("ssrf", "allow_any", Departure::AnyAddress)]
    {
        if let Some(entry) = at(&[key])
            && let Some(chosen) = entry.words().iter().find(|choice| choice.word == word)
        {
            departures.extend(departed(from, chosen, entry));
        }
    }
    let scopes = at(&["scopes"]).map(|entry| values(dx, "scope", entry));
    let parameters = at(&["authorization_request", "params"]).map(|entry| parameters(dx, entry));
    let aliases = at(&["token_response", "token_type", "alias"]).map(|entry| texts(dx, entry));
    let headers = at(&["bearer", "headers"]).map(|entry| headers(dx, entry));
    let token_extra = at(&["token_response", "extra"]).map(|entry| entry.name.at);
    let introspection_extra = at(&["introspection_response", "extra"]).map(|entry| entry.name.at);

    Declaration {
        urls,
        grants,
        client_auth: client_auth.unwrap_or_default(),
        scopes: scopes.unwrap_or_default(),
        parameters: parameters.unwrap_or_default(),
        aliases: aliases.unwrap_or_default(),
        headers: headers.unwrap_or_default(),
        token_extra,
        introspection_extra,
        departures,
        entries,
    }
}

fn url(endpoint: Endpoint, entry: &Entry) -> Option<Url> {
    let text = entry.text()?.clone();
    let template = Template::split(&text.value);
    Some(Url { endpoint, key: entry.name.clone(), text, template })
}

/// A departure; nothing if its reason is written in a form that has been reported.
fn departed(from: Departure, entry: &Entry, reason_in: &Entry) -> Option<Departed> {
    let because = match reason_in.get("because") {
        Some(reason) => Some(reason.text()?.clone()),
        None => None,
    };
    Some(Departed { from, at: entry.name.at, because })
}

fn grant(dx: &mut Diagnostics, departures: &mut Vec<Departed>, entry: &Entry) -> Option<Grant> {
    let grant_type = GrantType::ALL.into_iter().find(|grant_type| grant_type.word() == entry.word)?;
    match grant_type {
        GrantType::Implicit => departures.extend(departed(Departure::Implicit, entry, entry)),
        GrantType::Password => departures.extend(departed(Departure::Password, entry, entry)),
        GrantType::AuthorizationCode | GrantType::ClientCredentials | GrantType::RefreshToken => {}
    }
    Some(Grant {
        grant_type,
        name: entry.name.clone(),
        client_auth: entry.get("client_auth").map(|entry| methods(dx, departures, entry)),
        scopes: entry.get("scopes").map(|entry| citations(dx, entry)),
        default_scopes: entry.get("default_scopes").map(|entry| citations(dx, entry)).unwrap_or_default(),
        rotation: entry.get("rotation").and_then(Entry::choice).map(|choice| choice.word),
        sends_scope: entry.get("send").and_then(Entry::choice).is_some(),
        issues_refresh_token: entry.get("issues").and_then(Entry::choice).map(|choice| choice.name.at),
    })
}

fn methods(dx: &mut Diagnostics, departures: &mut Vec<Departed>, entry: &Entry) -> Vec<ClientAuth> {
    let mut methods = Vec::new();
    for entry in entry.words() {
        methods.push(match entry.word {
            "client_secret_basic" => ClientAuth::Basic { raw: raw(dx, departures, entry) },
            "client_secret_post" => ClientAuth::Post,
            _ => ClientAuth::None,
        });
    }
    methods
}

// case: client_auth/unknown_encoding
fn raw(dx: &mut Diagnostics, departures: &mut Vec<Departed>, entry: &Entry) -> bool {
    let Some(encoding) = entry.get("encoding").and_then(Entry::text) else { return false };
    match encoding.value.as_str() {
        "raw" => {
            departures.extend(departed(Departure::RawBasic, entry, entry));
            true
        }
        "form" => false,
        other => {
            dx.error(encoding.at, unknown("encoding", other, &["form", "raw"]));
            false
        }
    }
}

/// Words of the author's own, each with a text if that is not the word itself.
// case: scope/not_a_word
// case: scope/value_is_no_string
fn values(dx: &mut Diagnostics, noun: &str, entry: &Entry) -> Vec<Scope> {
    let mut values = Vec::new();
    for item in entry.own(dx) {
        match item {
            Item::Word { name, value: Value::Nothing } => values.push(Scope { name, value: None }),
            Item::Word { name, value: Value::Text(text) } => values.push(Scope { name, value: Some(text) }),
            Item::Word { name, value: Value::List(_) | Value::Other(_) } => {
                dx.error(name.at, format!("the {noun} `{name}` takes a string: `{name} = \"…\"`"));
                values.push(Scope { name, value: None });
            }
            Item::Text(text) => {
                let message = format!("a {noun} needs a name in Rust; write `name = \"{}\"`", text.value);
                dx.error(text.at, message);
            }
        }
    }
    values
}

/// Words that were declared elsewhere.
// case: scope/cited_with_a_value
fn citations(dx: &mut Diagnostics, entry: &Entry) -> Vec<Name> {
    let mut cited: Vec<Name> = Vec::new();
    for item in entry.own(dx) {
        match item {
            Item::Word { name, value: Value::Nothing } => cited.push(name),
            Item::Word { name, .. } => {
                let message = format!(
                    "a grant cites its scopes by their words; write `{name}` alone and the value in the provider's `scopes(...)`"
                );
                dx.error(name.at, message);
                cited.push(name);
            }
            Item::Text(text) => {
                dx.error(text.at, "a grant cites its scopes by their words; remove the quotes");
            }
        }
    }
    cited
}

// case: message/parameter_without_a_kind
// case: message/parameter_is_a_string
fn parameters(dx: &mut Diagnostics, entry: &Entry) -> Vec<Parameter> {
    let mut parameters = Vec::new();
    for item in entry.own(dx) {
        match item {
            Item::Word { name, value: Value::Text(text) } => {
                parameters.push(Parameter { name, kind: ParameterKind::Fixed(text) });
            }
            Item::Word { name, value: Value::List(list) } => {
                let kinds = read::choice(dx, &name, &PARAMETER, "optional", list);
                let kind = match kinds.first() {
                    Some(entry) if entry.word == "one_of" => ParameterKind::OneOf(values(dx, "value", entry)),
                    Some(_) => ParameterKind::Optional,
                    None => continue,
                };
                parameters.push(Parameter { name, kind });
            }
            Item::Word { name, value: Value::Nothing | Value::Other(_) } => {
                let message = format!(
                    "what `{name}` carries is open; write `{name} = \"…\"`, `{name}(optional)` or `{name}(one_of(...))`"
                );
                dx.error(name.at, message);
            }
            Item::Text(text) => {
                let message = "a parameter is a word, not a string; write `name = \"…\"`, `name(optional)` or `name(one_of(...))`";
                dx.error(text.at, message);
            }
        }
    }
    parameters
}

// case: message/alias_is_a_word
fn texts(dx: &mut Diagnostics, entry: &Entry) -> Vec<Text> {
    let mut texts = Vec::new();
    for item in entry.own_texts(dx) {
        match item {
            Item::Text(text) => texts.push(text),
            Item::Word { name, .. } => {
                dx.error(name.at, format!("`{}` takes strings; write `\"{name}\"`", entry.word));
            }
        }
    }
    texts
}

// case: message/header_without_a_value
fn headers(dx: &mut Diagnostics, entry: &Entry) -> Vec<Header> {
    const FORM: &str = "a header is written `header(\"Name\", \"value\")`";
    let mut headers = Vec::new();
    for item in entry.own_texts(dx) {
        match item {
            Item::Word { name, value: Value::List(list) } if name.text == "header" => {
                let pair: Result<[Item; 2], _> = read::texts(dx, list).try_into();
                match pair {
                    Ok([Item::Text(name), Item::Text(value)]) => headers.push(Header { name, value }),
                    _ => dx.error(name.at, format!("name or value is missing; {FORM}")),
                }
            }
            // In a file, the name of a header is the name of a member.
            Item::Word { name, value: Value::Text(value) } if value.or_word => {
                let name = Text { value: name.text, at: name.at, or_word: true };
                headers.push(Header { name, value });
            }
            Item::Word { name, .. } => dx.error(name.at, format!("`{name}` is not a header; {FORM}")),
            Item::Text(text) => dx.error(text.at, format!("a string alone is not a header; {FORM}")),
        }
    }
    headers
}
