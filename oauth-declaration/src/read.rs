//! Items → known words, by the table: reports unknown, repeated and wrongly written ones.

use crate::diagnostics::{Diagnostics, closest, list, unknown};
use crate::item::{Item, List, Name, Text, Value};
use crate::keyword::{Keyword, Takes, Vocabulary};

/// A known word as it was written.
#[derive(Debug)]
pub struct Entry {
    /// As written; it may be misspelt.
    pub name: Name,
    /// The word that it stands for.
    pub word: &'static str,
    /// What followed it; a list is empty if what followed made no sense.
    pub value: Given,
}

/// What followed a known word, in the form that the table demands.
#[derive(Debug)]
pub enum Given {
    /// Nothing, or nothing that made sense.
    Nothing,
    /// A text.
    Text(Text),
    /// One text or several.
    Texts(Vec<Text>),
    /// Known words.
    Words(Vec<Entry>),
    /// What the author of the declaration chose.
    Own(List),
}

impl Entry {
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
            Given::Words(entries) => entries,
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

    /// The sound items in parentheses, in which a string of a file is a text; reports the others.
    pub fn own_texts(&self, dx: &mut Diagnostics) -> Vec<Item> {
        match &self.value {
            Given::Own(list) => texts(dx, list.clone()),
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
    let word = |item| match item {
        Item::Text(Text { value, at, or_word: true }) => {
            Item::Word { name: Name { text: value, at }, value: Value::Nothing }
        }
        // In a file, `true` says that a word is there.
        Item::Word { name, value: Value::Literal(text) } if text.or_word && text.value == "true" => {
            Item::Word { name, value: Value::Nothing }
        }
        other => other,
    };
    texts(dx, list).into_iter().map(word).collect()
}

/// The sound items of a list in which texts stand; reports the others.
pub fn texts(dx: &mut Diagnostics, list: List) -> Vec<Item> {
    let mut items = Vec::new();
    for item in list {
        match item {
            Ok(item) => items.push(item),
            Err(mistake) => dx.report(mistake),
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
    let mut entries: Vec<Entry> = Vec::new();
    for item in items(dx, list) {
        let (name, value) = match item {
            Item::Word { name, value } => (name, value),
            Item::Text(text) => {
                // case: key/string_for_a_word
                dx.error(text.at, string_for_a_word(of, &text.value));
                continue;
            }
        };
        let Some(keyword) = known(dx, of, &name) else { continue };
        if let Some(first) = find(&entries, keyword.word) {
            dx.error(name.at, given_twice(of, first));
            continue;
        }
        let value = given(dx, keyword, &name, value);
        entries.push(Entry { name, word: keyword.word, value });
    }
    entries
}

// A key stands once: two would contradict each other, or one would be forgotten in a change.
// case: key/duplicate_key
// case: grant/duplicate_grant
// case: client_auth/duplicate_method
fn given_twice(of: &Vocabulary, first: &Entry) -> String {
    format!("the {} `{}` is given twice; keep one", of.noun, first.word)
}

fn string_for_a_word(of: &Vocabulary, value: &str) -> String {
    let offered: Vec<_> = of.offered().map(|keyword| keyword.word).collect();
    match closest(value, &offered) {
        Some(word) => format!("a word stands here, not a string; write `{word}`"),
        None => "a word stands here, not a string; remove the quotes".to_owned(),
    }
}

// A closed set is closed: a word outside it would silently do nothing. One that is nearly right
// counts as given, so that nothing else is reported for want of it.
// case: key/unknown_key
// case: key/unknown_key_without_a_likeness
// case: key/unknown_argument
// case: key/client_secret_in_source
// case: key/client_secret_of_the_environment
// case: grant/unknown_grant
// case: grant/unknown_grant_without_a_likeness
// case: grant/implicit_with_client_auth
// case: client_auth/unknown_method
// case: protection/pkce_plain
// case: message/unknown_field
// case: request/unknown_parameter
// case: request/key_that_does_not_apply
// case: request/scope_of_a_refresh
// case: request/userinfo_with_auth
// case: request/omitted_state
// case: request/omitted_challenge
// case: request/omitted_code
// case: callback/unknown_code
// case: callback/no_code_of_another_error
// case: answer/extra_of_one_grant
// case: answer/unknown_code
// case: key/what_is_set_elsewhere
fn known(dx: &mut Diagnostics, of: &'static Vocabulary, name: &Name) -> Option<&'static Keyword> {
    let word = name.text.as_str();
    match of.get(word) {
        Some(Keyword { takes: Takes::Refused(reason), .. }) => {
            dx.error(name.at, format!("`{word}` {reason}"));
            None
        }
        Some(keyword) => Some(keyword),
        None => {
            let offered: Vec<_> = of.offered().map(|keyword| keyword.word).collect();
            dx.error(name.at, unknown(of.noun, word, &offered));
            closest(word, &offered).and_then(|best| of.get(best))
        }
    }
}

// Each word has one form; rustfmt leaves the whole attribute alone if another is used.
// case: key/list_written_as_value
// case: key/value_written_as_list
// case: key/value_is_no_string
// case: key/word_with_a_value
// case: grant/arguments_written_as_value
fn given(dx: &mut Diagnostics, keyword: &'static Keyword, name: &Name, value: Value) -> Given {
    let word = keyword.word;
    let value = match (&keyword.takes, value) {
        (Takes::Text(_) | Takes::Texts(_) | Takes::MaybeTexts(_) | Takes::Nothing, value) => value,
        // In a file, one word needs no list around it.
        (_, Value::Text(text)) if text.or_word => Value::List(vec![Ok(Item::Text(text))]),
        (_, value) => value,
    };
    match (&keyword.takes, value) {
        (Takes::Nothing | Takes::MaybeWords(_) | Takes::MaybeTexts(_), Value::Nothing) => Given::Nothing,
        (Takes::Text(_), Value::Text(text)) => Given::Text(text),
        (Takes::Texts(_) | Takes::MaybeTexts(_), Value::Text(text)) => Given::Texts(vec![text]),
        (Takes::Texts(example) | Takes::MaybeTexts(example), Value::List(list)) => {
            not_empty(dx, name, &format!("\"{example}\""), &list);
            Given::Texts(only_texts(dx, word, list))
        }
        (Takes::Words(of, example), Value::List(list)) => {
            not_empty(dx, name, example, &list);
            Given::Words(words(dx, of, list))
        }
        (Takes::MaybeWords(of), Value::List(list)) => Given::Words(words(dx, of, list)),
        (Takes::Choice(of, example), Value::List(list)) => Given::Words(choice(dx, name, of, example, list)),
        (Takes::Own(example), Value::List(list)) => {
            not_empty(dx, name, example, &list);
            Given::Own(list)
        }
        (Takes::Nothing | Takes::Refused(_), _) => {
            dx.error(name.at, format!("`{word}` stands alone; remove what follows it"));
            Given::Nothing
        }
        (Takes::Text(example) | Takes::Texts(example) | Takes::MaybeTexts(example), value) => {
            let at = match value {
                Value::Other(at) | Value::Literal(Text { at, .. }) => at,
                _ => name.at,
            };
            dx.error(at, format!("`{word}` takes a string: `{word} = \"{example}\"`"));
            Given::Nothing
        }
        (Takes::Words(_, example) | Takes::Choice(_, example) | Takes::Own(example), _) => {
            dx.error(name.at, format!("`{word}` takes a list: `{word}({example})`"));
            Given::Nothing
        }
        (Takes::MaybeWords(of), _) => {
            let known: Vec<_> = of.offered().map(|keyword| keyword.word).collect();
            dx.error(name.at, format!("`{word}` takes nothing or a list of {}", list(&known)));
            Given::Nothing
        }
    }
}

/// The texts of a list; reports anything else.
// case: message/alias_is_a_word
pub fn only_texts(dx: &mut Diagnostics, word: &str, list: List) -> Vec<Text> {
    let mut only = Vec::new();
    for item in texts(dx, list) {
        match item {
            Item::Text(text) => only.push(text),
            Item::Word { name, .. } => {
                dx.error(name.at, format!("`{word}` takes strings; write `\"{name}\"`"));
            }
        }
    }
    only
}

// An empty list says nothing.
// case: key/empty_list
fn not_empty(dx: &mut Diagnostics, name: &Name, example: &str, list: &List) {
    if list.is_empty() {
        dx.error(name.at, format!("`{name}` is empty; write `{name}({example})`"));
    }
}

/// Reads a list with one word of the vocabulary, and perhaps a reason.
// Of a set of alternatives, one holds.
// case: key/two_choices
// case: key/reason_without_a_choice
pub fn choice(
    dx: &mut Diagnostics,
    name: &Name,
    of: &'static Vocabulary,
    example: &str,
    list: List,
) -> Vec<Entry> {
    not_empty(dx, name, example, &list);
    let entries = words(dx, of, list);
    let mut choices = entries.iter().filter(|entry| !is_beside(entry));
    match (choices.next(), entries.first()) {
        (Some(first), _) => {
            for other in choices {
                let message = format!("`{}` contradicts `{}`; keep one", other.word, first.word);
                dx.error(other.name.at, message);
            }
        }
        (None, Some(beside)) => {
            let what = if beside.word == "because" { "reason" } else { beside.word };
            let message = format!("a {what} for nothing; say in `{name}({example})` what it is for");
            dx.error(beside.name.at, message);
        }
        (None, None) => {}
    }
    entries
}
