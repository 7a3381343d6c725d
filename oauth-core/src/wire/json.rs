//! JSON answers: known members found in one pass, as they are written and without copies. A
//! malformed member costs nothing but itself.

mod pointer;
mod scan;
mod shape;

pub(crate) use pointer::Place;
pub(crate) use scan::Raw;
pub(crate) use shape::shape;

use pointer::{Finder, Slot};
use serde::de::DeserializeOwned;
use std::borrow::Cow;

/// What stands at some places, at most 32, of a text that should be one object. Where something
/// is wrong with the text, it is what stood there before.
pub(crate) struct Found<'a, const N: usize> {
    slots: [Slot<'a>; N],
    broken_at: Option<usize>,
}

/// Looks for all of these places in one pass.
pub(crate) fn find<'a, const N: usize>(text: &'a str, places: &[Place<'_>; N]) -> Found<'a, N> {
    let mut slots = [Slot::default(); N];
    let broken_at = scan::object(text, &mut Finder { places, slots: &mut slots }).err();
    Found { slots, broken_at }
}

impl<'a, const N: usize> Found<'a, N> {
    /// The values, in the order of the places. One that stands there more than once is none.
    pub(crate) fn values(&self) -> [Option<Raw<'a>>; N] {
        self.slots.map(|slot| slot.value)
    }

    /// The first place at which more than one value stands.
    pub(crate) fn repeated(&self) -> Option<usize> {
        self.slots.iter().position(|slot| slot.is_repeated)
    }

    /// Where the text stops being one object.
    pub(crate) fn broken_at(&self) -> Option<usize> {
        self.broken_at
    }
}

impl<'a> Raw<'a> {
    /// The value as it is written.
    pub(crate) fn as_written(self) -> &'a str {
        self.text
    }

    /// A string; `None` for any other value and for one that is not valid Unicode.
    pub(crate) fn string(self) -> Option<Cow<'a, str>> {
        let inner = self.text.strip_prefix('"')?.strip_suffix('"')?;
        if self.is_escaped { scan::unescape(self.text) } else { Some(Cow::Borrowed(inner)) }
    }

    /// An array of strings.
    pub(crate) fn strings(self) -> Option<Vec<String>> {
        self.text.starts_with('[').then(|| serde_json::from_str(self.text).ok())?
    }
}

/// Decodes a typed part of a body. The error says what does not fit, never with a value.
pub(crate) fn typed<T: DeserializeOwned>(part: &[u8]) -> Result<T, String> {
    serde_json::from_slice(part).map_err(|error| {
        let text = error.to_string();
        // serde quotes values in its other messages; these two name members of the user's own type.
        let named = ["missing field `", "duplicate field `"].iter().any(|start| text.starts_with(start));
        let what = text.split(" at line").next().filter(|_| named).unwrap_or("a member has another type");
        format!("{what} (line {}, column {})", error.line(), error.column())
    })
}
