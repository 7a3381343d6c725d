//! Parameters of requests, beyond the standard ones.

use crate::declaration::{Block, Declaration, JsonType, ParameterKind};
use crate::diagnostics::Diagnostics;
use crate::item::{At, Subject};
use crate::read::Entry;
use crate::vocabulary::{Endpoint, Request};
use std::collections::BTreeSet;

/// The parameters that the client sets itself (RFC 6749 sections 4.1.1 and 4.1.3, RFC 7636).
pub(super) const MANAGED_PARAMETERS: &[&str] = &[
    "client_id",
    "client_secret",
    "code",
    "code_challenge",
    "code_challenge_method",
    "code_verifier",
    "grant_type",
    "nonce",
    "password",
    "redirect_uri",
    "refresh_token",
    "request",
    "request_uri",
    "response_type",
    "scope",
    "state",
    "username",
];

/// The names of a block on the wire, in `params` and `query`, and where each stands.
fn names(block: &Block) -> Vec<(&str, At)> {
    let params = block.parameters.iter().map(|parameter| (parameter.wire_name(), parameter.wire_at()));
    let query = block.query.iter().map(|field| (field.name.text.as_str(), field.name.at));
    params.chain(query).collect()
}

/// A declared parameter can't override what protects the login, or repeat what is renamed to its name.
// case: message/managed_parameter
// case: message/managed_random_state
// case: parameter/managed_in_query
// case: parameter/managed_token
// case: parameter/optional_code
// case: parameter/token_of_a_form
// case: parameter/repeats_a_renamed_one
// case: client_auth/managed_digest_parameter
pub(super) fn parameters_are_not_managed(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for block in &declaration.blocks {
        let is_token = |name: &str| {
            matches!(block.request, Request::Revocation | Request::Introspection)
                && matches!(name, "token" | "token_type_hint")
        };
        let entry = declaration.get(block.request.key());
        let renamed = entry.and_then(|entry| entry.get("rename")).map(Entry::words).unwrap_or_default();
        for (name, at) in names(block) {
            let is_managed = MANAGED_PARAMETERS.contains(&name) && !is_free(block, name);
            if is_managed && name == "code" && block.request == Request::ClientCredentials {
                dx.error(at, "whoever exchanges a code has one for each request; write `code(required)`");
            } else if is_managed || is_token(name) {
                dx.error(at, format!("the parameter `{name}` is managed by the client; remove it"));
            } else if block.request == Request::Userinfo && holds_the_token(declaration, name) {
                dx.error(at, format!("the parameter `{name}` holds the access token; remove it here"));
            } else if let Some(standard) =
                renamed.iter().find(|entry| entry.text().is_some_and(|text| text.value == name))
            {
                let message = format!("`{}` is renamed to `{name}`; remove this parameter", standard.word);
                dx.error(at, message);
            }
        }
    }
    let digests = declaration.all_methods().filter_map(|method| method.get("parameter")?.text());
    for text in digests.filter(|text| MANAGED_PARAMETERS.contains(&text.value.as_str())) {
        let name = &text.value;
        dx.error(text.at, format!("the parameter `{name}` is managed by the client; write another name"));
    }
}

/// Whether the client sends none of this name itself, and this one overrides nothing: what is new for every
/// request, as the `nonce` of Hubstaff and the `state` that VK asks for where there is no login, and the `code`
/// that comes otherwise than by a login, as by Sentry's webhook.
fn is_free(block: &Block, name: &str) -> bool {
    let mut known = block.parameters.iter().filter(|parameter| parameter.wire_name() == name);
    known.any(|parameter| match (&parameter.kind, name) {
        (ParameterKind::Random, "nonce") => true,
        (ParameterKind::Random, "state") => !matches!(block.request, Request::Authorization | Request::Token),
        (ParameterKind::Required, "code") => block.request == Request::ClientCredentials,
        _ => false,
    })
}

/// A parameter is sent once (RFC 6749 section 3.1).
// case: message/duplicate_parameter
// case: parameter/in_params_and_query
pub(super) fn parameters_stand_once(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for block in &declaration.blocks {
        let names = names(block);
        for (position, (name, at)) in names.iter().enumerate() {
            if names.iter().take(position).any(|(first, _)| first == name) {
                dx.error(
                    *at,
                    format!("the parameter `{name}` is declared twice (RFC 6749 section 3.1); keep one"),
                );
            }
        }
    }
}

/// A parameter has a name, and one that never has a value is none (RFC 6749 section 3.1).
// case: parameter/empty_name
// case: parameter/empty_value
// case: parameter/empty_choice
// case: parameter/empty_one_of
pub(super) fn parameters_say_something(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for block in &declaration.blocks {
        for (_, at) in names(block).into_iter().filter(|(name, _)| name.is_empty()) {
            dx.error(at, "a parameter without a name; write what it is called on the wire");
        }
        let fixed = block.query.iter().map(|field| (field.name.text.as_str(), &field.text));
        let params = block.parameters.iter().filter_map(|parameter| match &parameter.kind {
            ParameterKind::Fixed(text) => Some((parameter.wire_name(), text)),
            _ => None,
        });
        for (name, text) in params.chain(fixed).filter(|(_, text)| text.value.is_empty()) {
            let message = format!(
                "`{name}` is always empty, which counts as absent (RFC 6749 section 3.1); give it a value, or remove it"
            );
            dx.error(text.at, message);
        }
        for parameter in &block.parameters {
            let (ParameterKind::OneOf(values) | ParameterKind::SomeOf(values)) = &parameter.kind else {
                continue;
            };
            for value in values.iter().filter(|value| value.value_without_prefix().is_empty()) {
                let message = format!(
                    "the value `{}` is empty, which counts as absent (RFC 6749 section 3.1); remove it",
                    value.name
                );
                dx.error(value.value_at(), message);
            }
        }
    }
}

/// The requests that go to an endpoint.
fn requests(endpoint: Endpoint) -> &'static [Request] {
    match endpoint {
        Endpoint::Authorization => &[Request::Authorization],
        Endpoint::Token => &[Request::Token, Request::ClientCredentials, Request::Password],
        Endpoint::Refresh => &[Request::Token, Request::Refresh],
        Endpoint::LongLivedToken => &[Request::Token, Request::LongLivedToken],
        Endpoint::Revocation => &[Request::Revocation],
        Endpoint::Introspection => &[Request::Introspection],
        Endpoint::Userinfo => &[Request::Userinfo],
        Endpoint::Issuer | Endpoint::Api => &[],
    }
}

/// Whether a userinfo request has the access token in this parameter, of its form or its URL.
fn holds_the_token(declaration: &Declaration, name: &str) -> bool {
    if declaration.has_token_in_form() {
        return name == "access_token";
    }
    let carrier = declaration.get("bearer").and_then(|bearer| bearer.get("query")?.text());
    carrier.is_some_and(|carrier| carrier.value == name)
}

/// What stands in a URL is sent beside what the client adds, and nothing may be sent twice (RFC 6749
/// sections 3.1 and 3.2).
// case: message/managed_parameter_in_a_url
// case: message/parameter_repeats_the_url
// case: endpoint/parameter_twice
// case: bearer/parameter_of_the_token
pub(super) fn queries_repeat_nothing(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for url in &declaration.urls {
        let Some((query, template)) = url.template.as_ref().and_then(|it| Some((it.query.clone()?, it)))
        else {
            continue;
        };
        let mut start = query.start;
        let mut earlier = BTreeSet::new();
        for pair in template.part(&query).split('&') {
            let name = pair.split('=').next().unwrap_or_default();
            let is_repeated = !earlier.insert(name);
            let range = start..start.saturating_add(name.len());
            start = start.saturating_add(pair.len()).saturating_add(1);
            let is_token = matches!(url.endpoint, Endpoint::Revocation | Endpoint::Introspection)
                && matches!(name, "token" | "token_type_hint");
            let message = if is_token || MANAGED_PARAMETERS.contains(&name) {
                format!("the parameter `{name}` is managed by the client; remove it from the URL")
            } else if is_repeated {
                format!("the parameter `{name}` stands there twice (RFC 6749 section 3.1); keep one")
            } else if url.endpoint == Endpoint::Userinfo && holds_the_token(declaration, name) {
                format!("the parameter `{name}` holds the access token; remove it from the URL")
            } else if requests(url.endpoint)
                .iter()
                .filter_map(|request| declaration.block(*request))
                .any(|block| names(block).iter().any(|(known, _)| *known == name))
            {
                format!(
                    "the parameter `{name}` is declared in `params(...)` too (RFC 6749 section 3.1); keep one"
                )
            } else {
                continue;
            };
            dx.error(url.text.at.bytes(range), message);
        }
    }
}

/// A choice names each value once; of several that are given together, each ends where the next
/// begins.
// case: message/duplicate_value
// case: parameter/value_with_delimiter
pub(super) fn values_stand_once(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let delimiter = declaration.delimiter();
    for parameter in declaration.blocks.iter().flat_map(|block| &block.parameters) {
        let (values, is_joined) = match &parameter.kind {
            ParameterKind::OneOf(values) => (values, false),
            ParameterKind::SomeOf(values) => (values, true),
            _ => continue,
        };
        for (at, value) in values.iter().enumerate() {
            let wire = value.value_without_prefix();
            if values.iter().take(at).any(|first| first.value_without_prefix() == wire) {
                let message = format!("`{}` offers `{wire}` twice; keep one", parameter.name);
                dx.error(value.value_at(), message);
            } else if is_joined && wire.contains(delimiter) {
                let message = format!(
                    "the value `{wire}` contains the delimiter {delimiter:?} and would be read as two; write `one_of`, or one value"
                );
                dx.error(value.value_at(), message);
            }
        }
    }
}

/// One value has one type, and only several make an array, which no other body has.
// case: parameter/two_types
// case: parameter/array_of_one
// case: parameter/number_of_a_choice
// case: parameter/array_in_a_form
pub(super) fn types_fit_their_values(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for block in &declaration.blocks {
        let own = (!block.request.grants().is_empty()).then_some(block.request);
        let is_json = |block: &Block| {
            declaration.choice(&[block.request.key(), "body"]).is_some_and(|body| body.word == "json")
        };
        let source = match own {
            Some(_) => declaration.block_with(own, "body"),
            None => Some(block),
        };
        // The other grants may have a body of their own; `token_request` is read as it stands.
        let is_json = source.is_some_and(is_json);
        for parameter in &block.parameters {
            let Some((json, at)) = parameter.types.first() else { continue };
            let is_one = matches!(parameter.kind, ParameterKind::Optional | ParameterKind::Required);
            let is_several = matches!(parameter.kind, ParameterKind::SomeOf(_) | ParameterKind::Scopes);
            let (name, word) = (&parameter.name, json.word());
            if let Some((second, at)) = parameter.types.get(1) {
                dx.error(*at, format!("`{}` contradicts `{word}`; keep one", second.word()));
            } else if *json == JsonType::Array && !is_several {
                let message = format!(
                    "`{name}` has one value, and an array has several; write `array` beside `scopes` or `some_of(...)`"
                );
                dx.error(*at, message);
            } else if *json == JsonType::Array && !is_json {
                let message = format!(
                    "`{name}` is an array in a JSON body only; remove `array`, or add `body(json)` to `{}`",
                    block.request.key()
                );
                dx.error(*at, message);
            } else if *json != JsonType::Array
                && !is_one
                && !matches!(parameter.kind, ParameterKind::Fixed(_))
            {
                let message = format!(
                    "`{word}` is about a value that the caller writes; write it beside `optional` or `required`"
                );
                dx.error(*at, message);
            }
        }
    }
}

/// A parameter of scopes takes those of the provider.
// case: parameter/scopes_without_scopes
pub(super) fn scopes_are_declared(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for parameter in declaration.blocks.iter().flat_map(|block| &block.parameters) {
        if matches!(parameter.kind, ParameterKind::Scopes)
            && declaration.get("scopes").is_none()
            && declaration.get("custom_scopes").is_none()
        {
            let name = &parameter.name;
            dx.error(name.at, format!("`{name}` takes scopes, and none are declared; add `scopes(...)`"));
        }
    }
}
