//! [`Sent`]: a request beside the declared shape of it, and every way in which the two can differ.

use crate::parameters::{BETWEEN, Parameters};
use crate::refusal::Refusal;
use crate::routes::Route;
use crate::state::State;
use crate::{headers, scope, template};
use http::{HeaderMap, Request};
use oauth_core::metadata::{JsonType, ParameterMetadata, ParameterValue, RequestFormat};
use std::collections::HashSet;

/// A request that is read as one declared request.
#[derive(Debug)]
pub(crate) struct Sent<'a> {
    pub(crate) headers: &'a HeaderMap,
    pub(crate) parameters: Parameters,
    pub(crate) format: &'static RequestFormat,
    /// The identifier of the client in the path, where the declaration has it there.
    pub(crate) client_id_in_path: Option<String>,
}

impl<'a> Sent<'a> {
    pub(crate) fn new(
        request: &'a Request<Vec<u8>>,
        route: &Route,
        format: &'static RequestFormat,
    ) -> Result<Self, Refusal> {
        let parameters = Parameters::of(request, route, format)?;
        for name in parameters.names() {
            let declared = format.params.iter().find(|declared| declared.name == name);
            let json = declared.map_or(JsonType::Quoted, |declared| declared.json);
            if parameters.json_type(name).is_some_and(|sent| sent != json) {
                return Err(Refusal::invalid_request(format!(
                    "`{name}` is not a JSON {}, as declared",
                    match json {
                        JsonType::Number => "number",
                        JsonType::Boolean => "boolean",
                        JsonType::Array => "array",
                        _ => "string",
                    }
                )));
            }
        }
        let client_id_in_path = route.client_id(request.uri());
        Ok(Self { headers: request.headers(), parameters, format, client_id_in_path })
    }

    /// The value of a standard parameter, by the name that it has here.
    pub(crate) fn get(&self, standard: &'static str) -> Option<&str> {
        self.parameters.get(self.format.name(standard)?)
    }

    /// The value of a standard parameter that must be there, once.
    pub(crate) fn required(&self, standard: &'static str) -> Result<&str, Refusal> {
        self.parameters.required(self.format.name(standard).unwrap_or(standard))
    }

    /// The same, but nothing where the declaration leaves the parameter out.
    pub(crate) fn unless_omitted(&self, standard: &'static str) -> Result<Option<&str>, Refusal> {
        self.format.name(standard).map(|name| self.parameters.required(name)).transpose()
    }

    /// A parameter that the RFC leaves out and `send(...)` brings.
    pub(crate) fn check_extra(&self, standard: &'static str, expected: Option<&str>) -> Result<(), Refusal> {
        if !self.format.sends(standard) {
            return Ok(());
        }
        let name = self.format.name(standard).unwrap_or(standard);
        match (self.parameters.get(name), expected) {
            (Some(sent), Some(expected)) if sent == expected => Ok(()),
            (None, None) => Ok(()),
            (None, Some(_)) => Err(Refusal::invalid_request(format!(
                "`{name}` is missing, which `send({standard})` demands"
            ))),
            (Some(_), _) => Err(Refusal::invalid_request(format!("`{name}` is not that of the login"))),
        }
    }
}

/// Compares a request with its declaration: no parameter twice, none but the standard and the declared
/// ones, and all of them, the headers and the query with the declared values.
///
/// `standard` are the parameters of the RFC for this request, `own` those of the client's
/// authentication by their names here.
pub(crate) fn check(
    state: &mut State,
    sent: &Sent<'_>,
    standard: &[&'static str],
    own: &[&str],
    client_id: &str,
) -> Result<(), Refusal> {
    let format = sent.format;
    let names = || standard.iter().chain(format.send).copied();
    for name in sent.parameters.names() {
        sent.parameters.unique(name)?;
        let is_declared = format.params.iter().any(|declared| declared.name == name);
        if is_declared || own.contains(&name) || names().any(|known| format.name(known) == Some(name)) {
            continue;
        }
        let renamed = format.rename.iter().find(|(known, _)| *known == name).map(|(_, wire)| wire);
        return Err(Refusal::invalid_request(match renamed {
            Some(renamed) => format!("`{name}` does not belong to this request; it is called `{renamed}`"),
            None => format!("`{name}` does not belong to this request"),
        }));
    }
    for declared in format.params {
        check_declared(state, sent, declared, client_id)?;
    }
    check_fixed(state, sent, client_id)
}

fn check_declared(
    state: &mut State,
    sent: &Sent<'_>,
    declared: &ParameterMetadata,
    client_id: &str,
) -> Result<(), Refusal> {
    let metadata = state.metadata;
    let name = declared.name;
    let delimiter = metadata.scope_delimiter.to_string();
    let value = sent.parameters.get(name).map(|value| value.replace(BETWEEN, &delimiter));
    let value = value.as_deref();
    let wrong = |what: String| Err(Refusal::invalid_request(format!("`{name}` {what}, as declared")));
    match (declared.value, value) {
        (ParameterValue::Fixed(expected), _) if value != Some(expected) => {
            wrong(format!("is not `{expected}`"))
        }
        (ParameterValue::Template(template), _) => {
            let expected = template::fill(template, &state.variables, client_id);
            if value == Some(&*expected) { Ok(()) } else { wrong(format!("is not `{expected}`")) }
        }
        (ParameterValue::Required | ParameterValue::Random, None) => {
            Err(Refusal::invalid_request(format!("`{name}` is missing, which the declaration demands")))
        }
        (ParameterValue::OneOf(values), Some(value)) if !values.contains(&value) => {
            wrong(format!("is none of {}", values.join(", ")))
        }
        (ParameterValue::SomeOf(values), Some(value)) => {
            let mut chosen = value.split(metadata.scope_delimiter);
            let mut seen = HashSet::new();
            if chosen.all(|chosen| values.contains(&chosen) && seen.insert(chosen)) {
                return Ok(());
            }
            wrong(format!("has others than {}, or one of them twice", values.join(", ")))
        }
        (ParameterValue::ScopeList, Some(value)) => scope::second(metadata, value).map(drop),
        (ParameterValue::Random, Some(value)) => {
            let is_base64url = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
            if value.len() < 22 || !value.bytes().all(is_base64url) {
                return wrong("is not 128 random bits in base64url".to_owned());
            }
            if state.nonces.insert(value.to_owned()) { Ok(()) } else { wrong("is not new".to_owned()) }
        }
        _ => Ok(()),
    }
}

/// Declared headers and declared query parameters, which no caller chooses.
pub(crate) fn check_fixed(state: &State, sent: &Sent<'_>, client_id: &str) -> Result<(), Refusal> {
    for (name, template) in sent.format.query {
        let expected = template::fill(template, &state.variables, client_id);
        let mut values = sent.parameters.beside.iter().filter(|(known, _)| known == name);
        if values.next().map(|(_, value)| &**value) != Some(&*expected) || values.next().is_some() {
            return Err(Refusal::invalid_request(format!(
                "`{name}` in the query is not `{expected}`, as declared"
            )));
        }
    }
    headers::check(sent.headers, sent.format.headers, &state.variables, client_id)
}
