//! Which known word was meant, and what is said of one that is unknown.

use super::form::with_a_text;
use super::{Entry, find};
use crate::diagnostics::{Diagnostics, abbreviated, closest, list, unknown, word_for};
use crate::item::{Found, Item, List, Name, Value};
use crate::keyword::{Elsewhere, Keyword, Takes, Vocabulary, elsewhere};

/// The words of a list that are spelt right, with which a misspelt one is compared.
pub(super) fn spelt_right(of: &'static Vocabulary, list: &List) -> Vec<&'static str> {
    let name = |item: &Item| match item {
        Item::Word { name, .. } => Some(name.text.clone()),
        Item::Text(text) => text.or_word.then(|| text.value.clone()),
    };
    let names = list.iter().filter_map(|item| name(item.as_ref().ok()?));
    names.filter_map(|name| Some(of.get(&name)?.word)).collect()
}

// A closed set is closed: a word outside it would silently do nothing. One that is nearly right
// counts as given, so that nothing else is reported for want of it.
// case: key/unknown_key
// case: key/unknown_key_without_a_likeness
// case: key/unknown_argument
// case: key/misspelt_beside_the_real_one
// case: key/word_in_a_wrong_place
// case: key/word_of_the_top_level
// case: key/client_secret_in_source
// case: key/client_secret_of_the_environment
// case: grant/unknown_grant
// case: grant/unknown_grant_without_a_likeness
// case: grant/implicit_with_client_auth
// case: client_auth/unknown_method
// case: protection/pkce_plain
// case: message/unknown_field
// case: request/unknown_parameter
// case: request/renamed_backwards
// case: request/unknown_http_method
// case: request/key_that_does_not_apply
// case: request/scope_of_a_refresh
// case: request/userinfo_with_auth
// case: request/delete_for_a_token
// case: scope/custom_scopes_without_a_word
// case: callback/unknown_mode
// case: client_auth/unknown_form_of_none
// case: answer/unknown_meaning_of_zero
// case: request/omitted_state
// case: request/omitted_challenge
// case: request/omitted_code
// case: callback/unknown_code
// case: callback/no_code_of_another_error
// case: answer/extra_of_one_grant
// case: answer/unknown_code
// case: key/what_is_set_elsewhere
// case: answer/exp_in_unix_seconds
pub(super) fn known(
    dx: &mut Diagnostics,
    of: &'static Vocabulary,
    name: &Name,
    value: &Value,
    (given, right): (&[Entry], &[&'static str]),
) -> Option<&'static Keyword> {
    let word = name.text.as_str();
    match of.get(word) {
        Some(Keyword { takes: Takes::Refused(reason), .. }) => {
            dx.error(name.at, format!("`{word}` {reason}"));
            return None;
        }
        Some(keyword) => return Some(keyword),
        None => {}
    }
    let noun = of.noun;
    let offered: Vec<_> = of.offered().map(|keyword| keyword.word).collect();
    if let Value::Text(text) = value
        && let Some(Keyword { takes: Takes::Text(_) | Takes::Texts(_), word: ours, .. }) = of.get(&text.value)
    {
        let message = format!("unknown {noun} `{word}`; our name stands left: `{ours} = \"{word}\"`");
        dx.error(name.at, message);
        return None;
    }
    let place = elsewhere(of, word, value);
    if let Some(place) = place.as_ref().filter(|place| place.is_certain) {
        dx.error(name.at, misplaced(noun, word, place));
        return None;
    }
    let ours = in_our_words(word);
    if let Some(best) = closest(word, &offered).or_else(|| closest(&ours, &offered)) {
        let first = find(given, best).map(|entry| entry.name.text.as_str());
        let first = first.or_else(|| right.contains(&best).then_some(best));
        let Some(first) = first else {
            dx.error(name.at, format!("unknown {noun} `{word}`; did you mean `{best}`?"));
            return of.get(best);
        };
        dx.error(name.at, format!("unknown {noun} `{word}`; `{first}` is there already, so remove this one"));
        return None;
    }
    // A reason is no alternative.
    let choices: Vec<_> = offered.iter().copied().filter(|word| *word != "because").collect();
    // One word of a name is rather that name than a word of another list.
    let is_better = |place: &&Elsewhere| match abbreviated(word, &choices) {
        Some(_) => place.distance <= 1 && word.contains('_'),
        None => place.distance <= 2,
    };
    let message = match place.as_ref().filter(is_better) {
        Some(place) => misplaced(noun, word, place),
        None if choices.is_empty() => unknown(noun, word, &offered),
        None => unknown(noun, word, &choices),
    };
    dx.error(name.at, message);
    None
}

/// The word with those in it that others have for ours.
// case: key/words_of_other_libraries
fn in_our_words(word: &str) -> String {
    let ours = |part| match part {
        "auth" | "authorize" => "authorization",
        "reason" => "because",
        "revoke" => "revocation",
        "separator" => "delimiter",
        "uri" | "url" => "endpoint",
        other => other,
    };
    word.split('_').map(ours).collect::<Vec<_>>().join("_")
}

fn misplaced(noun: &str, word: &str, place: &Elsewhere) -> String {
    let places: Vec<_> = place.places.iter().map(|place| format!("`{place}`")).collect();
    let places = places.join(" or ");
    if place.is_top {
        format!("unknown {noun} `{word}`; it stands at the top level: {places}")
    } else {
        format!("unknown {noun} `{word}`; it belongs into {places}")
    }
}

// A key stands once: two would contradict each other, or one would be forgotten in a change.
// case: key/duplicate_key
// case: grant/duplicate_grant
// case: client_auth/duplicate_method
// case: callback/mode_twice
pub(super) fn given_twice(of: &Vocabulary, first: &Entry) -> String {
    format!("the {} `{}` is given twice; keep one", of.noun, first.word)
}

// case: key/string_for_a_word
// case: client_auth/header_name_alone
// case: answer/pointer_alone
// case: answer/number_alone
pub(super) fn string_for_a_word(of: &'static Vocabulary, value: &str) -> String {
    let offered: Vec<_> = of.offered().map(|keyword| keyword.word).collect();
    match (closest(value, &offered), &*with_a_text(of)) {
        (Some(word), _) => format!("a word stands here, not a string; write `{word}`"),
        (None, [only]) => format!("nothing says what `{value}` is; write `{only} = \"{value}\"`"),
        (None, several @ [_, _, ..]) => {
            format!("nothing says what `{value}` is; write `… = \"{value}\"` with one of {}", list(several))
        }
        (None, []) if word_for(value) == value => {
            "a word stands here, not a string; remove the quotes".to_owned()
        }
        (None, []) => format!("nothing says what `{value}` is; use one of {}", list(&offered)),
    }
}

/// What was meant by a string on the left of `=`, or by a number.
// case: answer/mapped_backwards
pub(super) fn meant(of: &'static Vocabulary, found: &Found) -> Option<String> {
    let (left, right) = match found {
        Found::Pair { left, right } => (left, right),
        Found::Number(_) if with_a_text(of).is_empty() => return None,
        Found::Number(number) => return Some(string_for_a_word(of, number)),
    };
    let takes_text = |word: &str| {
        of.get(word).is_some_and(|keyword| matches!(keyword.takes, Takes::Text(_) | Takes::Texts(_)))
    };
    let (word, text) = if takes_text(left) {
        (left.clone(), right)
    } else if takes_text(right) {
        (right.clone(), left)
    } else {
        (word_for(left), right)
    };
    Some(format!("a word stands left, not a string; write `{word} = \"{text}\"`"))
}
