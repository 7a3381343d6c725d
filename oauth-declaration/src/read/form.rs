//! Which list was meant by what is none.

use crate::diagnostics::word_for;
use crate::item::Value;
use crate::keyword::{Keyword, Takes, Vocabulary};

/// The list that was meant by a text, or else an example of one.
// case: key/list_in_brackets
// case: key/one_text_for_a_list
pub(super) fn as_list(keyword: &Keyword, value: &Value, example: &str) -> String {
    let text = match value {
        Value::Text(text) => text.value.as_str(),
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
