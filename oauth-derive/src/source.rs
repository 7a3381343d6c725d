//! Where the nodes of a declaration stand: the way back from an [`At`] to a span.

use oauth_declaration::{At, Part};
use proc_macro2::{Literal, Span, TokenStream};

/// The nodes of a declaration and of the item below it, by their numbers.
#[derive(Debug, Default)]
pub(crate) struct Source {
    nodes: Vec<Node>,
}

/// One node.
#[derive(Debug)]
pub(crate) struct Node {
    word: Span,
    value: Option<Standing>,
}

/// What stands after a word, or alone.
#[derive(Debug)]
pub(crate) enum Standing {
    /// A literal; `is_plain` if its bytes are those of its value.
    Literal { literal: Literal, is_plain: bool },
    /// What is in parentheses.
    List(TokenStream),
    /// Anything else.
    Other(Span),
}

impl Source {
    /// Adds a node with a word.
    pub(crate) fn add(&mut self, word: Span) -> usize {
        self.nodes.push(Node { word, value: None });
        self.nodes.len() - 1
    }

    /// Says what stands after the word, or alone.
    pub(crate) fn set(&mut self, node: usize, value: Standing) {
        if let Some(node) = self.nodes.get_mut(node) {
            node.value = Some(value);
        }
    }

    /// Where this stands. A part of a value is exact where the compiler can tell, otherwise it is
    /// the whole literal.
    pub(crate) fn span(&self, at: At) -> Span {
        let Some(node) = self.nodes.get(at.node) else { return Span::call_site() };
        match (&node.value, at.part) {
            // What is empty has no place of its own.
            (Some(Standing::Literal { literal, is_plain: true }), Part::Bytes { start, end })
                if start < end =>
            {
                literal.subspan(start + 1..end + 1).unwrap_or_else(|| literal.span())
            }
            (Some(Standing::Literal { literal, .. }), Part::Value | Part::Bytes { .. }) => literal.span(),
            (Some(Standing::Other(span)), Part::Value) => *span,
            _ => node.word,
        }
    }

    /// The tokens in parentheses.
    pub(crate) fn list(&self, at: At) -> Option<&TokenStream> {
        match &self.nodes.get(at.node)?.value {
            Some(Standing::List(tokens)) => Some(tokens),
            _ => None,
        }
    }
}
