//! Reasons one list too high or too low: each is reported, and counts as given where it belongs.

use super::{Entry, Given, Words, find};
use crate::diagnostics::Diagnostics;
use crate::item::{Item, List, Name, Value};
use crate::keyword::{Keyword, Vocabulary};

const BECAUSE: &str = "because";

/// Reads a reason that stands behind a word in whose list it belongs.
// case: protection/reason_outside
pub(super) fn outside(
    dx: &mut Diagnostics,
    of: &'static Vocabulary,
    name: &Name,
    value: &Value,
    before: &mut [Entry],
) -> bool {
    let (Value::Text(text), Some(last)) = (value, before.last_mut()) else { return false };
    let takes_one = |keyword: &Keyword| keyword.inner().is_some_and(|inner| inner.get(BECAUSE).is_some());
    if name.text != BECAUSE
        || of.get(BECAUSE).is_some()
        || !of.get(last.word).is_some_and(takes_one)
        || last.get(BECAUSE).is_some()
    {
        return false;
    }
    let word = last.word;
    let example = if last.words().is_empty() { "" } else { "…, " };
    let message = format!("a reason stands in what it is for; write `{word}({example}because = \"…\")`");
    dx.error(name.at, message);
    let reason = Entry { name: name.clone(), word: BECAUSE, value: Given::Text(text.clone()) };
    match &mut last.value {
        Given::Words(words) => words.entries.push(reason),
        other => *other = Given::Words(Words { entries: vec![reason], is_whole: true }),
    }
    true
}

/// Reads a reason that stands in the list of a word that takes none, and belongs beside it.
// case: protection/reason_inside
pub(super) fn inside(
    dx: &mut Diagnostics,
    of: &'static Vocabulary,
    parent: &str,
    word: &Name,
    list: &List,
    beside: &mut Vec<Entry>,
) -> bool {
    let [Ok(Item::Word { name, value: Value::Text(text) })] = list.as_slice() else { return false };
    if name.text != BECAUSE || of.get(BECAUSE).is_none() {
        return false;
    }
    let message = format!("a reason stands beside what it is for; write `{parent}({word}, because = \"…\")`");
    dx.error(name.at, message);
    if find(beside, BECAUSE).is_none() {
        beside.push(Entry { name: name.clone(), word: BECAUSE, value: Given::Text(text.clone()) });
    }
    true
}
