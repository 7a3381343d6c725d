//! Lists: which was meant by what is none, those of texts, and empty ones.

use super::Given;
use crate::diagnostics::{Diagnostics, word_for};
use crate::item::{Flaw, Found, Item, List, Name, Text, Value};
use crate::keyword::{Keyword, Takes, Vocabulary};

/// The list that was meant by a text, or else an example of one.
// case: key/list_in_brackets
// case: key/one_text_for_a_list
pub(super) fn as_list(keyword: &Keyword, value: &Value, example: &str) -> String {
    let text = match value {
        Value::Text(text) => text.value.as_str(),
        Value::Literal(text) => text.value.as_str(),
        Value::Other(text) => text.value.trim_start_matches('='),
        _ => return example.to_owned(),
    };
    let is_between = |c: char| c.is_whitespace() || matches!(c, ',' | '[' | ']' | '{' | '}' | '"');
    let parts: Vec<_> = text.split(is_between).filter(|part| !part.is_empty()).collect();
    let fits = |part: &&str| match keyword.inner() {
        Some(of) => {
            of.get(part).is_some_and(|word| matches!(word.takes, Takes::Nothing | Takes::MaybeWords(_)))
        }
        None => word_for(part) == **part && !matches!(*part, "true" | "false"),
    };
    if !parts.is_empty() && parts.iter().all(fits) {
        // Where an example has quotes, so has what is written like it.
        let quotes = if example.starts_with('"') { "\"" } else { "" };
        return parts.iter().map(|part| format!("{quotes}{part}{quotes}")).collect::<Vec<_>>().join(", ");
    }
    match keyword.inner().map(with_a_text).as_deref() {
        Some([only]) if parts.len() <= 1 && !matches!(text, "true" | "false") => {
            format!("{only} = \"{text}\"")
        }
        _ => example.to_owned(),
    }
}

/// The words of a list that a text may follow; a reason is for another word.
pub(super) fn with_a_text(of: &'static Vocabulary) -> Vec<&'static str> {
    let takes_text =
        |keyword: &&Keyword| matches!(keyword.takes, Takes::Text(_)) && keyword.word != "because";
    of.offered().filter(takes_text).map(|keyword| keyword.word).collect()
}

/// The texts of a list; reports anything else. A word, or a number, counts as what it would be in
/// quotes.
// case: message/alias_is_a_word
// case: answer/condition_on_a_number
// case: answer/condition_on_a_boolean
pub fn only_texts(dx: &mut Diagnostics, word: &str, list: List) -> Vec<Text> {
    let mut only = Vec::new();
    let quoted = |found: &str| format!("`{word}` takes strings; write `\"{found}\"`");
    for item in list {
        match item {
            Ok(Item::Text(text)) => only.push(text),
            Ok(Item::Word { name, .. }) => {
                dx.error(name.at, quoted(&name.text));
                only.push(Text { value: name.text, at: name.at, or_word: false });
            }
            Err(Flaw { diagnostic, found: Some(Found::Number(number)) }) => {
                dx.error(diagnostic.at, quoted(&number));
                only.push(Text { value: number, at: diagnostic.at, or_word: false });
            }
            Err(flaw) => dx.report(flaw.diagnostic),
        }
    }
    only
}

// An empty list says nothing.
// case: key/empty_list
pub(super) fn empty(dx: &mut Diagnostics, name: &Name, example: &str) -> Given {
    dx.error(name.at, format!("`{name}` is empty; write `{name}({example})`"));
    Given::Lost
}
