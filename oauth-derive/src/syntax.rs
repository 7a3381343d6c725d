//! Tokens → items. Lists are split at their commas first, so that one malformed item can't hide
//! the next.

use crate::source::{Source, Standing};
use oauth_declaration::{At, Diagnostic, Flaw, Found, Item, List, Name, Text, Value};
use proc_macro2::{Delimiter, Literal, Span, TokenStream, TokenTree};
use syn::Ident;
use syn::ext::IdentExt;

/// The items of a list, and of the lists in it.
pub(crate) fn items(source: &mut Source, tokens: TokenStream) -> List {
    let mut list = Vec::new();
    for chunk in split(tokens) {
        list.push(match chunk {
            Chunk::Tokens(tokens) => item(source, tokens),
            Chunk::Mistake(span, message) => Err(mistake(source, span, message)),
        });
    }
    list
}

enum Chunk {
    Tokens(Vec<TokenTree>),
    Mistake(Span, String),
}

// case: key/two_commas
// case: key/missing_comma
// case: key/semicolon
// case: key/documentation_inside
fn split(tokens: TokenStream) -> Vec<Chunk> {
    let mut chunks = Vec::new();
    let mut chunk = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let opens_attribute = |next: &TokenTree| matches!(next, TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket);
        match &token {
            TokenTree::Punct(hash)
                if hash.as_char() == '#' && chunk.is_empty() && tokens.next_if(opens_attribute).is_some() =>
            {
                let message = "documentation and attributes stand above `#[oauth_provider]`; move it there";
                chunks.push(Chunk::Mistake(hash.span(), message.to_owned()));
            }
            TokenTree::Punct(semicolon) if semicolon.as_char() == ';' => {
                if !chunk.is_empty() {
                    chunks.push(Chunk::Tokens(std::mem::take(&mut chunk)));
                }
                let message = "a comma separates two items, not a semicolon; write `,`".to_owned();
                chunks.push(Chunk::Mistake(semicolon.span(), message));
            }
            TokenTree::Punct(comma) if comma.as_char() == ',' => {
                chunks.push(if chunk.is_empty() {
                    Chunk::Mistake(comma.span(), "nothing stands before this comma; remove it".to_owned())
                } else {
                    Chunk::Tokens(std::mem::take(&mut chunk))
                });
            }
            TokenTree::Ident(next) if is_complete(&chunk) => {
                let message = format!("no comma separates `{next}` from what is before it; add one");
                let span = next.span();
                chunks.push(Chunk::Tokens(std::mem::replace(&mut chunk, vec![token])));
                chunks.push(Chunk::Mistake(span, message));
            }
            _ => chunk.push(token),
        }
    }
    if !chunk.is_empty() {
        chunks.push(Chunk::Tokens(chunk));
    }
    chunks
}

fn mistake(source: &mut Source, span: Span, message: impl Into<String>) -> Flaw {
    Diagnostic { at: At::word(source.add(span)), message: message.into() }.into()
}

/// Whether a word can't continue the item.
fn is_complete(chunk: &[TokenTree]) -> bool {
    match chunk {
        [TokenTree::Ident(_), rest @ ..] => matches!(
            rest,
            [] | [TokenTree::Group(_)] | [TokenTree::Punct(_), TokenTree::Literal(_) | TokenTree::Group(_)]
        ),
        _ => false,
    }
}

fn first_word(chunk: &[TokenTree]) -> Option<Ident> {
    match chunk.first() {
        Some(TokenTree::Ident(name)) => Some(name.unraw()),
        _ => None,
    }
}

// case: key/number_for_a_word
// case: key/literal_with_a_suffix
fn item(source: &mut Source, chunk: Vec<TokenTree>) -> Result<Item, Flaw> {
    let Some(word) = first_word(&chunk) else {
        let first = chunk.first().map_or_else(Span::call_site, TokenTree::span);
        let found = found(&chunk);
        return match literal(chunk.into_iter().collect()) {
            Some(alone) => {
                let node = source.add(first);
                Ok(Item::Text(text(source, node, alone)))
            }
            None => {
                let flaw = mistake(source, first, message(found.as_ref()));
                Err(Flaw { found, ..flaw })
            }
        };
    };
    let node = source.add(word.span());
    let name = Name { text: word.to_string(), at: At::word(node) };
    let value = match chunk.as_slice() {
        [] | [_] => Value::Nothing,
        [_, TokenTree::Group(list)] if list.delimiter() == Delimiter::Parenthesis => {
            source.set(node, Standing::List(list.stream()));
            Value::List(items(source, list.stream()))
        }
        [_, TokenTree::Punct(equals), value @ ..] if equals.as_char() == '=' => {
            let span = value.first().map_or_else(|| equals.span(), TokenTree::span);
            match literal(value.iter().cloned().collect()) {
                Some(found) => Value::Text(text(source, node, found)),
                None => match number_or_boolean(value.iter().cloned().collect()) {
                    Some(value) => {
                        source.set(node, Standing::Other(span));
                        Value::Literal(Text { value, at: At::value(node), or_word: false })
                    }
                    None => other(source, node, span, &chunk),
                },
            }
        }
        [_, token, ..] => other(source, node, token.span(), &chunk),
    };
    Ok(Item::Word { name, value })
}

fn other(source: &mut Source, node: usize, span: Span, chunk: &[TokenTree]) -> Value {
    source.set(node, Standing::Other(span));
    let value = chunk.iter().skip(1).map(ToString::to_string).collect();
    Value::Other(Text { value, at: At::value(node), or_word: false })
}

/// What stands in place of a word, if that tells what was meant.
fn found(chunk: &[TokenTree]) -> Option<Found> {
    let string = |token: &TokenTree| literal(token.clone().into()).map(|(text, _)| text);
    match chunk {
        [TokenTree::Literal(number)] => {
            let number = number.to_string();
            number.starts_with(|c: char| c.is_ascii_digit()).then_some(Found::Number(number))
        }
        [left, TokenTree::Punct(equals), right] if equals.as_char() == '=' => {
            let word = |token: &TokenTree| matches!(token, TokenTree::Ident(_)).then(|| token.to_string());
            Some(Found::Pair { left: string(left)?, right: string(right).or_else(|| word(right))? })
        }
        _ => None,
    }
}

fn message(found: Option<&Found>) -> &'static str {
    match found {
        Some(Found::Pair { .. }) => "a word stands left of `=`, not a string; write `word = \"text\"`",
        _ => "only words stand here; write `word`, `word = \"text\"` or `word(...)`",
    }
}

fn text(source: &mut Source, node: usize, (value, literal): (String, Literal)) -> Text {
    let is_plain = literal.to_string() == format!("\"{value}\"");
    source.set(node, Standing::Literal { literal, is_plain });
    Text { value, at: At::value(node), or_word: false }
}

/// A whole number or a boolean, without a suffix, as JSON writes it.
fn number_or_boolean(tokens: TokenStream) -> Option<String> {
    match syn::parse2(tokens).ok()? {
        syn::Lit::Bool(boolean) => Some(boolean.value.to_string()),
        syn::Lit::Int(number) if number.suffix().is_empty() => Some(number.base10_digits().to_owned()),
        _ => None,
    }
}

/// A string or character literal without a suffix; `syn` also sees through the invisible group around a literal
/// that came out of a `macro_rules!`.
fn literal(tokens: TokenStream) -> Option<(String, Literal)> {
    match syn::parse2(tokens).ok()? {
        syn::Lit::Str(text) if text.suffix().is_empty() => Some((text.value(), text.token())),
        syn::Lit::Char(character) if character.suffix().is_empty() => {
            Some((character.value().to_string(), character.token()))
        }
        _ => None,
    }
}
