//! [`Data`] → the items of a declaration, with the path of each in the document.

use super::data::Data;
use oauth_declaration::{At, Diagnostic, Flaw, Item, List, Name, Text, Value};

/// The paths of the nodes, by their numbers.
#[derive(Debug, Default)]
pub(crate) struct Paths(Vec<String>);

impl Paths {
    pub(crate) fn add(&mut self, path: String) -> usize {
        self.0.push(path);
        self.0.len().saturating_sub(1)
    }

    pub(crate) fn get(&self, at: At) -> &str {
        self.0.get(at.node).map_or("", String::as_str)
    }
}

/// `path.name`, or `name` alone.
pub(crate) fn member(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// Several times what any provider has; the rules compare the items of a list with each other.
const MOST_ITEMS: usize = 4096;

/// More than any URL or reason has.
const MOST_BYTES: usize = 16 * 1024;

/// The members of an object: each name is a word.
pub(crate) fn members(paths: &mut Paths, path: &str, members: Vec<(String, Data)>) -> List {
    let mut list = Vec::new();
    for (name, data) in members {
        if list.len() >= MOST_ITEMS {
            list.push(Err(too_many(paths, path)));
            break;
        }
        let path = member(path, &name);
        let node = paths.add(path.clone());
        let value = match data {
            Data::Text(text) => {
                let (text, flaw) = of_a_length(paths, &path, text);
                list.extend(flaw.map(Err));
                Value::Text(string(text, node))
            }
            Data::Literal(text) => Value::Literal(string(text, node)),
            Data::List(items) => Value::List(elements(paths, &path, items)),
            Data::Object(nothing) if nothing.is_empty() => Value::Nothing,
            Data::Object(inner) => Value::List(self::members(paths, &path, inner)),
            Data::Other => Value::Other(string(String::new(), node)),
        };
        list.push(Ok(Item::Word { name: Name { text: name, at: At::word(node) }, value }));
    }
    list
}

/// The elements of an array: strings, and objects whose members stand there instead of them.
fn elements(paths: &mut Paths, path: &str, items: Vec<Data>) -> List {
    let mut list = Vec::new();
    for (index, data) in items.into_iter().enumerate() {
        if list.len() >= MOST_ITEMS {
            list.push(Err(too_many(paths, path)));
            break;
        }
        let path = format!("{path}[{index}]");
        match data {
            Data::Text(text) => {
                let (text, flaw) = of_a_length(paths, &path, text);
                list.extend(flaw.map(Err));
                let node = paths.add(path);
                list.push(Ok(Item::Text(string(text, node))));
            }
            Data::Object(inner) if !inner.is_empty() => list.extend(members(paths, &path, inner)),
            Data::Literal(_) | Data::Other => {
                let message = "a string stands here; put a number or a boolean in quotes";
                list.push(Err(mistake(paths, path, message)));
            }
            Data::Object(_) | Data::List(_) => {
                let message = "a string or an object stands here; write `\"word\"` or `{\"word\": …}`";
                list.push(Err(mistake(paths, path, message)));
            }
        }
    }
    list
}

fn too_many(paths: &mut Paths, path: &str) -> Flaw {
    let message = format!("a list has at most {MOST_ITEMS} items; remove the others");
    mistake(paths, path.to_owned(), &message)
}

/// The text, or its beginning with what is wrong with it.
fn of_a_length(paths: &mut Paths, path: &str, mut text: String) -> (String, Option<Flaw>) {
    if text.len() <= MOST_BYTES {
        return (text, None);
    }
    text.truncate(text.floor_char_boundary(MOST_BYTES));
    let message = format!("a text has at most {MOST_BYTES} bytes; write a shorter one");
    (text, Some(mistake(paths, path.to_owned(), &message)))
}

fn mistake(paths: &mut Paths, path: String, message: &str) -> Flaw {
    Diagnostic { at: At::value(paths.add(path)), message: message.to_owned() }.into()
}

fn string(value: String, node: usize) -> Text {
    Text { value, at: At::value(node), or_word: true }
}
