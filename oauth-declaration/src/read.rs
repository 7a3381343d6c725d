//! Items → known words, by the table: reports unknown, repeated and wrongly written ones.

mod form;
mod known;
mod reason;

use crate::diagnostics::{Diagnostics, list};
use crate::item::{Found, Item, List, Name, Text, Value};
use crate::keyword::{Keyword, Takes, Vocabulary};
use form::empty;
pub use form::only_texts;
use known::{given_twice, known, meant, spelt_right, string_for_a_word};

/// A known word as it was written.
#[derive(Debug)]
pub struct Entry {
    /// As written; it may be misspelt.
    pub name: Name,
    /// The word that it stands for.
    pub word: &'static str,
    /// What followed it.
    pub value: Given,
}

/// What followed a known word, in the form that the table demands.
#[derive(Debug)]
pub enum Given {
    /// Nothing.
    Nothing,
    /// Nothing that made sense, which has been reported.
    Lost,
    /// A text.
    Text(Text),
    /// One text or several.
    Texts(Vec<Text>),
    /// Known words.
    Words(Words),
    /// What the author of the declaration chose.
    Own(List),
}

/// The known words of a list.
#[derive(Debug, Default)]
pub struct Words {
    /// Each once.
    pub entries: Vec<Entry>,
    /// Whether nothing else stood there, so that what is missing was left out and not misspelt.
    pub is_whole: bool,
}

impl Entry {
    /// Whether all that followed made sense, as far as the table knows.
    pub fn is_whole(&self) -> bool {
        match &self.value {
            Given::Lost => false,
            Given::Words(words) => words.is_whole,
            _ => true,
        }
    }

    /// The text after `=`.
    pub fn text(&self) -> Option<&Text> {
        match &self.value {
            Given::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The text after `=`, or those in parentheses.
    pub fn texts(&self) -> &[Text] {
        match &self.value {
            Given::Text(text) => std::slice::from_ref(text),
            Given::Texts(texts) => texts,
            _ => &[],
        }
    }

    /// The known words in parentheses.
    pub fn words(&self) -> &[Entry] {
        match &self.value {
            Given::Words(words) => &words.entries,
            _ => &[],
        }
    }

    /// The sound items in parentheses, in which a string of a file is a word; reports the others.
    pub fn own(&self, dx: &mut Diagnostics) -> Vec<Item> {
        match &self.value {
            Given::Own(list) => items(dx, list.clone()),
            _ => Vec::new(),
        }
    }

    /// The sound items in parentheses, in which a string of a file is a text; reports the others, of
    /// which the list may know what was meant.
    pub fn own_explained(&self, dx: &mut Diagnostics, meant: impl Fn(&Found) -> Option<String>) -> Vec<Item> {
        match &self.value {
            Given::Own(list) => explained(dx, list.clone(), meant),
            _ => Vec::new(),
        }
    }

    /// The entry for `word` in parentheses.
    pub fn get(&self, word: &str) -> Option<&Entry> {
        find(self.words(), word)
    }

    /// The chosen word in parentheses; a reason is no choice.
    pub fn choice(&self) -> Option<&Entry> {
        self.words().iter().find(|entry| !is_beside(entry))
    }
}

/// The sound items of a list in which words may stand; reports the others.
pub fn items(dx: &mut Diagnostics, list: List) -> Vec<Item> {
    texts(dx, list).into_iter().map(word).collect()
}

/// In a file, a string where a word may stand is one.
pub fn word(item: Item) -> Item {
    match item {
        Item::Text(Text { value, at, or_word: true }) => {
            Item::Word { name: Name { text: value, at }, value: Value::Nothing }
        }
        // In a file, `true` says that a word is there.
        Item::Word { name, value: Value::Literal(text) } if text.or_word && text.value == "true" => {
            Item::Word { name, value: Value::Nothing }
        }
        other => other,
    }
}

/// The sound items of a list in which texts stand; reports the others.
pub fn texts(dx: &mut Diagnostics, list: List) -> Vec<Item> {
    explained(dx, list, |_| None)
}

/// As [`texts`], where the list may know what was meant by the others.
pub fn explained(dx: &mut Diagnostics, list: List, meant: impl Fn(&Found) -> Option<String>) -> Vec<Item> {
    let mut items = Vec::new();
    for item in list {
        match item {
            Ok(item) => items.push(item),
            Err(flaw) => {
                let at = flaw.diagnostic.at;
                let message = flaw.found.as_ref().and_then(&meant).unwrap_or(flaw.diagnostic.message);
                dx.error(at, message);
            }
        }
    }
    items
}

/// Whether this stands beside a choice: a reason, or a name on the wire and a type.
pub(crate) fn is_beside(entry: &Entry) -> bool {
    matches!(entry.word, "because" | "name" | "array" | "boolean" | "number")
}

/// The first entry for `word`.
pub fn find<'e>(entries: &'e [Entry], word: &str) -> Option<&'e Entry> {
    entries.iter().find(|entry| entry.word == word)
}

/// Reads a list of words of the vocabulary.
pub fn words(dx: &mut Diagnostics, of: &'static Vocabulary, list: List) -> Vec<Entry> {
    listed(dx, of, "", list).entries
}

/// As [`words`], in the list of `parent`.
fn listed(dx: &mut Diagnostics, of: &'static Vocabulary, parent: &str, list: List) -> Words {
    let right = spelt_right(of, &list);
    let mut words = Words { entries: Vec::new(), is_whole: list.iter().all(Result::is_ok) };
    for item in explained(dx, list, |found| meant(of, found)) {
        let (name, value) = match word(item) {
            Item::Word { name, value } => (name, value),
            Item::Text(text) => {
                dx.error(text.at, string_for_a_word(of, &text.value));
                words.is_whole = false;
                continue;
            }
        };
        if reason::outside(dx, of, &name, &value, &mut words.entries) {
            continue;
        }
        let Some(keyword) = known(dx, of, &name, &value, (&words.entries, &right)) else {
            words.is_whole = false;
            continue;
        };
        if let Some(first) = find(&words.entries, keyword.word) {
            dx.error(name.at, given_twice(of, first));
            continue;
        }
        if let (Takes::Nothing, Value::List(list)) = (&keyword.takes, &value)
            && reason::inside(dx, of, parent, &name, list, &mut words.entries)
        {
            words.entries.push(Entry { name, word: keyword.word, value: Given::Nothing });
            continue;
        }
        // In a file, `false` and `null` say that a word is not there.
        let is_absent = !matches!(value, Value::Nothing | Value::Text(_) | Value::List(_));
        if matches!(keyword.takes, Takes::Nothing) && is_absent && dx.is_of_a_file() {
            dx.error(name.at, format!("`{name}` stands alone; write `true` behind it, or leave it out"));
            words.is_whole = false;
            continue;
        }
        let value = given(dx, keyword, &name, value);
        words.entries.push(Entry { name, word: keyword.word, value });
    }
    words
}

// Each word has one form; rustfmt leaves the whole attribute alone if another is used.
// case: key/list_written_as_value
// case: key/value_written_as_list
// case: key/value_is_no_string
// case: key/word_with_a_value
// case: grant/arguments_written_as_value
// case: key/redirect_uri_of_the_client
// case: scope/custom_scopes_by_a_list
// case: client_auth/public_basic_with_an_encoding
fn given(dx: &mut Diagnostics, keyword: &'static Keyword, name: &Name, value: Value) -> Given {
    let word = keyword.word;
    let value = match (&keyword.takes, value) {
        (Takes::Text(_) | Takes::Texts(_) | Takes::Nothing, value) => value,
        // In a file, one word needs no list around it.
        (_, Value::Text(text)) if text.or_word => Value::List(vec![Ok(Item::Text(text))]),
        (_, value) => value,
    };
    match (&keyword.takes, value) {
        (Takes::Nothing | Takes::MaybeWords(_), Value::Nothing) => Given::Nothing,
        (Takes::Text(_), Value::Text(text)) => Given::Text(text),
        (Takes::Texts(_), Value::Text(text)) => Given::Texts(vec![text]),
        (Takes::Texts(example), Value::List(list)) if list.is_empty() => {
            empty(dx, name, &format!("\"{example}\""))
        }
        (Takes::Words(_, example) | Takes::Choice(_, example) | Takes::Own(example), Value::List(list))
            if list.is_empty() =>
        {
            empty(dx, name, example)
        }
        (Takes::Texts(_), Value::List(list)) => Given::Texts(only_texts(dx, word, list)),
        (Takes::Words(of, _) | Takes::MaybeWords(of), Value::List(list)) => {
            Given::Words(listed(dx, of, word, list))
        }
        (Takes::Choice(of, example), Value::List(list)) => Given::Words(choice(dx, name, of, example, list)),
        (Takes::Own(_), Value::List(list)) => Given::Own(list),
        (Takes::Nothing | Takes::Refused(_), _) => {
            dx.error(name.at, format!("`{word}` stands alone; remove what follows it"));
            Given::Lost
        }
        (Takes::Text(example) | Takes::Texts(example), value) => {
            let at = match &value {
                Value::Literal(other) | Value::Other(other) => other.at,
                _ => name.at,
            };
            let number = value.number().filter(|_| !example.contains("://")).unwrap_or(example);
            dx.error(at, format!("`{word}` takes a string: `{word} = \"{number}\"`"));
            Given::Lost
        }
        (Takes::Words(_, example) | Takes::Choice(_, example) | Takes::Own(example), value) => {
            let example = form::as_list(keyword, &value, example);
            let note = match word {
                "redirect_uri" => "; the client's own is given to `authorize` at run time",
                _ => "",
            };
            dx.error(name.at, format!("`{word}` takes a list: `{word}({example})`{note}"));
            Given::Lost
        }
        (Takes::MaybeWords(of), _) => {
            let known: Vec<_> = of.offered().map(|keyword| keyword.word).collect();
            dx.error(name.at, format!("`{word}` takes nothing or a list of {}", list(&known)));
            Given::Lost
        }
    }
}

/// Reads a list with one word of the vocabulary, and perhaps a reason.
// Of a set of alternatives, one holds.
// case: key/two_choices
// case: answer/two_formats
// case: answer/jsonp_and_form
// case: request/two_bodies
// case: key/reason_without_a_choice
pub fn choice(
    dx: &mut Diagnostics,
    name: &Name,
    of: &'static Vocabulary,
    example: &str,
    list: List,
) -> Words {
    let words = listed(dx, of, &name.text, list);
    let mut choices = words.entries.iter().filter(|entry| !is_beside(entry));
    match (choices.next(), words.entries.first()) {
        (Some(first), _) => {
            for other in choices {
                let message = format!("`{}` contradicts `{}`; keep one", other.word, first.word);
                dx.error(other.name.at, message);
            }
        }
        (None, Some(beside)) if words.is_whole => {
            let what = if beside.word == "because" { "reason" } else { beside.word };
            let message = format!("a {what} for nothing; say in `{name}({example})` what it is for");
            dx.error(beside.name.at, message);
        }
        _ => {}
    }
    words
}
