//! JSON answers: known members found in one pass, as they are written and without copies. A
//! malformed member costs nothing but itself.

mod pointer;
mod scan;
mod shape;
mod typed;

pub(crate) use pointer::{Place, Places};
pub(crate) use scan::Raw;
pub(crate) use shape::{nameless_shape, shape};
pub(crate) use typed::typed;

use super::value::Value;
use pointer::Finder;
use std::borrow::Cow;

/// What is wrong with a text that should be one object.
pub(crate) struct Flaws {
    /// The first place at which more than one value stands.
    pub(crate) repeated: Option<usize>,
    /// Where the text stops being one object.
    pub(crate) broken_at: Option<usize>,
}

/// Looks for all of these places in one pass. What stands at one is put at the same
/// position among the values, also from a text with flaws; what stands there more than once is none.
pub(crate) fn find<'a>(
    text: &'a str,
    places: &Places<[Place<'_>]>,
    values: &mut [Option<Value<'a>>],
) -> Flaws {
    let mut finder = Finder::new(places, values);
    let broken_at = scan::object(text, &mut finder).err();
    let repeated = finder.repeated();
    Flaws { repeated: forget(values, repeated), broken_at }
}

/// Drops the values at these positions, given as bits; the first of them.
pub(crate) fn forget(values: &mut [Option<Value<'_>>], positions: u32) -> Option<usize> {
    for position in pointer::positions(positions) {
        if let Some(value) = values.get_mut(position) {
            *value = None;
        }
    }
    pointer::positions(positions).next()
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
