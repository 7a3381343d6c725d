//! The blocks of requests.

use super::departed;
use super::list::{fields, headers, values};
use crate::declaration::{Block, Departed, JsonType, Parameter, ParameterKind};
use crate::departure::Departure;
use crate::diagnostics::{Diagnostics, closest, word_for};
use crate::item::{Flaw, Found, Item, List, Name, Text, Value};
use crate::keyword::PARAMETER;
use crate::read::{self, Entry};
use crate::vocabulary::Request;

/// What the author of the declaration chose in a block.
pub(super) fn block(dx: &mut Diagnostics, request: Request, entry: &Entry) -> Block {
    Block {
        request,
        name: entry.name.clone(),
        parameters: entry.get("params").map(|entry| parameters(dx, entry)).unwrap_or_default(),
        query: entry.get("query").map(|entry| fields(dx, entry)).unwrap_or_default(),
        headers: entry.get("headers").map(|entry| headers(dx, entry)).unwrap_or_default(),
    }
}

/// Secrets in the URL of a request that the client itself sends.
pub(super) fn departures(request: Request, block: &Entry, departures: &mut Vec<Departed>) {
    if matches!(request, Request::Authorization | Request::Userinfo) || is_without_secrets(block) {
        return;
    }
    if let Some(method) = block.get("method")
        && let Some(get) = method.get("get")
    {
        // That introspection shows the token has a rule of its own, which knows a better way.
        if request != Request::Introspection || method.get("because").is_some() {
            departures.extend(departed(Departure::Get, get, method));
        }
    }
    if let Some(body) = block.get("body")
        && let Some(query) = body.get("query")
    {
        departures.extend(departed(Departure::QueryBody, query, body));
    }
}

/// Whether an access token in a header is all that the request says.
fn is_without_secrets(block: &Entry) -> bool {
    let auth = block.get("auth").and_then(Entry::choice).map(|choice| choice.word);
    let omits = |word| block.get("omit").is_some_and(|omit| omit.get(word).is_some());
    auth == Some("bearer") && ["token", "access_token", "refresh_token"].into_iter().any(omits)
}

/// Whether this is a word that says what a parameter carries.
fn is_kind(text: &str) -> bool {
    matches!(text, "optional" | "random" | "required" | "scopes")
}

/// Words alone of which none is like one that says what a parameter carries: its values, by all
/// likelihood.
fn bare_values(list: &List) -> Option<(&Name, String)> {
    let kinds: Vec<_> = PARAMETER.offered().map(|keyword| keyword.word).collect();
    let value = |item: &Result<Item, Flaw>| match item {
        Ok(Item::Word { name, value: Value::Nothing }) => closest(&name.text, &kinds).is_none(),
        _ => false,
    };
    if !list.iter().all(value) {
        return None;
    }
    let names = list.iter().flatten().filter_map(|item| match item {
        Item::Word { name, .. } => Some(name),
        Item::Text(_) => None,
    });
    let all: Vec<_> = names.clone().map(|name| name.text.as_str()).collect();
    Some((names.clone().next()?, all.join(", ")))
}

/// A name that goes on behind its first word: `x-y`.
fn wire_name(name: &Name, rest: &Text) -> String {
    let rest = rest.value.split(['(', '=']).next().unwrap_or_default();
    format!("{name}{rest}")
}

// case: message/parameter_without_a_kind
// case: parameter/kind_as_a_fixed_value
// case: parameter/fixed_value_in_a_list
// case: parameter/fixed_value_without_quotes
// case: parameter/name_is_no_word
// case: parameter/values_without_one_of
// case: parameter/string_for_a_name
// case: message/parameter_is_a_string
// case: parameter/without_a_value
fn parameters(dx: &mut Diagnostics, entry: &Entry) -> Vec<Parameter> {
    const FORM: &str = "a parameter whose name is no word is written `parameter(\"x-y\", \"fixed\")`";
    let mut parameters = Vec::new();
    let fixed = |name, text, types| Parameter { name, wire: None, kind: ParameterKind::Fixed(text), types };
    let meant = |found: &Found| match found {
        Found::Pair { left, right } => {
            Some(format!("the name of a parameter is a word; write `parameter(\"{left}\", \"{right}\")`"))
        }
        Found::Number(_) => None,
    };
    for item in entry.own_explained(dx, meant) {
        match item {
            Item::Word { name, value: Value::Text(text) } if is_kind(&text.value) => {
                let kind = &text.value;
                let message = format!(
                    "`{kind}` would be sent as it is; write `{name}({kind})`, or `parameter(\"{name}\", \"{kind}\")` if that is meant"
                );
                dx.error(text.at, message);
                let kind = ParameterKind::Optional;
                parameters.push(Parameter { name, wire: None, kind, types: Vec::new() });
            }
            Item::Word { name, value: Value::Text(text) } => parameters.push(fixed(name, text, Vec::new())),
            Item::Word { name, value: Value::Literal(text) } => {
                let is_boolean = matches!(text.value.as_str(), "true" | "false");
                let json = if is_boolean { JsonType::Boolean } else { JsonType::Number };
                let types = vec![(json, text.at)];
                parameters.push(fixed(name, text, types));
            }
            Item::Word { name, value: Value::List(list) } if name.text == "parameter" => {
                let pair: Result<[Item; 2], _> = read::texts(dx, list).try_into();
                match pair {
                    Ok([Item::Text(wire), Item::Text(value)]) => {
                        let name = Name { text: wire.value, at: wire.at };
                        parameters.push(fixed(name, value, Vec::new()));
                    }
                    _ => dx.error(name.at, format!("name or value is missing; {FORM}")),
                }
            }
            Item::Word { name, value: Value::List(list) } => {
                if let [Ok(Item::Text(text))] = list.as_slice()
                    && !text.or_word
                    && !is_kind(&text.value)
                {
                    dx.error(
                        text.at,
                        format!("a fixed value stands behind `=`; write `{name} = \"{}\"`", text.value),
                    );
                    continue;
                }
                if list.is_empty() {
                    dx.error(name.at, format!("`{name}` is empty; write `{name}(optional)`"));
                    continue;
                }
                if let Some((first, all)) = bare_values(&list) {
                    let message = format!("`{first}` is no kind of parameter; write `{name}(one_of({all}))`");
                    dx.error(first.at, message);
                    continue;
                }
                let kinds = read::choice(dx, &name, &PARAMETER, "optional", list).entries;
                let wire = read::find(&kinds, "name").and_then(Entry::text).cloned();
                let types = JsonType::ALL.into_iter();
                let types = types.filter_map(|json| Some((json, read::find(&kinds, json.word())?.name.at)));
                let types = types.collect();
                let Some(chosen) = kinds.iter().find(|entry| !read::is_beside(entry)) else { continue };
                let kind = match chosen.word {
                    "one_of" => ParameterKind::OneOf(values(dx, "value", chosen)),
                    "some_of" => ParameterKind::SomeOf(values(dx, "value", chosen)),
                    "required" => ParameterKind::Required,
                    "scopes" => ParameterKind::Scopes,
                    "random" => ParameterKind::Random,
                    _ => ParameterKind::Optional,
                };
                parameters.push(Parameter { name, wire, kind, types });
            }
            Item::Word { name, value: Value::Other(other) } if other.value.starts_with('=') => {
                let value = other.value.trim_start_matches('=');
                let remedy = match value.contains('(') || is_kind(value) {
                    true => format!("{name}({value})"),
                    false => format!("{name} = \"{value}\""),
                };
                dx.error(other.at, format!("a fixed value is a string; write `{remedy}`"));
            }
            Item::Word { name, value: Value::Other(other) } if !other.value.is_empty() => {
                let wire = wire_name(&name, &other);
                let word = word_for(&wire);
                dx.error(
                    name.at,
                    format!("`{wire}` is no word; write `{word}(optional, name = \"{wire}\")`, or `parameter(\"{wire}\", \"fixed\")`"),
                );
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
