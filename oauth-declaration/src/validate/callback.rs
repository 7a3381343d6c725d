//! What the callback brings.

use super::parameter::MANAGED_PARAMETERS;
use crate::declaration::Declaration;
use crate::diagnostics::Diagnostics;
use crate::item::{At, Subject};
use crate::read::Entry;

fn texts<'d>(declaration: &'d Declaration, word: &str) -> Vec<(&'d str, At)> {
    let entry = declaration.get("callback").and_then(|callback| callback.get(word));
    entry.map(Entry::texts).unwrap_or_default().iter().map(|text| (text.value.as_str(), text.at)).collect()
}

/// The names of a parameter, by the declaration or by the RFC.
fn names<'d>(declaration: &'d Declaration, word: &'d str) -> Vec<&'d str> {
    let declared: Vec<_> = texts(declaration, word).into_iter().map(|(name, _)| name).collect();
    if declared.is_empty() { vec![word] } else { declared }
}

/// What every callback may have (RFC 6749 section 4.1.2, RFC 9207) is read by the client.
// case: callback/managed_capture
// case: callback/managed_echo
// case: callback/managed_equals
// case: callback/hmac_in_state
pub(super) fn parameters_are_not_managed(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let lists = &declaration.callback;
    let mut named: Vec<(String, At)> = Vec::new();
    let values = lists.capture.iter().chain(&lists.echo);
    named.extend(values.map(|written| (written.value_without_prefix(), written.value_at())));
    named.extend(lists.equals.iter().map(|field| (field.name.text.clone(), field.name.at)));
    named.extend(lists.learn.iter().map(|learnt| (learnt.parameter.value.clone(), learnt.parameter.at)));
    named.extend(texts(declaration, "hmac_sha256").into_iter().map(|(name, at)| (name.to_owned(), at)));
    let read = [vec!["state", "iss"], names(declaration, "code"), names(declaration, "error")].concat();
    for (name, at) in named {
        if read.contains(&name.as_str()) {
            dx.error(at, format!("the client itself reads `{name}` of the callback; remove it"));
        }
    }
}

/// What the token request repeats is not what it has anyway.
// case: callback/echo_of_a_managed_parameter
pub(super) fn echoes_are_new(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for echoed in &declaration.callback.echo {
        let name = &echoed.name;
        let is_reported = ["state", "iss", "code", "error"].contains(&&*echoed.value_without_prefix());
        if MANAGED_PARAMETERS.contains(&name.text.as_str()) && !is_reported {
            let message = format!(
                "the token request has `{name}` of its own; write its other name on the left, or remove it"
            );
            dx.error(name.at, message);
        }
    }
}

/// Code, error and state are three parameters.
// case: callback/code_is_its_own_name
// case: callback/code_is_the_state
// case: callback/code_is_the_error
pub(super) fn code_and_error_differ(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for (word, other) in [("code", "error"), ("error", "code")] {
        let (named, others) = (texts(declaration, word), names(declaration, other));
        let is_first = word == "code" || texts(declaration, other).is_empty();
        for (name, at) in &named {
            let message = if *name == word && named.len() == 1 {
                format!("`{word}` is called so anyway; remove it")
            } else if ["state", "iss"].contains(name) {
                format!("`{name}` is another parameter of every callback; write what `{word}` is called")
            } else if others.contains(name) && is_first {
                format!("`{name}` holds the {other} already; write what `{word}` is called")
            } else {
                continue;
            };
            dx.error(*at, message);
        }
    }
}

/// A list names a parameter once.
// case: callback/captured_twice
// case: callback/compared_twice
pub(super) fn lists_name_once(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let lists = &declaration.callback;
    for (word, list) in [("capture", &lists.capture), ("echo", &lists.echo)] {
        for (position, written) in list.iter().enumerate() {
            let name = written.value_without_prefix();
            if list.iter().take(position).any(|first| first.value_without_prefix() == name) {
                dx.error(written.value_at(), format!("`{word}` names `{name}` twice; keep one"));
            }
        }
    }
    for (position, field) in lists.equals.iter().enumerate() {
        if lists.equals.iter().take(position).any(|first| first.name == field.name) {
            dx.error(field.name.at, format!("`equals` names `{}` twice; keep one", field.name));
        }
    }
}

/// A parameter is compared with something.
// case: callback/equals_nothing
pub(super) fn comparisons_say_something(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for field in declaration.callback.equals.iter().filter(|field| field.text.value.is_empty()) {
        let message = format!("`{}` is compared with nothing; write what it has to be", field.name);
        dx.error(field.text.at, message);
    }
}

/// An HMAC is by the client's secret.
// case: callback/hmac_of_a_public_client
pub(super) fn hmac_has_a_secret(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    if let Some(hmac) = declaration.get("callback").and_then(|callback| callback.get("hmac_sha256"))
        && declaration.is_public()
    {
        let message = "the HMAC is by the client's secret, and `client_auth(none)` has none; add a method with a secret, or remove it";
        dx.error(hmac.name.at, message);
    }
}

/// A provider's code means one thing.
// case: callback/mapped_twice
// case: answer/mapped_twice
// case: answer/mapped_to_itself
// case: answer/codes_mapped_to_themselves
// case: callback/codes_mapped_to_themselves
pub(super) fn codes_are_mapped_once(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for block in ["callback", "error_response"] {
        let map = declaration.get(block).and_then(|entry| entry.get("map")).map(Entry::words);
        let mut known: Vec<(&str, &str)> = Vec::new();
        for code in map.unwrap_or_default() {
            for text in code.texts() {
                let wire = text.value.as_str();
                let first = known.iter().find(|(known, _)| *known == wire);
                if wire.is_empty() {
                    dx.error(
                        text.at,
                        format!("the provider's code for `{}` is empty; write it, or remove it", code.word),
                    );
                } else if wire == code.word {
                    dx.error(text.at, format!("`{wire}` is understood anyway; remove it"));
                } else if let Some((_, first)) = first {
                    dx.error(text.at, format!("`{wire}` stands for `{first}` already; keep one"));
                }
                known.push((wire, code.word));
            }
        }
    }
}
