//! Where a member stands: a bare name, or a JSON pointer (RFC 6901), below a root or not.

use super::scan::{Name, Raw, Reader};
use crate::wire::value::Value;
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
    /// The bucket of the first step.
    bucket: u8,
}

/// Names are compared with those of their own bucket only.
const BUCKETS: usize = 32;

/// By length and first byte, which puts no two names of RFC 6749 into one.
const fn bucket(name: &str) -> u8 {
    let [length, ..] = name.len().to_le_bytes();
    match name.as_bytes() {
        [first, ..] => (length ^ *first) % 32,
        [] => 0,
    }
}

impl<'p> Place<'p> {
    /// The member with this name.
    pub(crate) const fn member(name: &'p str) -> Self {
        Self { first: name, more: [None, None], is_plain: true, bucket: bucket(name) }
    }

    /// Where no member stands: its bucket is none.
    pub(crate) const UNDECLARED: Self = Self { bucket: 32, ..Self::member("") };

    /// What a pointer leads to, from a root: a JSON pointer, or `""` for the whole answer.
    pub(crate) fn new(root: &'p str, pointer: &'p str) -> Self {
        if root.is_empty() && !pointer.starts_with('/') {
            return Self::member(pointer);
        }
        let is_plain = !root.contains('~') && !pointer.contains('~');
        let steps = |pointer: &'p str| pointer.strip_prefix('/').unwrap_or(pointer);
        let (way, behind) =
            if root.is_empty() { (steps(pointer), None) } else { (steps(root), Some(steps(pointer))) };
        let (first, more) = match way.split_once('/') {
            Some((first, more)) => (first, [Some(more), behind]),
            None => (way, [behind, None]),
        };
        let place = Self { first, more, is_plain, bucket: 0 };
        Self { bucket: bucket(&place.unescaped(first)), ..place }
    }

    /// The one member that this is, if it is one of the whole answer.
    pub(crate) fn as_member(&self) -> Option<Cow<'p, str>> {
        let is_declared = usize::from(self.bucket) < BUCKETS;
        (self.more[0].is_none() && is_declared).then(|| self.unescaped(self.first))
    }

    /// A step behind the first one.
    fn step(&self, depth: usize) -> Option<&'p str> {
        let behind = depth.checked_sub(1)?;
        self.more.iter().flatten().flat_map(|steps| steps.split('/')).nth(behind)
    }

    /// A step, without the escapes of RFC 6901 section 3.
    fn unescaped(&self, step: &'p str) -> Cow<'p, str> {
        if self.is_plain { step.into() } else { step.replace("~1", "/").replace("~0", "~").into() }
    }

    #[inline]
    fn begins_with(&self, name: &str) -> bool {
        if self.is_plain { self.first == name } else { self.unescapes_to(name) }
    }

    #[cold]
    fn unescapes_to(&self, name: &str) -> bool {
        self.unescaped(self.first) == name
    }

    fn is_reached(&self, depth: usize) -> bool {
        if depth == 0 { self.more[0].is_none() } else { self.step(depth.saturating_add(1)).is_none() }
    }

    fn is_through(&self, name: &str, depth: usize) -> bool {
        self.step(depth).is_some_and(|step| name == self.unescaped(step))
    }

    fn is_through_element(&self, index: usize, depth: usize) -> bool {
        let is_number = |step: &&str| *step == "0" || step.starts_with(|first| matches!(first, '1'..='9'));
        self.step(depth).filter(is_number).and_then(|step| step.parse().ok()) == Some(index)
    }
}

/// Several places, at most 32.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Places<L: ?Sized> {
    /// Which of them are in each bucket.
    buckets: [u32; BUCKETS],
    pub(crate) list: L,
}

impl<'p, const N: usize> Places<[Place<'p>; N]> {
    // A bucket is below their number.
    #[allow(clippy::indexing_slicing)]
    pub(crate) const fn new(list: [Place<'p>; N]) -> Self {
        let (mut buckets, mut bit) = ([0; BUCKETS], 1_u32);
        let mut rest: &[Place<'p>] = &list;
        while let [place, more @ ..] = rest {
            if (place.bucket as usize) < BUCKETS {
                buckets[place.bucket as usize] |= bit;
            }
            (bit, rest) = (bit.wrapping_shl(1), more);
        }
        Self { buckets, list }
    }

    /// Puts another place at this position.
    pub(crate) fn set(&mut self, position: usize, place: Place<'p>) {
        let Some(slot) = self.list.get_mut(position) else { return };
        let bit = bit_of(position);
        if let Some(bucket) = self.buckets.get_mut(usize::from(slot.bucket)) {
            *bucket &= !bit;
        }
        if let Some(bucket) = self.buckets.get_mut(usize::from(place.bucket)) {
            *bucket |= bit;
        }
        *slot = place;
    }
}

/// Finds what stands at some places.
pub(super) struct Finder<'a, 'f> {
    places: &'f Places<[Place<'f>]>,
    /// In the order of the places.
    values: &'f mut [Option<Value<'a>>],
    /// The places whose first step was found.
    begun: u32,
    /// How many steps of each way were found, where it has more than one.
    reached: [u8; 32],
    repeated: u32,
}

impl<'a, 'f> Finder<'a, 'f> {
    pub(super) fn new(places: &'f Places<[Place<'f>]>, values: &'f mut [Option<Value<'a>>]) -> Self {
        Self { places, values, begun: 0, reached: [0; 32], repeated: 0 }
    }

    /// The places to which more than one way leads, so that nobody knows which is meant.
    pub(super) fn repeated(&self) -> u32 {
        self.repeated
    }

    /// The places whose first step is this name.
    #[inline]
    fn begin(&mut self, name: &str) -> u32 {
        let candidates = self.places.buckets.get(usize::from(bucket(name))).copied().unwrap_or(0);
        let mut found = 0;
        for position in positions(candidates) {
            if self.places.list.get(position).is_some_and(|place| place.begins_with(name)) {
                found |= bit_of(position);
            }
        }
        self.repeated |= self.begun & found;
        self.begun |= found;
        found & !self.repeated
    }

    /// What is found anew behind the first step.
    fn reach(&mut self, depth: usize, found: u32) -> u32 {
        // The deepest nesting is far below 255.
        let deeper = u8::try_from(depth).unwrap_or(u8::MAX);
        for position in positions(found) {
            let Some(reached) = self.reached.get_mut(position) else { continue };
            if *reached >= deeper {
                self.repeated |= bit_of(position);
            }
            *reached = (*reached).max(deeper);
        }
        found & !self.repeated
    }

    #[cold]
    fn escaped(&mut self, name: Name<'a>, depth: usize, wanted: u32) -> u32 {
        match name.text() {
            Some(name) => self.found(&name, depth, wanted),
            None => 0,
        }
    }

    #[inline]
    fn found(&mut self, name: &str, depth: usize, wanted: u32) -> u32 {
        if depth == 0 { self.begin(name) } else { self.go_on(name, depth, wanted) }
    }

    #[cold]
    fn go_on(&mut self, name: &str, depth: usize, wanted: u32) -> u32 {
        let found = wanted & bits(&self.places.list, |place| place.is_through(name, depth));
        self.reach(depth, found)
    }
}

/// Positions are below 32.
#[allow(clippy::cast_possible_truncation)]
fn bit_of(position: usize) -> u32 {
    1_u32.wrapping_shl(position as u32)
}

/// The positions of the bits that are set.
pub(super) fn positions(mut bits: u32) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        if bits == 0 {
            return None;
        }
        let position = bits.trailing_zeros() as usize;
        bits &= bits.wrapping_sub(1);
        Some(position)
    })
}

/// The bits of the places for which this is so.
fn bits(places: &[Place<'_>], is_so: impl Fn(&Place<'_>) -> bool) -> u32 {
    let (mut bits, mut bit) = (0, 1_u32);
    for place in places {
        if is_so(place) {
            bits |= bit;
        }
        bit = bit.wrapping_shl(1);
    }
    bits
}

impl<'a> Reader<'a> for Finder<'a, '_> {
    #[inline]
    fn member(&mut self, name: Name<'a>, depth: usize, wanted: u32) -> u32 {
        if name.is_escaped { self.escaped(name, depth, wanted) } else { self.found(name.raw, depth, wanted) }
    }

    fn element(&mut self, index: usize, depth: usize, wanted: u32) -> u32 {
        let found = wanted & bits(&self.places.list, |place| place.is_through_element(index, depth));
        self.reach(depth, found)
    }

    #[inline]
    fn value(&mut self, value: Raw<'a>, depth: usize, wanted: u32) {
        for position in positions(wanted) {
            let place = self.places.list.get(position);
            if let Some(slot) = self.values.get_mut(position)
                && place.is_some_and(|place| place.is_reached(depth))
            {
                *slot = Some(Value::Json(value));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::json;

    fn find<'a>(body: &'a str, root: &str, pointer: &str) -> (Option<&'a str>, bool) {
        let mut value = [None];
        let flaws = json::find(body, &Places::new([Place::new(root, pointer)]), &mut value);
        assert_eq!(flaws.broken_at, None);
        let [value] = value;
        let written = value.map(|value| match value {
            Value::Json(raw) => raw.text,
            _ => "no JSON",
        });
        (written, flaws.repeated.is_some())
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
    fn nothing_stands_where_nothing_is_declared() {
        let mut value = [None];
        json::find(r#"{"\u0000": 1, "": 2}"#, &Places::new([Place::UNDECLARED]), &mut value);
        assert!(value[0].is_none());
        assert_eq!(Place::UNDECLARED.as_member(), None);
        assert_eq!(Place::new("", "/").as_member().as_deref(), Some(""));
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
