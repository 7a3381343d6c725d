//! The members of answers, and what they mean.

use crate::declaration::Declaration;
use crate::diagnostics::Diagnostics;
use crate::domain::has_many_owners;
use crate::item::{Subject, Text};
use crate::read::Entry;

fn response<'d>(declaration: &'d Declaration, word: &str) -> Option<&'d Entry> {
    declaration.get("token_response")?.get(word)
}

/// All pointers to members; `true` for those that are JSON pointers always.
fn pointers(declaration: &Declaration) -> Vec<(&Text, bool)> {
    let fields = response(declaration, "fields").map(Entry::words).unwrap_or_default().iter();
    let base = response(declaration, "api_base").and_then(|base| base.get("member"));
    let error = declaration.get("error_response");
    let error = ["code", "description"].into_iter().filter_map(|word| error?.get(word));
    let bare = fields.chain(base).chain(error).filter_map(Entry::text);
    let conditions = declaration.conditions.iter().map(|condition| &condition.member);
    let root = response(declaration, "root").and_then(Entry::text);
    let also = declaration.also.iter().filter_map(|also| also.value.as_ref());
    let strict = root.into_iter().chain(also).map(|text| (text, true));
    bare.chain(conditions).map(|text| (text, false)).chain(strict).collect()
}

/// A pointer is the name of a member or a JSON pointer (RFC 6901).
// case: answer/pointer_with_dots
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

/// A member has one place, and a place one meaning.
// case: message/field_with_a_standard_name
// case: answer/field_is_its_own_name
// case: answer/two_fields_in_one_place
pub(super) fn fields_have_their_place(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let fields = response(declaration, "fields").map(Entry::words).unwrap_or_default();
    for (position, field) in fields.iter().enumerate() {
        let (word, Some(text)) = (field.word, field.text()) else { continue };
        let value = text.value.as_str();
        let is_moved = fields.iter().any(|other| other.word == value);
        let here = |first: &&Entry| first.text().is_some_and(|text| text.value == value);
        let message = if value == word && STANDARD_MEMBERS.contains(&word) {
            format!("`{word}` stands there anyway; remove it")
        } else if STANDARD_MEMBERS.contains(&value) && !is_moved {
            format!("`{value}` has a meaning of its own (RFC 6749 section 5); write `{word} = \"{word}\"`")
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
    let format = response(declaration, "format").and_then(Entry::choice);
    if format.is_none_or(|format| format.word != "form") {
        return;
    }
    if let Some(root) = response(declaration, "root") {
        dx.error(root.name.at, "`root` contradicts `format(form)`; a form has no objects in it, so keep one");
    }
    for field in response(declaration, "fields").map(Entry::words).unwrap_or_default() {
        if let Some(text) = field.text()
            && text.value.get(1..).is_some_and(|rest| rest.contains('/'))
        {
            let message = format!(
                "`{}` contradicts `format(form)`, which has no objects in it; write the name of a parameter",
                text.value
            );
            dx.error(text.at, message);
        }
    }
    for also in &declaration.also {
        let name = &also.name;
        dx.error(
            name.at,
            format!("`also({name})` contradicts `format(form)`; a form has no objects in it, so keep one"),
        );
    }
}

/// A lifetime is written in one way.
// case: answer/two_units
// case: answer/never_and_default
pub(super) fn lifetimes_are_clear(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let lifetimes = ["expires_in", "refresh_token_expires_in"].into_iter();
    for lifetime in lifetimes.filter_map(|word| response(declaration, word)) {
        for set in [&["milliseconds", "unix", "unix_milliseconds", "rfc3339"][..], &["never", "default"]] {
            let mut chosen = lifetime.words().iter().filter(|entry| set.contains(&entry.word));
            let Some(first) = chosen.next() else { continue };
            for other in chosen {
                dx.error(other.name.at, format!("`{}` contradicts `{}`; keep one", other.word, first.word));
            }
        }
    }
}

/// Between a second and ten years.
const SECONDS: std::ops::RangeInclusive<u64> = 1..=315_360_000;

/// A default lifetime is a number of seconds.
// case: answer/default_is_no_number
// case: answer/default_out_of_range
pub(super) fn default_is_a_lifetime(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let lifetimes = ["expires_in", "refresh_token_expires_in"].into_iter();
    for default in lifetimes.filter_map(|word| response(declaration, word)?.get("default")?.text()) {
        let value = default.value.as_str();
        let message = match value.parse::<u64>() {
            Ok(seconds) if SECONDS.contains(&seconds) => continue,
            Ok(_) => format!(
                "`{value}` seconds is no lifetime of a token; write 1 to 315360000, which is ten years"
            ),
            Err(_) => {
                format!("`{value}` is no number of seconds; write digits alone, such as `default = \"3600\"`")
            }
        };
        dx.error(default.at, message);
    }
}

/// RFC 6749 has no lifetime of a refresh token, so that a provider says where it stands.
// case: answer/lifetime_without_a_field
pub(super) fn lifetime_has_a_field(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    const WORD: &str = "refresh_token_expires_in";
    if let Some(lifetime) = response(declaration, WORD)
        && response(declaration, "fields").and_then(|fields| fields.get(WORD)).is_none()
    {
        let message = format!("nothing says where `{WORD}` stands; add `fields({WORD} = \"…\")`");
        dx.error(lifetime.name.at, message);
    }
}

/// A delimiter is one character.
// case: answer/long_delimiter
pub(super) fn delimiter_is_one_character(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let delimiter = response(declaration, "scope").and_then(|scope| scope.get("delimiter")?.text());
    if let Some(text) = delimiter
        && text.value.chars().count() != 1
    {
        dx.error(
            text.at,
            format!(
                "`delimiter` is one character, found {:?}; write what stands between two scopes",
                text.value
            ),
        );
    }
}

/// Further tokens stand elsewhere than the first.
// case: answer/also_without_a_pointer
// case: answer/also_is_the_root
// case: answer/also_twice
pub(super) fn further_tokens_stand_elsewhere(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let root = response(declaration, "root").and_then(Entry::text);
    for (position, also) in declaration.also.iter().enumerate() {
        let name = &also.name;
        let Some(text) = &also.value else {
            dx.error(name.at, format!("nothing says where `{name}` stands; write `{name} = \"/{name}\"`"));
            continue;
        };
        let pointer = text.value.as_str();
        let mut earlier = declaration.also.iter().take(position);
        let first = earlier.find(|first| first.value.as_ref().is_some_and(|text| text.value == pointer));
        let message = if root.is_some_and(|root| root.value == pointer) {
            format!("`{pointer}` is the root, which holds the first tokens; write where `{name}` stands")
        } else if let Some(first) = first {
            format!("`{pointer}` holds `{}` already; write where `{name}` stands", first.name)
        } else {
            continue;
        };
        dx.error(text.at, message);
    }
}

/// An API is in one place, and an answer can't choose any host.
// case: answer/two_api_bases
// case: answer/api_base_without_member
// case: answer/api_base_without_hosts
pub(super) fn api_base_is_complete(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let Some(base) = response(declaration, "api_base") else { return };
    if let Some(key) = declaration.get("api_base") {
        let (at, first, second) = if key.name.at < base.name.at {
            (base.name.at, "api_base = …", "token_response(api_base(...))")
        } else {
            (key.name.at, "token_response(api_base(...))", "api_base = …")
        };
        dx.error(at, format!("`{second}` contradicts `{first}`; keep one"));
    }
    if !base.is_whole() {
        return;
    }
    if base.get("member").is_none() {
        dx.error(base.name.at, "no member names the API base; add `member = \"…\"`");
    }
    if base.get("hosts").is_none() {
        dx.error(
            base.name.at,
            "an answer could send the access token to any host; add `hosts(\"*.example.com\")`",
        );
    }
}

/// A host is a name, or all names below one that has one owner.
// case: answer/host_is_no_name
// case: answer/host_is_any
// case: answer/host_is_a_public_suffix
pub(super) fn hosts_have_an_owner(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for text in &declaration.hosts {
        let host = text.value.as_str();
        let (name, is_suffix) = host.strip_prefix("*.").map_or((host, false), |name| (name, true));
        let message = if matches!(host, "*" | "*.") {
            "every host would do; name the provider's, such as `\"*.example.com\"`".to_owned()
        } else if !crate::template::Place::Host.fits(name) {
            format!(
                "`{host}` is no host; write a name in lower case such as `api.example.com`, or `*.` and the end of one"
            )
        } else if is_suffix && has_many_owners(name) {
            format!("`{host}` has many owners; name the provider's, such as `\"*.example.com\"`")
        } else {
            continue;
        };
        dx.error(text.at, message);
    }
}

/// A path follows a host.
// case: answer/path_without_a_slash
pub(super) fn path_is_absolute(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let path = response(declaration, "api_base").and_then(|base| base.get("path")?.text());
    let is_legal = |c: char| c.is_ascii_alphanumeric() || "-._~/".contains(c);
    if let Some(text) = path
        && !(text.value.starts_with('/') && text.value.chars().all(is_legal) && !text.value.contains(".."))
    {
        let message = format!("`{}` is no path; write `/` and what follows the host", text.value);
        dx.error(text.at, message);
    }
}

/// Conditions add up, and one that holds always is none.
// case: answer/condition_twice
// case: answer/condition_that_always_holds
pub(super) fn conditions_say_something(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let conditions = &declaration.conditions;
    for (position, condition) in conditions.iter().enumerate() {
        let value = |text: &Option<Text>| text.as_ref().map(|text| text.value.clone());
        let same = |first: &&crate::declaration::Condition| {
            first.member.value == condition.member.value && value(&first.value) == value(&condition.value)
        };
        let member = &condition.member.value;
        let test = condition.test;
        let message = match conditions.iter().take(position).find(same) {
            Some(first) if first.test == test => {
                format!("this condition on `{member}` is given twice; keep one")
            }
            Some(first) => format!(
                "`{test}` contradicts `{}`; whatever `{member}` holds is an error then, so keep one",
                first.test
            ),
            None => continue,
        };
        dx.error(condition.at, message);
    }
}
