//! The scopes, and the grants that ask for them.

use crate::declaration::{Declaration, constant};
use crate::diagnostics::{Diagnostics, unknown};
use crate::item::{At, Name, Subject};
use crate::provider::{ConstantKind, constants_of};
use crate::vocabulary::GrantType;
use std::collections::BTreeSet;

/// The texts that end up in scopes, with where each stands.
fn texts(declaration: &Declaration) -> impl Iterator<Item = (String, At)> {
    let prefix = declaration.text("scope_prefix").map(|prefix| (prefix.value.clone(), prefix.at));
    prefix
        .into_iter()
        .chain(declaration.scopes.iter().map(|scope| (scope.value_without_prefix(), scope.value_at())))
}

/// A delimiter of several characters could not be told from one with spaces around it.
// case: scope/long_delimiter
// case: scope/empty_delimiter
pub(super) fn delimiter_is_one_character(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    if let Some(text) = declaration.text("scope_delimiter")
        && text.value.chars().count() != 1
    {
        let message = format!(
            "`scope_delimiter` is one character, found {:?}; the default is a space (RFC 6749 section 3.3)",
            text.value
        );
        dx.error(text.at, message);
    }
}

/// What stands between scopes at some provider.
const DELIMITERS: [char; 6] = [' ', ',', '+', ';', '|', ':'];

/// What may stand inside a scope, or between the parameters of a form, separates none.
// case: scope/letter_for_delimiter
// case: scope/control_delimiter
// case: scope/ampersand_for_delimiter
// case: answer/letter_for_delimiter
pub(super) fn delimiter_separates(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let of_answers =
        declaration.in_token_responses("scope").filter_map(|scope| scope.get("delimiter")?.text());
    for text in declaration.text("scope_delimiter").into_iter().chain(of_answers) {
        let mut chars = text.value.chars();
        if let (Some(delimiter), None) = (chars.next(), chars.next())
            && !DELIMITERS.contains(&delimiter)
        {
            let message =
                format!("{delimiter:?} separates no scopes; use a space, `,`, `+`, `;`, `|` or `:`");
            dx.error(text.at, message);
        }
    }
}

/// A scope with the delimiter in it would be read back as two.
// case: scope/contains_delimiter
pub(super) fn has_no_delimiter(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let delimiter = declaration.delimiter();
    for (text, at) in texts(declaration).filter(|(text, _)| text.contains(delimiter)) {
        let message = format!(
            "the scope `{text}` contains the delimiter {delimiter:?} and would be read as two; write one scope"
        );
        dx.error(at, message);
    }
}

/// Scopes are printable ASCII without space, quote and backslash (RFC 6749 section 3.3).
// case: scope/illegal_character
pub(super) fn has_legal_characters(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let delimiter = declaration.delimiter();
    let is_legal = |c: char| c == delimiter || (c.is_ascii_graphic() && c != '"' && c != '\\');
    for (text, at) in texts(declaration) {
        if let Some(c) = text.chars().find(|c| !is_legal(*c)) {
            let code = u32::from(c);
            let message = format!(
                "the character U+{code:04X} may not stand in a scope (RFC 6749 section 3.3); remove it"
            );
            dx.error(at, message);
        }
    }
}

/// An empty scope can't be asked for.
// case: scope/empty
pub(super) fn is_not_empty(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for scope in declaration.scopes.iter().filter(|scope| declaration.wire(scope).is_empty()) {
        let name = &scope.name;
        dx.error(
            scope.value_at(),
            format!("the scope `{name}` is empty; write its value, or `{name}` alone"),
        );
    }
}

/// Two constants for one scope would be two names for one thing.
// case: scope/duplicate
pub(super) fn stands_once(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let mut known: Vec<String> = Vec::new();
    for scope in &declaration.scopes {
        let wire = declaration.wire(scope);
        if known.contains(&wire) {
            dx.error(scope.value_at(), format!("the scope `{wire}` is declared twice; keep one"));
        } else {
            known.push(wire);
        }
    }
}

/// Scopes, parameters and what comes back become constants of one type.
// case: scope/one_constant_for_two
// case: message/one_constant_for_two
// case: parameter/one_constant_for_two_requests
// case: callback/one_constant_for_two
pub(super) fn constants_differ(dx: &mut Diagnostics, declaration: &Declaration, subject: &Subject) {
    if !subject.has_constants {
        return;
    }
    let mut known: Vec<(Name, String)> = Vec::new();
    for (constant, what) in constants(declaration) {
        // One scope or one parameter given twice is reported as such.
        if let Some((_, first)) = known.iter().find(|(name, first)| *name == constant && *first != what) {
            let message =
                format!("{first} and {what} would both be the constant `{constant}`; rename one of them");
            dx.error(constant.at, message);
        }
        known.push((constant, what));
    }
}

/// Each constant with what it stands for.
fn constants(declaration: &Declaration) -> Vec<(Name, String)> {
    let mut constants = Vec::new();
    for scope in &declaration.scopes {
        let name = &scope.name;
        constants.push((constant(None, name), format!("the scope `{name}`")));
    }
    let mut words = Vec::new();
    for block in &declaration.blocks {
        for parameter in constants_of(declaration, block) {
            let name = &parameter.name;
            // The same in two requests is two constants.
            let elsewhere = words.iter().any(|(word, request)| word == name && *request != block.request);
            words.push((name.clone(), block.request));
            let of = if elsewhere { format!(" of `{}`", block.request.key()) } else { String::new() };
            let what = match &parameter.kind {
                ConstantKind::Value(value) => format!("the value `{value}` of the parameter `{name}`{of}"),
                _ => format!("the parameter `{name}`{of}"),
            };
            constants.push((parameter.constant, what));
        }
    }
    for captured in &declaration.callback.capture {
        let name = &captured.name;
        constants.push((constant(None, name), format!("the parameter `{name}` of the callback")));
    }
    for also in &declaration.also {
        let name = &also.name;
        constants.push((constant(None, name), format!("the further token `{name}`")));
    }
    constants
}

/// A prefix belongs to scopes.
// case: scope/prefix_without_scopes
// case: scope/empty_prefix
pub(super) fn prefix_is_used(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    if let Some(prefix) = declaration.get("scope_prefix")
        && declaration.get("scopes").is_none()
    {
        dx.error(
            prefix.name.at,
            "`scope_prefix` has no scopes to stand before; add `scopes(...)`, or remove it",
        );
    }
    if let Some(prefix) = declaration.text("scope_prefix").filter(|prefix| prefix.value.is_empty()) {
        dx.error(prefix.at, "nothing stands before the scopes anyway; write the prefix, or remove it");
    }
}

/// All scopes that grants cite.
fn citations(declaration: &Declaration) -> impl Iterator<Item = &Name> {
    declaration.grants.iter().flat_map(|grant| {
        grant.scopes.iter().flatten().chain(&grant.default_scopes).chain(&grant.offline_scope)
    })
}

fn is_declared(declaration: &Declaration, name: &Name) -> bool {
    declaration.scopes.iter().any(|scope| scope.name == *name)
}

/// Grants cite the scopes of the provider.
// case: scope/undeclared
// case: scope/none_declared
// case: scope/undeclared_offline_scope
pub(super) fn cited_ones_are_declared(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    if !declaration.scopes_are_whole {
        return;
    }
    let known: BTreeSet<_> = declaration.scopes.iter().map(|scope| scope.name.to_string()).collect();
    let known: Vec<_> = known.iter().map(String::as_str).collect();
    for name in citations(declaration).filter(|name| !is_declared(declaration, name)) {
        let message = if known.is_empty() {
            format!("the scope `{name}` is not declared; add `scopes({name})`")
        } else if known.len() <= 8 {
            unknown("scope", &name.to_string(), &known)
        } else {
            format!("the scope `{name}` is not declared; add it to the provider's `scopes(...)`")
        };
        dx.error(name.at, message);
    }
}

/// A list names a scope once.
// case: scope/cited_twice
pub(super) fn cited_ones_stand_once(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for grant in &declaration.grants {
        for list in [grant.scopes.as_deref().unwrap_or_default(), &grant.default_scopes] {
            for (at, name) in list.iter().enumerate() {
                if list.iter().take(at).any(|first| first == name) {
                    dx.error(name.at, format!("the scope `{name}` is listed twice; keep one"));
                }
            }
        }
    }
}

/// What is sent by default, or brings the refresh token, may be asked for.
// case: scope/default_not_allowed
// case: scope/offline_scope_not_allowed
pub(super) fn default_ones_are_allowed(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let offline = declaration.grant(GrantType::RefreshToken).and_then(|grant| grant.offline_scope.as_ref());
    for grant in &declaration.grants {
        let Some(allowed) = &grant.scopes else { continue };
        let offline = offline.filter(|_| grant.grant_type == GrantType::AuthorizationCode);
        for name in grant.default_scopes.iter().chain(offline).filter(|name| !allowed.contains(name)) {
            if is_declared(declaration, name) {
                let word = grant.grant_type.word();
                dx.error(
                    name.at,
                    format!("`{name}` is not among the scopes of `{word}`; add it to its `scopes(...)`"),
                );
            }
        }
    }
}

/// A scope that no grant may ask for is a constant without use.
// case: scope/no_grant_asks_for_it
pub(super) fn some_grant_asks_for_it(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    // A misspelt citation would be blamed a second time here.
    let all_cited_are_known = citations(declaration).all(|name| is_declared(declaration, name));
    if !declaration.grants_are_whole() || !all_cited_are_known {
        return;
    }
    for name in declaration.scopes.iter().map(|scope| &scope.name) {
        if declaration.allowed(name).is_empty() {
            let message =
                format!("no grant may ask for the scope `{name}`; add it to the `scopes(...)` of a grant");
            dx.error(name.at, message);
        }
    }
}
