//! What the members of answers mean.

use crate::declaration::Declaration;
use crate::diagnostics::Diagnostics;
use crate::domain::has_many_owners;
use crate::item::{Subject, Text};
use crate::read::Entry;

/// A lifetime is written in one way.
// case: answer/two_units
// case: answer/dates_in_two_forms
// case: answer/exp_in_two_units
// case: answer/never_and_default
pub(super) fn lifetimes_are_clear(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let lifetimes = ["expires_in", "refresh_token_expires_in"].into_iter();
    let lifetimes = lifetimes.flat_map(|word| declaration.in_token_responses(word));
    for lifetime in lifetimes.chain(declaration.introspection_response("exp")) {
        for set in
            [&["seconds", "milliseconds", "unix", "unix_milliseconds", "rfc3339"][..], &["never", "default"]]
        {
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
    let lifetimes = lifetimes.flat_map(|word| declaration.in_token_responses(word));
    for default in lifetimes.filter_map(|lifetime| lifetime.get("default")?.text()) {
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
    for answer in declaration.token_responses() {
        let fields = declaration.of_token_response(answer, "fields");
        if let Some(lifetime) = answer.get(WORD)
            && fields.and_then(|fields| fields.get(WORD)).is_none()
        {
            let message = format!("nothing says where `{WORD}` stands; add `fields({WORD} = \"…\")`");
            dx.error(lifetime.name.at, message);
        }
    }
}

/// A prefix stands before JSON and can't be its beginning, so that an answer without it is whole.
// case: answer/empty_prefix
// case: answer/prefix_of_white_space
// case: answer/prefix_begins_the_json
// case: answer/prefix_begins_a_call
// case: answer/prefix_of_a_form
pub(super) fn prefix_is_no_json(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for answer in declaration.token_responses() {
        let Some(prefix) = answer.get("prefix") else { continue };
        let format = declaration.of_token_response(answer, "format").and_then(Entry::choice);
        if format.is_some_and(|format| format.word == "form") {
            let message = "`prefix` contradicts `format(form)`; it stands before JSON, so keep one";
            dx.error(prefix.name.at, message);
        }
        let Some(text) = prefix.text() else { continue };
        let message = if text.value.is_empty() {
            "no prefix is named; write what stands before the JSON, such as `&&&START&&&`, or remove it"
                .to_owned()
        } else if text.value.trim_matches(WHITE_SPACE).is_empty() {
            "white space before the JSON is understood anyway (RFC 8259 section 2); remove it".to_owned()
        } else if may_begin_an_object(&text.value) {
            format!("`{}` may begin the JSON itself; write what stands before that", text.value)
        } else if text.value.trim_end().ends_with('(') {
            format!(
                "`{}` begins a call of a function, which ends behind the JSON; write `format(jsonp)` in place of `prefix`",
                text.value
            )
        } else {
            continue;
        };
        dx.error(text.at, message);
    }
}

/// That of JSON.
const WHITE_SPACE: [char; 4] = [' ', '\t', '\n', '\r'];

/// Not so `{}&&`, which some write before their JSON.
fn may_begin_an_object(text: &str) -> bool {
    let text = text.trim_matches(WHITE_SPACE);
    let Some(inside) = text.strip_prefix('{').map(|inside| inside.trim_start_matches(WHITE_SPACE)) else {
        return false;
    };
    matches!(inside, "" | "}") || inside.starts_with('"')
}

/// A delimiter is one character.
// case: answer/long_delimiter
pub(super) fn delimiter_is_one_character(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let delimiters =
        declaration.in_token_responses("scope").filter_map(|scope| scope.get("delimiter")?.text());
    for text in delimiters.filter(|text| text.value.chars().count() != 1) {
        let message = format!(
            "`delimiter` is one character, found {:?}; write what stands between two scopes",
            text.value
        );
        dx.error(text.at, message);
    }
}

/// Further tokens stand elsewhere than the first.
// case: answer/also_without_a_pointer
// case: answer/also_is_the_root
// case: answer/also_twice
pub(super) fn further_tokens_stand_elsewhere(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let root = declaration.token_response("root").map(Entry::texts).unwrap_or_default();
    for (position, also) in declaration.also.iter().enumerate() {
        let name = &also.name;
        let Some(text) = &also.value else {
            dx.error(name.at, format!("nothing says where `{name}` stands; write `{name} = \"/{name}\"`"));
            continue;
        };
        let pointer = text.value.as_str();
        let mut earlier = declaration.also.iter().take(position);
        let first = earlier.find(|first| first.value.as_ref().is_some_and(|text| text.value == pointer));
        let message = if root.iter().any(|root| root.value == pointer) {
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
// case: answer/two_learnt_api_bases
// case: answer/api_base_without_member
// case: answer/api_base_without_hosts
pub(super) fn api_base_is_complete(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    let in_response = |key| declaration.get(key)?.get("api_base");
    let mut written: Vec<_> = [
        (declaration.get("api_base"), "api_base = …"),
        (in_response("token_response"), "token_response(api_base(...))"),
        (in_response("userinfo_response"), "userinfo_response(api_base(...))"),
    ]
    .into_iter()
    .filter_map(|(entry, form)| Some((entry?.name.at, form)))
    .collect();
    written.sort();
    if let [(_, first), others @ ..] = written.as_slice() {
        for (at, other) in others {
            dx.error(*at, format!("`{other}` contradicts `{first}`; keep one"));
        }
    }
    let Some(base) = declaration.learnt_api_base() else { return };
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
// case: answer/host_twice
pub(super) fn hosts_have_an_owner(dx: &mut Diagnostics, declaration: &Declaration, _: &Subject) {
    for (position, text) in declaration.hosts.iter().enumerate() {
        let host = text.value.as_str();
        let is_repeated = declaration.hosts.iter().take(position).any(|first| first.value == host);
        let (name, is_suffix) = host.strip_prefix("*.").map_or((host, false), |name| (name, true));
        let message = if matches!(host, "*" | "*.") {
            "every host would do; name the provider's, such as `\"*.example.com\"`".to_owned()
        } else if is_repeated {
            format!("the host `{host}` is given twice; keep one")
        } else if !crate::template::Place::Host.fits(name) || !is_suffix && !name.contains('.') {
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
    let path = declaration.learnt_api_base().and_then(|base| base.get("path")?.text());
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

#[cfg(test)]
mod tests {
    use super::may_begin_an_object;

    #[test]
    fn what_may_begin_an_object() {
        for text in ["{", " {", "{}", "{ } ", "{\"", "{ \n\"a\":"] {
            assert!(may_begin_an_object(text), "{text}");
        }
        for text in [
            "\u{a0}{",
            "{\u{2003}}",
            "&&&START&&&",
            "while(1);",
            "for(;;);",
            ")]}',\n",
            "{}&&",
            "{} && ",
            "/**/",
            "[",
            "x{",
        ] {
            assert!(!may_begin_an_object(text), "{text}");
        }
    }
}
