//! Tokens → items. Lists are split at their commas first, so that one malformed item can't hide
//! the next.

use crate::diagnostics::Diagnostics;
use proc_macro2::{Delimiter, Literal, Span, TokenStream, TokenTree};
use std::ops::Range;
use syn::Ident;
use syn::ext::IdentExt;

/// One item of a list.
#[derive(Debug)]
pub(crate) enum Item {
    /// `word`, `word = "text"` or `word(...)`.
    Word {
        /// The word.
        name: Ident,
        /// What follows it.
        value: Value,
    },
    /// `"text"` alone.
    Text(Text),
}

/// What follows a word.
#[derive(Debug)]
pub(crate) enum Value {
    /// Nothing.
    Nothing,
    /// `= "text"`.
    Text(Text),
    /// `(...)`.
    List(TokenStream),
    /// Something else here; what is right depends on the word.
    Other(Span),
}

/// A string or character literal.
#[derive(Debug, Clone)]
pub(crate) struct Text {
    /// What it stands for.
    pub(crate) value: String,
    literal: Literal,
}

impl Text {
    /// Where the whole literal stands.
    pub(crate) fn span(&self) -> Span {
        self.literal.span()
    }

    /// Where a part of the value stands: exact where the compiler can tell, otherwise the whole
    /// literal.
    pub(crate) fn span_of(&self, part: Range<usize>) -> Span {
        let plain = self.literal.to_string() == format!("\"{}\"", self.value);
        let exact = if plain { self.literal.subspan(part.start + 1..part.end + 1) } else { None };
        exact.unwrap_or_else(|| self.span())
    }
}

/// The items of a list.
pub(crate) fn items(dx: &mut Diagnostics, tokens: TokenStream) -> Vec<Item> {
    split(dx, tokens).into_iter().filter_map(|chunk| item(dx, chunk)).collect()
}

// case: key/two_commas
// case: key/missing_comma
fn split(dx: &mut Diagnostics, tokens: TokenStream) -> Vec<Vec<TokenTree>> {
    let mut chunks = Vec::new();
    let mut chunk = Vec::new();
    for token in tokens {
        match &token {
            TokenTree::Punct(comma) if comma.as_char() == ',' => {
                if chunk.is_empty() {
                    dx.error(comma.span(), "nothing stands before this comma; remove it");
                } else {
                    chunks.push(std::mem::take(&mut chunk));
                }
            }
            TokenTree::Ident(next) if is_complete(&chunk) => {
                dx.error(next.span(), format!("no comma separates `{next}` from what is before it; add one"));
                chunks.push(std::mem::replace(&mut chunk, vec![token]));
            }
            _ => chunk.push(token),
        }
    }
    if !chunk.is_empty() {
        chunks.push(chunk);
    }
    chunks
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
fn item(dx: &mut Diagnostics, chunk: Vec<TokenTree>) -> Option<Item> {
    let Some(name) = first_word(&chunk) else {
        let first = chunk.first().map_or_else(Span::call_site, TokenTree::span);
        let text = text(chunk.into_iter().collect());
        if text.is_none() {
            dx.error(first, "only words stand here; write `word`, `word = \"text\"` or `word(...)`");
        }
        return text.map(Item::Text);
    };
    let value = match chunk.as_slice() {
        [] | [_] => Value::Nothing,
        [_, TokenTree::Group(list)] if list.delimiter() == Delimiter::Parenthesis => {
            Value::List(list.stream())
        }
        [_, TokenTree::Punct(equals), value @ ..] if equals.as_char() == '=' => {
            let span = value.first().map_or_else(|| equals.span(), TokenTree::span);
            text(value.iter().cloned().collect()).map_or(Value::Other(span), Value::Text)
        }
        [_, other, ..] => Value::Other(other.span()),
    };
    Some(Item::Word { name, value })
}

/// A string or character literal; `syn` also sees through the invisible group around a literal
/// that came out of a `macro_rules!`.
fn text(tokens: TokenStream) -> Option<Text> {
    let (value, literal) = match syn::parse2(tokens).ok()? {
        syn::Lit::Str(text) => (text.value(), text.token()),
        syn::Lit::Char(character) => (character.value().to_string(), character.token()),
        _ => return None,
    };
    Some(Text { value, literal })
}
