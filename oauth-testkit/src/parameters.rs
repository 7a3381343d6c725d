//! The parameters of a request, read from where the declaration puts them.

use crate::multipart;
use crate::refusal::Refusal;
use crate::routes::Route;
use http::{HeaderMap, Method, Request, header};
use oauth_core::metadata::{BodyFormat, JsonType, RequestFormat};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde_json::Value;
use std::fmt;

/// Decoded parameters in the order in which they came. One without a value counts as absent (RFC
/// 6749 section 3.1).
#[derive(Debug, Default)]
pub(crate) struct Parameters {
    pairs: Vec<(String, String)>,
    /// Those that the declaration wants in the query, beside a body.
    pub(crate) beside: Vec<(String, String)>,
    /// The names of those that came without a value.
    empty: Vec<String>,
    /// What each was in a JSON body.
    types: Vec<(String, JsonType)>,
}

/// What stands between the elements of an array: no scope has it.
pub(crate) const BETWEEN: char = '\u{1f}';

type Typed = Vec<(String, String, JsonType)>;

impl Parameters {
    fn new(pairs: Vec<(String, String)>) -> Self {
        let (pairs, empty): (Vec<_>, Vec<_>) = pairs.into_iter().partition(|(_, value)| !value.is_empty());
        let empty = empty.into_iter().map(|(name, _)| name).collect();
        Self { pairs, empty, ..Self::default() }
    }

    /// The parameters of a request, all of them in the one declared place.
    pub(crate) fn of(
        request: &Request<Vec<u8>>,
        route: &Route,
        format: &RequestFormat,
    ) -> Result<Self, Refusal> {
        let mut query = form_urlencoded_pairs(request.uri().query().unwrap_or_default().as_bytes());
        // Those that the declared URL has itself are no parameters of this request.
        for own in &route.query {
            if let Some(position) = query.iter().position(|pair| pair == own) {
                query.remove(position);
            }
        }
        let is_beside = |(name, _): &(String, String)| format.query.iter().any(|(known, _)| known == name);
        let (beside, query): (Vec<_>, Vec<_>) = query.into_iter().partition(is_beside);
        let mut types = Vec::new();
        let pairs = if request.method() == Method::GET || format.body == BodyFormat::Query {
            if !request.body().is_empty() {
                return Err(Refusal::invalid_request(
                    "there is a body; the parameters of this request belong in its query",
                ));
            }
            query
        } else {
            if let Some((name, _)) = query.iter().find(|(_, value)| !value.is_empty()) {
                return Err(Refusal::invalid_request(format!(
                    "`{name}` is in the query; the parameters of this request belong in its body"
                )));
            }
            let typed = body(request, format.body)?;
            if format.body == BodyFormat::Json {
                types = typed.iter().map(|(name, _, json)| (name.clone(), *json)).collect();
            }
            without_types(typed)
        };
        Ok(Self { beside, types, ..Self::new(pairs) })
    }

    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.pairs.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Whether the parameter is there, with a value or without.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.get(name).is_some() || self.empty.iter().any(|known| known == name)
    }

    /// What a parameter is in a JSON body, if it is in one.
    pub(crate) fn json_type(&self, name: &str) -> Option<JsonType> {
        self.types.iter().find(|(known, _)| known == name).map(|(_, json)| *json)
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.pairs.iter().map(|(name, _)| name.as_str())
    }

    /// The value of a parameter that must be there, once.
    pub(crate) fn required(&self, name: &str) -> Result<&str, Refusal> {
        self.unique(name)?;
        self.get(name).ok_or_else(|| Refusal::invalid_request(format!("`{name}` is missing")))
    }

    /// No parameter comes twice (RFC 6749 sections 3.1 and 3.2) but `resource` (RFC 8707 section 2).
    pub(crate) fn unique(&self, name: &str) -> Result<(), Refusal> {
        if name != "resource" && self.pairs.iter().filter(|(known, _)| known == name).count() > 1 {
            return Err(Refusal::invalid_request(format!("`{name}` is there more than once")));
        }
        Ok(())
    }
}

fn body(request: &Request<Vec<u8>>, format: BodyFormat) -> Result<Typed, Refusal> {
    let expected = match format {
        BodyFormat::Json => "application/json",
        BodyFormat::Multipart => "multipart/form-data",
        _ => "application/x-www-form-urlencoded",
    };
    let found = media_type(request.headers());
    // A form without parameters is no body, and needs no type.
    if found.is_none() && request.body().is_empty() && format == BodyFormat::Form {
        return Ok(Vec::new());
    }
    if found.as_deref() != Some(expected) {
        return Err(Refusal::invalid_request(format!("the body is not {expected}")));
    }
    let body = request.body();
    match format {
        BodyFormat::Json => serde_json::from_slice(body).map(|JsonPairs(pairs)| pairs).map_err(|error| {
            Refusal::invalid_request(format!("the body is not one JSON object of parameters: {error}"))
        }),
        BodyFormat::Multipart => {
            let content_type = request.headers().get(header::CONTENT_TYPE);
            let boundary = content_type.and_then(|value| multipart::boundary(value.to_str().ok()?));
            boundary
                .and_then(|boundary| multipart::fields(body, boundary))
                .map(with_types)
                .ok_or_else(|| Refusal::invalid_request("the body is not a form of RFC 7578"))
        }
        _ => Ok(with_types(form_urlencoded_pairs(body))),
    }
}

fn with_types(pairs: Vec<(String, String)>) -> Typed {
    pairs.into_iter().map(|(name, value)| (name, value, JsonType::Quoted)).collect()
}

fn without_types(typed: Typed) -> Vec<(String, String)> {
    typed.into_iter().map(|(name, value, _)| (name, value)).collect()
}

/// Every parameter of a request wherever it stands, for the log.
pub(crate) fn all(request: &Request<Vec<u8>>) -> Vec<(String, String)> {
    let mut pairs = form_urlencoded_pairs(request.uri().query().unwrap_or_default().as_bytes());
    let format = match media_type(request.headers()).as_deref() {
        Some("application/json") => BodyFormat::Json,
        Some("multipart/form-data") => BodyFormat::Multipart,
        Some("application/x-www-form-urlencoded") => BodyFormat::Form,
        _ => return pairs,
    };
    pairs.extend(without_types(body(request, format).unwrap_or_default()));
    pairs
}

fn form_urlencoded_pairs(encoded: &[u8]) -> Vec<(String, String)> {
    form_urlencoded::parse(encoded).into_owned().collect()
}

/// The media type of the body, without its parameters.
fn media_type(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
    value.split(';').next().map(|essence| essence.trim().to_ascii_lowercase())
}

/// Whether a client says that it takes JSON.
pub(crate) fn accepts_json(headers: &HeaderMap) -> bool {
    headers
        .get_all(header::ACCEPT)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|range| range.split(';').next().is_some_and(|range| range.trim() == "application/json"))
}

/// The members of an object in their order, also those that are there twice.
struct JsonPairs(Typed);

impl<'de> Deserialize<'de> for JsonPairs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Members;
        impl<'de> Visitor<'de> for Members {
            type Value = JsonPairs;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<JsonPairs, A::Error> {
                let mut pairs = Vec::new();
                while let Some((name, value)) = map.next_entry::<String, Value>()? {
                    let Some((value, json)) = parameter(value) else {
                        return Err(A::Error::custom(format!("`{name}` is no value of a parameter")));
                    };
                    pairs.push((name, value, json));
                }
                Ok(JsonPairs(pairs))
            }
        }
        deserializer.deserialize_map(Members)
    }
}

/// A value as a text, and what it was.
fn parameter(value: Value) -> Option<(String, JsonType)> {
    Some(match value {
        Value::String(text) => (text, JsonType::Quoted),
        Value::Number(number) => (number.to_string(), JsonType::Number),
        Value::Bool(boolean) => (boolean.to_string(), JsonType::Boolean),
        Value::Array(items) => {
            let items: Option<Vec<_>> = items.iter().map(Value::as_str).collect();
            (items?.join(BETWEEN.encode_utf8(&mut [0; 4])), JsonType::Array)
        }
        Value::Null | Value::Object(_) => return None,
    })
}
