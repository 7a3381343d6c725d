//! [`Item`]: what a declaration consists of, without the tokens or the file that it came from.

use crate::diagnostics::Diagnostic;
use std::fmt;
use std::ops::Range;

/// One item of a list.
#[derive(Debug, Clone)]
pub enum Item {
    /// `word`, `word = "text"` or `word(...)`.
    Word {
        /// The word.
        name: Name,
        /// What follows it.
        value: Value,
    },
    /// `"text"` alone.
    Text(Text),
}

/// The items of a list, each of them or what is wrong with it.
///
/// That is reported where the list is read, so that a list of something else, such as a type of
/// Rust, is nobody's mistake.
pub type List = Vec<Result<Item, Flaw>>;

/// What is wrong with an item.
#[derive(Debug, Clone)]
pub struct Flaw {
    /// What is said of it where the list knows nothing better.
    pub diagnostic: Diagnostic,
    /// What stands there, if a list may know what was meant.
    pub found: Option<Found>,
}

/// What stands in place of an item.
#[derive(Debug, Clone)]
pub enum Found {
    /// `"left" = "right"` or `"left" = right`.
    Pair {
        /// The text on the left.
        left: String,
        /// The text or the word on the right.
        right: String,
    },
    /// A number, as it is written.
    Number(String),
}

/// What follows a word.
#[derive(Debug, Clone)]
pub enum Value {
    /// Nothing.
    Nothing,
    /// `= "text"`.
    Text(Text),
    /// `= true` or `= 5`, as it is written.
    Literal(Text),
    /// `(...)`.
    List(List),
    /// Something else, as it is written from the word on and without spaces, such as `:all`; what is
    /// right depends on the word.
    Other(Text),
}

/// A word, and where it stands. Two are equal if they are spelt alike.
#[derive(Debug, Clone)]
pub struct Name {
    /// As written.
    pub text: String,
    /// Where it stands.
    pub at: At,
}

/// A text, and where it stands.
#[derive(Debug, Clone)]
pub struct Text {
    /// What it stands for.
    pub value: String,
    /// Where it stands.
    pub at: At,
    /// Whether it is a word where a word may stand: in a file, both are strings.
    pub or_word: bool,
}

/// A position: which node of the source, and which part of it.
///
/// Whoever makes the items numbers the nodes in the order of the source and keeps a table of where
/// each stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    /// The number of the node.
    pub node: usize,
    /// The part of it.
    pub part: Part,
}

/// A part of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The word.
    Word,
    /// The value, or the whole of a node that has no word.
    Value,
    /// Some bytes of what the value stands for.
    Bytes {
        /// The first.
        start: usize,
        /// The one after the last.
        end: usize,
    },
}

/// What is declared: a struct, or a definition in a file.
#[derive(Debug, Clone)]
pub struct Subject {
    /// Its name.
    pub name: Name,
    /// The names of its fields, which are the URL variables; nothing if it can't have any, which is
    /// then reported elsewhere.
    pub fields: Option<Vec<Name>>,
    /// Whether it is a struct, whose scopes and parameters become associated constants.
    pub has_constants: bool,
}

impl Value {
    /// The number behind `=`, as it is written.
    pub fn number(&self) -> Option<&str> {
        let number = match self {
            Self::Literal(text) => text.value.as_str(),
            Self::Other(text) => text.value.strip_prefix('=')?,
            _ => return None,
        };
        (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())).then_some(number)
    }
}

impl At {
    /// The word of a node.
    pub fn word(node: usize) -> Self {
        Self { node, part: Part::Word }
    }

    /// The value of a node.
    pub fn value(node: usize) -> Self {
        Self { node, part: Part::Value }
    }

    /// Some bytes of the value.
    #[must_use]
    pub fn bytes(self, bytes: Range<usize>) -> Self {
        Self { part: Part::Bytes { start: bytes.start, end: bytes.end }, ..self }
    }
}

impl Subject {
    /// The names of the fields.
    pub fn fields(&self) -> &[Name] {
        self.fields.as_deref().unwrap_or_default()
    }
}

impl From<Diagnostic> for Flaw {
    fn from(diagnostic: Diagnostic) -> Self {
        Self { diagnostic, found: None }
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl PartialEq for Name {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Name {}
