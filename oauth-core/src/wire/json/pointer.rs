//! Where a member stands: a bare name, or a JSON pointer (RFC 6901), below a root or not.

use super::scan::{Name, Raw, Reader};
use std::borrow::Cow;

/// The way to one value.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'p> {
    first: &'p str,
    /// The steps behind the first one, joined by `/`; those of the pointer stand behind those of the
    /// root.
    more: [Option<&'p str>; 2],
    /// Whether no step has a `~` in it, so that all can be compared as they are written.
    is_plain: bool,
}

impl<'p> Place<'p> {
    /// The member with this name, which holds no `~`.
    pub(crate) const fn member(name: &'p str) -> Self {
        Self { first: name, more: [None, None], is_plain: true }
    }

    /// What a pointer leads to, from a root: a JSON pointer, or `""` for the whole answer.
    pub(crate) fn new(root: &'p str, pointer: &'p str) -> Self {
        let is_plain = !root.contains('~') && !pointer.contains('~');
        let steps = |pointer: &'p str| pointer.strip_prefix('/').unwrap_or(pointer);
        let (way, behind) =
            if root.is_empty() { (steps(pointer), None) } else { (steps(root), Some(steps(pointer))) };
        match way.split_once('/') {
            Some((first, more)) => Self { first, more: [Some(more), behind], is_plain },
            None => Self { first: way, more: [behind, None], is_plain },
        }
    }

    /// The one member that this is, if it is one of the whole answer.
    pub(crate) fn as_member(&self) -> Option<Cow<'p, str>> {
        self.more[0].is_none().then(|| unescaped(self.first))
    }

    fn step(&self, depth: usize) -> Option<&'p str> {
        match depth.checked_sub(1) {
            None => Some(self.first),
            Some(behind) => self.more.iter().flatten().flat_map(|steps| steps.split('/')).nth(behind),
        }
    }

    fn is_reached(&self, depth: usize) -> bool {
        if depth == 0 { self.more[0].is_none() } else { self.step(depth.saturating_add(1)).is_none() }
    }

    fn is_through(&self, name: Name<'_>, depth: usize) -> bool {
        let Some(step) = self.step(depth) else { return false };
        if self.is_plain && !name.is_escaped {
            return step == name.raw;
        }
        name.text().is_some_and(|name| name == unescaped(step))
    }

    fn is_through_element(&self, index: usize, depth: usize) -> bool {
        let is_number = |step: &&str| *step == "0" || step.starts_with(|first| matches!(first, '1'..='9'));
        self.step(depth).filter(is_number).and_then(|step| step.parse().ok()) == Some(index)
    }
}

/// A step, without the escapes of RFC 6901 section 3.
fn unescaped(step: &str) -> Cow<'_, str> {
    if step.contains('~') { step.replace("~1", "/").replace("~0", "~").into() } else { step.into() }
}

/// What stands at a place.
#[derive(Clone, Copy, Default)]
pub(super) struct Slot<'a> {
    pub(super) value: Option<Raw<'a>>,
    /// How many steps of the way were found.
    reached: usize,
    /// Whether one of them stands there more than once: nobody knows which is meant.
    pub(super) is_repeated: bool,
}

/// Fills slots, at most 32, with what stands at their places.
pub(super) struct Finder<'a, 'f> {
    pub(super) places: &'f [Place<'f>],
    pub(super) slots: &'f mut [Slot<'a>],
}

impl Finder<'_, '_> {
    fn matching(&mut self, depth: usize, wanted: u32, is_through: impl Fn(&Place<'_>) -> bool) -> u32 {
        let (mut bit, mut found) = (1_u32, 0);
        for (place, slot) in self.places.iter().zip(self.slots.iter_mut()) {
            if wanted & bit != 0 && is_through(place) {
                if slot.reached > depth {
                    (slot.value, slot.is_repeated) = (None, true);
                } else {
                    slot.reached = depth.saturating_add(1);
                    found |= bit;
                }
            }
            bit = bit.wrapping_shl(1);
        }
        found
    }
}

impl<'a> Reader<'a> for Finder<'a, '_> {
    fn member(&mut self, name: Name<'a>, depth: usize, wanted: u32) -> u32 {
        self.matching(depth, wanted, |place| place.is_through(name, depth))
    }

    fn element(&mut self, index: usize, depth: usize, wanted: u32) -> u32 {
        self.matching(depth, wanted, |place| place.is_through_element(index, depth))
    }

    fn value(&mut self, value: Raw<'a>, depth: usize, wanted: u32) {
        let mut bit = 1_u32;
        for (place, slot) in self.places.iter().zip(self.slots.iter_mut()) {
            if wanted & bit != 0 && place.is_reached(depth) {
                slot.value = Some(value);
            }
            bit = bit.wrapping_shl(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::json::scan;

    fn find<'a>(body: &'a str, root: &str, pointer: &str) -> (Option<&'a str>, bool) {
        let mut slot = [Slot::default()];
        let mut finder = Finder { places: &[Place::new(root, pointer)], slots: &mut slot };
        scan::object(body, &mut finder).unwrap();
        (slot[0].value.map(|raw| raw.text), slot[0].is_repeated)
    }

    const BODY: &str = r#"{"a": 1, "d": {"a": 2, "e": {"a": [3, {"b": 4, "x/y": 5, "m~n": 6}]}, "": 7},
        "\u0065": {"a": 8}, "a/b": 9, "list": [[0, 10]]}"#;

    #[test]
    fn pointers_lead_through_objects_and_arrays() {
        for (root, pointer, expected) in [
            ("", "a", "1"),
            ("", "/a", "1"),
            ("/d", "a", "2"),
            ("/d", "/a", "2"),
            ("/d/e", "/a/0", "3"),
            ("", "/d/e/a/1/b", "4"),
            ("/d/e/a/1", "b", "4"),
            ("/d", "/e/a/1/x~1y", "5"),
            ("/d/e/a/1", "/m~0n", "6"),
            ("", "/d/", "7"),
            ("", "/e/a", "8"),
            ("", "/a~1b", "9"),
            ("", "/list/0/1", "10"),
            ("", "/d/e/a/1", r#"{"b": 4, "x/y": 5, "m~n": 6}"#),
        ] {
            assert_eq!(find(BODY, root, pointer), (Some(expected), false), "{root} {pointer}");
        }
    }

    #[test]
    fn a_pointer_that_leads_nowhere_finds_nothing() {
        for (root, pointer) in [
            ("", "b"),
            ("", "/a/b"),
            ("", "/d/b"),
            ("/e", "e"),
            ("/x", "a"),
            ("/d/e/a", "b"),
            ("", "/d/e/a/00"),
            ("", "/d/e/a/+1"),
            ("", "/d/e/a/-"),
            ("", "/d/e/a/2"),
            ("", "/d/e/a/99999999999999999999999"),
            ("", "/list/1"),
        ] {
            assert_eq!(find(BODY, root, pointer), (None, false), "{root} {pointer}");
        }
    }

    #[test]
    fn a_repeated_step_is_ambiguous() {
        for (body, pointer) in [
            (r#"{"a": 1, "\u0061": 2}"#, "a"),
            (r#"{"d": {"a": 1}, "d": {}}"#, "/d/a"),
            (r#"{"d": {}, "d": {"a": 1}}"#, "/d/a"),
            (r#"{"d": 1, "d": {"a": 1}}"#, "/d/a"),
            (r#"{"d": {"a": 1, "a": 2}}"#, "/d/a"),
        ] {
            assert_eq!(find(body, "", pointer), (None, true), "{body}");
        }
        // The same name elsewhere is another member.
        assert_eq!(find(r#"{"x": {"a": 1, "a": 1}, "a": 2, "y": {"a": 3}}"#, "", "a"), (Some("2"), false));
    }
}
