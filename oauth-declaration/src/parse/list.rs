//! Lists of what the author of a declaration chose.

use crate::declaration::{Condition, Field, Header, Learnt, Scope};
use crate::diagnostics::{Diagnostics, word_for};
use crate::item::{Found, Item, Name, Text, Value};
use crate::keyword::CONDITION;
use crate::read::{self, Entry, Given};

/// Words of the author's own, each with a text if that is not the word itself.
// case: scope/not_a_word
// case: scope/value_is_no_string
// case: scope/colon_in_a_scope
// case: scope/string_on_the_left
// case: scope/arrow_for_a_value
pub(super) fn values(dx: &mut Diagnostics, noun: &str, entry: &Entry) -> Vec<Scope> {
    let meant = |found: &Found| {
        let Found::Pair { left, right } = found else { return None };
        let (word, text) =
            if word_for(right) == *right { (right.clone(), left) } else { (word_for(left), left) };
        Some(format!("a {noun} begins with a word; write `{word} = \"{text}\"`"))
    };
    let mut values = Vec::new();
    for item in entry.own_explained(dx, meant).into_iter().map(read::word) {
        match item {
            Item::Word { name, value: Value::Nothing } => values.push(Scope { name, value: None }),
            Item::Word { name, value: Value::Text(text) } => values.push(Scope { name, value: Some(text) }),
            Item::Word { name, value } => {
                let message = match &value {
                    Value::Literal(text) => {
                        format!("the {noun} `{name}` takes a string: `{name} = \"{}\"`", text.value)
                    }
                    Value::Other(rest) if rest.value.starts_with('=') => {
                        let text = rest.value.trim_start_matches(['=', '>']).trim_matches('"');
                        format!("the {noun} `{name}` takes a string: `{name} = \"{text}\"`")
                    }
                    Value::Other(rest) if !rest.value.is_empty() => {
                        let wire = format!("{name}{}", rest.value);
                        format!("`{wire}` is no word; write `{} = \"{wire}\"`", word_for(&wire))
                    }
                    _ => format!("the {noun} `{name}` takes a string: `{name} = \"…\"`"),
                };
                dx.error(name.at, message);
                values.push(Scope { name, value: None });
            }
            Item::Text(text) => {
                let (value, word) = (&text.value, word_for(&text.value));
                let remedy = if word == *value { word } else { format!("{word} = \"{value}\"") };
                dx.error(text.at, format!("a {noun} has a name in Rust, which is a word; write `{remedy}`"));
            }
        }
    }
    values
}

/// Words that were declared elsewhere.
// case: scope/cited_with_a_value
pub(super) fn citations(dx: &mut Diagnostics, entry: &Entry) -> Vec<Name> {
    let mut cited: Vec<Name> = Vec::new();
    for item in entry.own(dx) {
        match item {
            Item::Word { name, value: Value::Nothing } => cited.push(name),
            Item::Word { name, .. } => {
                let message = format!(
                    "a grant cites its scopes by their words; write `{name}` alone and the value in the provider's `scopes(...)`"
                );
                dx.error(name.at, message);
                cited.push(name);
            }
            Item::Text(text) => {
                dx.error(text.at, "a grant cites its scopes by their words; remove the quotes");
            }
        }
    }
    cited
}

/// One scope that was declared elsewhere.
// case: scope/two_offline_scopes
pub(super) fn one_citation(dx: &mut Diagnostics, entry: &Entry) -> Option<Name> {
    let mut cited = citations(dx, entry).into_iter();
    let first = cited.next()?;
    for other in cited {
        dx.error(
            other.at,
            format!("`{}` cites one scope, and `{first}` is that; remove `{other}`", entry.word),
        );
    }
    Some(first)
}

/// One word alone.
// case: hook/not_one_word
pub(super) fn one_word(dx: &mut Diagnostics, entry: &Entry) -> Option<Name> {
    let mut words = entry.own(dx).into_iter();
    match (words.next()?, words.next()) {
        (Item::Word { name, value: Value::Nothing }, None) => Some(name),
        _ => {
            let word = entry.word;
            dx.error(entry.name.at, format!("`{word}` takes the name of one field: `{word}(signer)`"));
            None
        }
    }
}

// case: message/alias_is_a_word
pub(super) fn texts(dx: &mut Diagnostics, entry: &Entry) -> Vec<Text> {
    match &entry.value {
        Given::Own(list) => read::only_texts(dx, entry.word, list.clone()),
        _ => Vec::new(),
    }
}

/// Words with their texts.
// case: parameter/query_without_a_value
pub(super) fn fields(dx: &mut Diagnostics, entry: &Entry) -> Vec<Field> {
    let mut fields = Vec::new();
    for item in entry.own(dx) {
        match item {
            Item::Word { name, value: Value::Text(text) } => fields.push(Field { name, text }),
            Item::Word { name, .. } => {
                dx.error(name.at, format!("`{name}` takes a string: `{name} = \"…\"`"));
            }
            Item::Text(text) => {
                dx.error(text.at, format!("the value needs a name; write `name = \"{}\"`", text.value));
            }
        }
    }
    fields
}

// case: message/header_without_a_value
// case: message/header_as_an_assignment
// case: message/string_for_a_header
// case: message/number_in_a_header
pub(super) fn headers(dx: &mut Diagnostics, entry: &Entry) -> Vec<Header> {
    const FORM: &str = "a header is written `header(\"Name\", \"value\")`";
    let mut headers = Vec::new();
    let meant = |found: &Found| match found {
        Found::Pair { left, right } => {
            Some(format!("a header is no assignment; write `header(\"{left}\", \"{right}\")`"))
        }
        Found::Number(_) => None,
    };
    for item in entry.own_explained(dx, meant) {
        match item {
            Item::Word { name, value: Value::List(list) } if name.text == "header" => {
                let pair: Result<[Text; 2], _> = read::only_texts(dx, "header", list).try_into();
                match pair {
                    Ok([name, value]) => headers.push(Header { name, value }),
                    _ => dx.error(name.at, format!("name or value is missing; {FORM}")),
                }
            }
            // In a file, the name of a header is the name of a member.
            Item::Word { name, value: Value::Text(value) } if value.or_word => {
                let name = Text { value: name.text, at: name.at, or_word: true };
                headers.push(Header { name, value });
            }
            Item::Word { name, value: Value::Text(value) } => {
                let header = name.text.replace('_', "-");
                let message =
                    format!("a header is no assignment; write `header(\"{header}\", \"{}\")`", value.value);
                dx.error(name.at, message);
            }
            Item::Word { name, .. } => dx.error(name.at, format!("`{name}` is not a header; {FORM}")),
            Item::Text(text) => dx.error(text.at, format!("a string alone is not a header; {FORM}")),
        }
    }
    headers
}

/// Variables with the parameters that hold their values.
// case: callback/learn_without_a_parameter
pub(super) fn learnt(dx: &mut Diagnostics, entry: &Entry) -> Vec<Learnt> {
    const FORM: &str = "write `learn(region = \"location\")`, or `learn(variable(\"region.api\", \"location\"))` for a name of it";
    let mut learnt = Vec::new();
    for item in entry.own(dx) {
        match item {
            Item::Word { name, value: Value::Text(parameter) } => {
                let variable = Text { value: name.text, at: name.at, or_word: false };
                learnt.push(Learnt { variable, parameter });
            }
            Item::Word { name, value: Value::List(list) } if name.text == "variable" => {
                let pair: Result<[Item; 2], _> = read::texts(dx, list).try_into();
                match pair {
                    Ok([Item::Text(variable), Item::Text(parameter)]) => {
                        learnt.push(Learnt { variable, parameter });
                    }
                    _ => dx.error(name.at, format!("variable or parameter is missing; {FORM}")),
                }
            }
            Item::Word { name, .. } => {
                dx.error(name.at, format!("no parameter holds the value of `{name}`; {FORM}"));
            }
            Item::Text(text) => dx.error(text.at, format!("a string alone is no variable; {FORM}")),
        }
    }
    learnt
}

/// Conditions on members.
// case: answer/condition_without_a_value
pub(super) fn conditions(dx: &mut Diagnostics, entry: &Entry) -> Vec<Condition> {
    let Given::Own(list) = &entry.value else { return Vec::new() };
    let mut conditions = Vec::new();
    for item in read::texts(dx, list.clone()) {
        // Unlike other words, a condition may stand several times.
        for test in read::words(dx, &CONDITION, vec![Ok(item)]) {
            let before = dx.count();
            let mut texts = texts(dx, &test).into_iter();
            if dx.count() > before {
                continue;
            }
            let wants_value = test.word != "present";
            let (member, value) = (texts.next(), texts.next());
            match (member, value.is_some() == wants_value && texts.next().is_none()) {
                (Some(member), true) => {
                    conditions.push(Condition { test: test.word, at: test.name.at, member, value });
                }
                _ => {
                    let form = if wants_value { "\"/member\", \"value\"" } else { "\"/member\"" };
                    let what = if wants_value { "a pointer and a value" } else { "one pointer" };
                    let word = test.word;
                    dx.error(test.name.at, format!("`{word}` takes {what}: `{word}({form})`"));
                }
            }
        }
    }
    conditions
}
