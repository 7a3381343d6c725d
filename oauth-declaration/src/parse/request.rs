//! The blocks of requests.

use super::departed;
use super::list::{fields, headers, values};
use crate::declaration::{Block, Departed, JsonType, Parameter, ParameterKind};
use crate::departure::Departure;
use crate::diagnostics::Diagnostics;
use crate::item::{Item, Name, Value};
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

// case: message/parameter_without_a_kind
// case: message/parameter_is_a_string
// case: parameter/without_a_value
fn parameters(dx: &mut Diagnostics, entry: &Entry) -> Vec<Parameter> {
    const FORM: &str = "a parameter whose name is no word is written `parameter(\"x-y\", \"fixed\")`";
    let mut parameters = Vec::new();
    let fixed = |name, text, types| Parameter { name, wire: None, kind: ParameterKind::Fixed(text), types };
    for item in entry.own_texts(dx) {
        match item {
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
                let kinds = read::choice(dx, &name, &PARAMETER, "optional", list);
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
