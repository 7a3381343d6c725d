//! Where the members of answers stand.

use crate::declaration::Declaration;
use crate::diagnostics::Diagnostics;
use crate::item::{Subject, Text};
use crate::read::Entry;

/// The lists of pointers of which the first that leads somewhere counts.
fn alternatives(declaration: &Declaration) -> Vec<&Entry> {
    let fields = declaration.in_token_responses("fields").chain(declaration.introspection_response("fields"));
    let roots = declaration.in_token_responses("root").chain(declaration.introspection_response("root"));
    let fields = fields.flat_map(Entry::words);
    let error = declaration.get("error_response");
    let error = ["code", "description"].into_iter().filter_map(|word| error?.get(word));
    let callback = declaration.get("callback").and_then(|callback| callback.get("error"));
    fields.chain(error).chain(roots).chain(callback).collect()
}

/// Of several pointers, each may be the one.
// case: answer/pointer_twice
// case: answer/root_behind_the_whole_answer
pub(super) fn alternatives_differ(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for entry in alternatives(declaration) {
        let texts = entry.texts();
        for (position, text) in texts.iter().enumerate() {
            let mut earlier = texts.iter().take(position).map(|text| text.value.as_str());
            if earlier.clone().any(|first| first == text.value) {
                dx.error(text.at, format!("`{}` names `{}` twice; keep one", entry.word, text.value));
            } else if earlier.any(str::is_empty) {
                let message =
                    format!("`\"\"` is always there, so that `{}` never counts; put `\"\"` last", text.value);
                dx.error(text.at, message);
            }
        }
    }
}

/// All pointers to members; `true` for those that are JSON pointers always.
fn pointers(declaration: &Declaration) -> Vec<(&Text, bool)> {
    let fields = declaration.in_token_responses("fields").chain(declaration.introspection_response("fields"));
    let fields = fields.flat_map(Entry::words);
    let base = declaration.learnt_api_base().and_then(|base| base.get("member"));
    let error = declaration.get("error_response");
    let error = ["code", "description"].into_iter().filter_map(|word| error?.get(word));
    let bare = fields.chain(error).flat_map(Entry::texts).chain(base.and_then(Entry::text));
    let conditions = declaration.conditions.iter().map(|condition| &condition.member);
    // `""` is the whole answer.
    let roots = declaration.in_token_responses("root").chain(declaration.introspection_response("root"));
    let root = roots.flat_map(Entry::texts).filter(|text| !text.value.is_empty());
    let also = declaration.also.iter().filter_map(|also| also.value.as_ref());
    let strict = root.chain(also).map(|text| (text, true));
    bare.chain(conditions).map(|text| (text, false)).chain(strict).collect()
}

/// A pointer is the name of a member or a JSON pointer (RFC 6901).
// case: answer/pointer_with_dots
// case: answer/description_with_dots
// case: answer/pointer_without_a_slash
// case: answer/tilde_in_pointer
// case: answer/empty_pointer
// case: answer/root_is_a_word
// case: answer/empty_step
// case: message/field_without_a_name
pub(super) fn pointers_lead_somewhere(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for (text, is_strict) in pointers(declaration) {
        let pointer = text.value.as_str();
        let is_pointer = pointer.starts_with('/');
        let meant = format!("/{}", pointer.trim_matches(['.', '/']).replace('.', "/"));
        let bad_tilde = pointer.split('~').skip(1).find(|rest| !rest.starts_with(['0', '1']));
        let message = if pointer.is_empty() {
            "no member is named; write its name, or a JSON pointer such as `/data/name`".to_owned()
        } else if is_pointer && bad_tilde.is_some() {
            "`~` begins `~0` or `~1` in a JSON pointer (RFC 6901 section 3); write `~0` for itself".to_owned()
        } else if is_pointer && pointer.split('/').skip(1).any(str::is_empty) {
            format!("a step of `{pointer}` is empty; write `{}`", collapsed(pointer))
        } else if !is_pointer && (is_strict || pointer.contains(['.', '/'])) {
            format!("`{pointer}` is not a JSON pointer (RFC 6901); write `{meant}`")
        } else {
            continue;
        };
        dx.error(text.at, message);
    }
}

/// Without the empty steps.
fn collapsed(pointer: &str) -> String {
    let steps = pointer.split('/').filter(|step| !step.is_empty());
    steps.fold(String::new(), |path, step| path + "/" + step)
}

/// The whole answer is the root, unless a declaration says otherwise.
// case: answer/root_is_the_whole_answer
pub(super) fn roots_say_something(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let shared = declaration.token_response("root");
    let details = declaration.introspection_response("root");
    for root in declaration.in_token_responses("root").chain(details) {
        let is_of_a_grant = details.is_none_or(|details| details.name.at != root.name.at);
        let is_elsewhere = is_of_a_grant && shared.is_some_and(|shared| shared.name.at != root.name.at);
        if let [only] = root.texts()
            && only.value.is_empty()
            && !is_elsewhere
        {
            dx.error(
                only.at,
                "the whole answer is the root anyway; write the JSON pointer to an object, or remove it",
            );
        }
    }
}

/// The members of RFC 6749 sections 5.1 and 5.2.
const STANDARD_MEMBERS: &[&str] = &[
    "access_token",
    "error",
    "error_description",
    "error_uri",
    "expires_in",
    "refresh_token",
    "scope",
    "token_type",
];

/// The members of RFC 7662 section 2.2.
const STANDARD_DETAILS: &[&str] = &[
    "active",
    "aud",
    "client_id",
    "exp",
    "iat",
    "iss",
    "jti",
    "nbf",
    "scope",
    "sub",
    "token_type",
    "username",
];

/// A member has one place, and a place one meaning.
// case: message/field_with_a_standard_name
// case: answer/field_is_its_own_name
// case: answer/detail_is_its_own_name
// case: answer/iat_is_its_own_name
// case: answer/two_fields_in_one_place
pub(super) fn fields_have_their_place(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for fields in declaration.in_token_responses("fields").map(Entry::words) {
        check_places(dx, fields, STANDARD_MEMBERS, "RFC 6749 section 5");
    }
    if let Some(fields) = declaration.introspection_response("fields") {
        check_places(dx, fields.words(), STANDARD_DETAILS, "RFC 7662 section 2.2");
    }
}

fn check_places(dx: &mut Diagnostics, fields: &[Entry], standard: &[&str], rfc: &str) {
    let all = fields.iter().enumerate();
    for (position, field, text) in
        all.flat_map(|(position, field)| field.texts().iter().map(move |text| (position, field, text)))
    {
        let (word, value) = (field.word, text.value.as_str());
        let is_moved = fields.iter().any(|other| other.word == value);
        let here = |first: &&Entry| first.texts().iter().any(|text| text.value == value);
        let message = if value == word && standard.contains(&word) {
            if field.texts().len() > 1 {
                continue;
            }
            format!("`{word}` stands there anyway; remove it")
        } else if standard.contains(&value) && !is_moved {
            format!("`{value}` has a meaning of its own ({rfc}); write `{word} = \"{word}\"`")
        } else if let Some(first) = fields.iter().take(position).find(here) {
            format!("`{value}` holds `{}` already; write where `{word}` stands", first.word)
        } else {
            continue;
        };
        dx.error(text.at, message);
    }
}

/// A form has no members inside members.
// case: answer/pointer_into_a_form
// case: answer/root_of_a_form
pub(super) fn forms_are_flat(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for answer in declaration.token_responses() {
        let format = declaration.of_token_response(answer, "format").and_then(Entry::choice);
        if format.is_some_and(|format| format.word == "form") {
            is_flat(dx, declaration, answer);
        }
    }
}

fn is_flat(dx: &mut Diagnostics, declaration: &Declaration, answer: &Entry) {
    let root = declaration.of_token_response(answer, "root").map(Entry::texts).unwrap_or_default();
    if root.iter().any(|root| !root.value.is_empty())
        && let Some(here) = answer.get("root").or_else(|| answer.get("format"))
    {
        let message = "`root` contradicts `format(form)`; a form has no objects in it, so keep one";
        dx.error(here.name.at, message);
    }
    for field in answer.get("fields").map(Entry::words).unwrap_or_default() {
        let steps = |text: &&Text| text.value.get(1..).is_some_and(|rest| rest.contains('/'));
        for text in field.texts().iter().filter(steps) {
            let message = format!(
                "`{}` contradicts `format(form)`, which has no objects in it; write the name of a parameter",
                text.value
            );
            dx.error(text.at, message);
        }
    }
    for also in declaration.also.iter().filter(|_| answer.word == "token_response") {
        let name = &also.name;
        dx.error(
            name.at,
            format!("`also({name})` contradicts `format(form)`; a form has no objects in it, so keep one"),
        );
    }
}
