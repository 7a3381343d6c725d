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
    /// Anything else; what is right depends on the word.
    Other,
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
            _ => chunk.push(token),
        }
    }
    if !chunk.is_empty() {
        chunks.push(chunk);
    }
    chunks
}

fn first_word(chunk: &[TokenTree]) -> Option<Ident> {
    match chunk.first() {
        Some(TokenTree::Ident(name)) => Some(name.unraw()),
        _ => None,
    }
}

// case: key/missing_comma
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
    let mut rest = chunk.into_iter().skip(1).peekable();
    let value = match rest.next() {
        None => Value::Nothing,
        Some(TokenTree::Group(list)) if list.delimiter() == Delimiter::Parenthesis => {
            if let Some(extra) = rest.next() {
                dx.error(extra.span(), format!("`{name}(...)` ends before this; put a comma between them"));
            }
            Value::List(list.stream())
        }
        Some(TokenTree::Punct(equals)) if equals.as_char() == '=' => text_value(dx, &name, rest.collect()),
        Some(TokenTree::Ident(next)) => {
            dx.error(next.span(), format!("`{name}` ends before `{next}`; put a comma between them"));
            Value::Nothing
        }
        Some(_) => Value::Other,
    };
    Some(Item::Word { name, value })
}

fn text_value(dx: &mut Diagnostics, name: &Ident, tokens: Vec<TokenTree>) -> Value {
    // A forgotten comma leaves the next word in the same chunk.
    if let [TokenTree::Literal(_), TokenTree::Ident(next), ..] = tokens.as_slice() {
        dx.error(
            next.span(),
            format!("the value of `{name}` ends before `{next}`; put a comma between them"),
        );
        return text(tokens.into_iter().take(1).collect()).map_or(Value::Other, Value::Text);
    }
    text(tokens.into_iter().collect()).map_or(Value::Other, Value::Text)
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
