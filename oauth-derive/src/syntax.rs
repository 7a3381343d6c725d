//! Tokens → items. Lists are split at their commas first, so that one malformed item can't hide
//! the next.

use crate::source::{Source, Standing};
use oauth_declaration::{At, Diagnostic, Item, List, Name, Text, Value};
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
fn split(tokens: TokenStream) -> Vec<Chunk> {
    let mut chunks = Vec::new();
    let mut chunk = Vec::new();
    for token in tokens {
        match &token {
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

fn mistake(source: &mut Source, span: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic { at: At::word(source.add(span)), message: message.into() }
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
fn item(source: &mut Source, chunk: Vec<TokenTree>) -> Result<Item, Diagnostic> {
    let Some(word) = first_word(&chunk) else {
        let first = chunk.first().map_or_else(Span::call_site, TokenTree::span);
        return match literal(chunk.into_iter().collect()) {
            Some(found) => {
                let node = source.add(first);
                Ok(Item::Text(text(source, node, found)))
            }
            None => Err(mistake(
                source,
                first,
                "only words stand here; write `word`, `word = \"text\"` or `word(...)`",
            )),
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
                    None => other(source, node, span),
                },
            }
        }
        [_, token, ..] => other(source, node, token.span()),
    };
    Ok(Item::Word { name, value })
}

fn other(source: &mut Source, node: usize, span: Span) -> Value {
    source.set(node, Standing::Other(span));
    Value::Other(At::value(node))
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
