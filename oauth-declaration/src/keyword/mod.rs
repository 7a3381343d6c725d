//! The one table of the words of a declaration: where each may stand, what follows it, and the
//! documentation that an editor shows.

mod callback;
mod elsewhere;
mod errors;
mod grants;
mod keys;
mod parameters;
mod protection;
mod requests;
mod responses;

pub use elsewhere::{Elsewhere, elsewhere};
pub use errors::CONDITION;
pub use keys::KEYS;
pub use requests::PARAMETER;

/// The words that may stand in one list.
#[derive(Debug)]
pub struct Vocabulary {
    /// The module of the editor's hints that documents these words.
    pub module: &'static str,
    /// What one of them is called in a message.
    pub noun: &'static str,
    /// The words.
    pub words: &'static [Keyword],
}

/// One word.
#[derive(Debug)]
pub struct Keyword {
    /// As typed.
    pub word: &'static str,
    /// What follows it.
    pub takes: Takes,
    /// What it means; begins with the form it is written in.
    pub doc: &'static str,
}

/// What follows a word.
#[derive(Debug)]
pub enum Takes {
    /// Nothing: the word alone.
    Nothing,
    /// `= "text"`; with an example of the text.
    Text(&'static str),
    /// `= "text"`, or `("text", ...)` for several; with an example of the text.
    Texts(&'static str),
    /// `(...)` with words of this vocabulary; with an example of the list.
    Words(&'static Vocabulary, &'static str),
    /// `(...)` with exactly one word of this vocabulary, and perhaps a reason.
    Choice(&'static Vocabulary, &'static str),
    /// Nothing, or `(...)` with words of this vocabulary.
    MaybeWords(&'static Vocabulary),
    /// `(...)` with words or literals that the author of the declaration chooses.
    Own(&'static str),
    /// Nothing at all: the word is known, and refused for this reason.
    Refused(&'static str),
}

impl Vocabulary {
    /// The words that are not refused.
    pub fn offered(&self) -> impl Iterator<Item = &'static Keyword> {
        self.words.iter().filter(|keyword| !matches!(keyword.takes, Takes::Refused(_)))
    }

    /// The keyword that is spelt like this.
    pub fn get(&self, word: &str) -> Option<&'static Keyword> {
        self.words.iter().find(|keyword| keyword.word == word)
    }
}

impl Keyword {
    /// The words that may stand in its list.
    pub fn inner(&self) -> Option<&'static Vocabulary> {
        match self.takes {
            Takes::Words(of, _) | Takes::Choice(of, _) | Takes::MaybeWords(of) => Some(of),
            _ => None,
        }
    }
}

const fn bare(word: &'static str, doc: &'static str) -> Keyword {
    Keyword { word, takes: Takes::Nothing, doc }
}

const fn text(word: &'static str, example: &'static str, doc: &'static str) -> Keyword {
    Keyword { word, takes: Takes::Text(example), doc }
}

const fn texts(word: &'static str, example: &'static str, doc: &'static str) -> Keyword {
    Keyword { word, takes: Takes::Texts(example), doc }
}

const fn words(
    word: &'static str,
    of: &'static Vocabulary,
    example: &'static str,
    doc: &'static str,
) -> Keyword {
    Keyword { word, takes: Takes::Words(of, example), doc }
}

const fn choice(
    word: &'static str,
    of: &'static Vocabulary,
    example: &'static str,
    doc: &'static str,
) -> Keyword {
    Keyword { word, takes: Takes::Choice(of, example), doc }
}

const fn maybe(word: &'static str, of: &'static Vocabulary, doc: &'static str) -> Keyword {
    Keyword { word, takes: Takes::MaybeWords(of), doc }
}

const fn own(word: &'static str, example: &'static str, doc: &'static str) -> Keyword {
    Keyword { word, takes: Takes::Own(example), doc }
}

const fn refused(word: &'static str, reason: &'static str) -> Keyword {
    Keyword { word, takes: Takes::Refused(reason), doc: "" }
}
