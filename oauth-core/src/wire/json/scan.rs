//! One pass over a JSON text (RFC 8259). Every byte of it is judged, nothing is copied, and a
//! [`Reader`] hears of what it asked for.
//!
//! The grammar is read here and not by `serde_json`, so that nothing depends on the features of that
//! crate that another one switches on, and so that a text is gone over once.

use std::borrow::Cow;

/// The deepest nesting, as in `serde_json`.
const DEPTH: usize = 128;

/// Hears of members and elements. What it wants is a set of bits, which it alone gives a meaning.
pub(super) trait Reader<'a> {
    /// A member of an object that is `wanted`: which of those things the member is, or leads to.
    fn member(&mut self, name: Name<'a>, depth: usize, wanted: u32) -> u32;

    /// The same for an element of an array.
    fn element(&mut self, index: usize, depth: usize, wanted: u32) -> u32;

    /// The value of such a member or element.
    fn value(&mut self, value: Raw<'a>, depth: usize, wanted: u32);
}

/// The name of a member, without its quotes.
#[derive(Clone, Copy)]
pub(super) struct Name<'a> {
    pub(super) raw: &'a str,
    pub(super) is_escaped: bool,
}

/// A value as it is written.
#[derive(Clone, Copy)]
pub(crate) struct Raw<'a> {
    pub(super) text: &'a str,
    /// Whether it is a string with escapes in it.
    pub(super) is_escaped: bool,
}

impl<'a> Name<'a> {
    /// The name itself; `None` if it is not valid Unicode.
    pub(super) fn text(self) -> Option<Cow<'a, str>> {
        if self.is_escaped { unescape(&format!("\"{}\"", self.raw)) } else { Some(Cow::Borrowed(self.raw)) }
    }
}

/// The text of a JSON string with escapes; `None` if it is not valid Unicode.
pub(super) fn unescape(literal: &str) -> Option<Cow<'static, str>> {
    serde_json::from_str::<String>(literal).ok().map(Cow::Owned)
}

/// Goes over a text that is one object. The error is the position at which it is not.
pub(super) fn object<'a>(text: &'a str, reader: &mut impl Reader<'a>) -> Result<(), usize> {
    let mut scanner = Scanner::new(text, reader);
    let at = scanner.begin()?;
    let at = scanner.members(at, 0, u32::MAX)?;
    scanner.end(at)
}

/// The members of a text that is one object, one after the other.
pub(super) struct Members<'a> {
    scanner: Scanner<'a, Nobody>,
    at: usize,
    is_first: bool,
}

impl<'a> Members<'a> {
    pub(super) fn of(text: &'a str) -> Result<Self, usize> {
        let scanner = Scanner::new(text, Nobody);
        Ok(Self { at: behind(scanner.begin()?), scanner, is_first: true })
    }

    /// The next member; nothing behind the last one, where the text ends. The error is the position at
    /// which it is not one object.
    pub(super) fn next(&mut self) -> Result<Option<(Name<'a>, Raw<'a>)>, usize> {
        let scanner = &mut self.scanner;
        let (mut at, mut byte) = scanner.next(self.at);
        match byte {
            b'}' => return scanner.end(behind(at)).map(|()| None),
            b',' if !self.is_first => (at, byte) = scanner.next(behind(at)),
            _ if self.is_first => self.is_first = false,
            _ => return Err(at),
        }
        let (name, start, byte) = scanner.name(at, byte)?;
        self.at = scanner.any_value(start, byte, 1, 0)?;
        let text = scanner.text.get(start..self.at).ok_or(start)?;
        let is_escaped = byte == b'"' && scanner.is_escaped;
        Ok(Some((name, Raw { text, is_escaped })))
    }
}

/// Who wants to hear of nothing.
struct Nobody;

impl<'a> Reader<'a> for Nobody {
    fn member(&mut self, _: Name<'a>, _: usize, _: u32) -> u32 {
        0
    }

    fn element(&mut self, _: usize, _: usize, _: u32) -> u32 {
        0
    }

    fn value(&mut self, _: Raw<'a>, _: usize, _: u32) {}
}

impl<'a, R: Reader<'a>> Reader<'a> for &mut R {
    #[inline]
    fn member(&mut self, name: Name<'a>, depth: usize, wanted: u32) -> u32 {
        (**self).member(name, depth, wanted)
    }

    #[inline]
    fn element(&mut self, index: usize, depth: usize, wanted: u32) -> u32 {
        (**self).element(index, depth, wanted)
    }

    #[inline]
    fn value(&mut self, value: Raw<'a>, depth: usize, wanted: u32) {
        (**self).value(value, depth, wanted);
    }
}

struct Scanner<'a, R> {
    text: &'a str,
    bytes: &'a [u8],
    /// Whether the string that was read last has escapes.
    is_escaped: bool,
    reader: R,
}

/// Every step goes from a position to the one behind what it reads; the error is where the text is no
/// JSON. Positions are arguments, so that they stay in registers, and never pass the end, so that
/// nothing wraps.
impl<'a, R: Reader<'a>> Scanner<'a, R> {
    fn new(text: &'a str, reader: R) -> Self {
        Self { text, bytes: text.as_bytes(), is_escaped: false, reader }
    }

    /// Where the object begins.
    fn begin(&self) -> Result<usize, usize> {
        let (at, byte) = self.next(0);
        if byte == b'{' { Ok(at) } else { Err(at) }
    }

    /// Behind the object there is nothing.
    fn end(&self, at: usize) -> Result<(), usize> {
        let (at, _) = self.next(at);
        if at == self.bytes.len() { Ok(()) } else { Err(at) }
    }

    fn value(&mut self, at: usize, depth: usize, wanted: u32) -> Result<usize, usize> {
        match self.byte(at) {
            b'{' => self.members(at, depth, wanted),
            b'[' => self.elements(at, depth, wanted),
            b't' => self.word(at, b"true"),
            b'f' => self.word(at, b"false"),
            b'n' => self.word(at, b"null"),
            _ => self.number(at),
        }
    }

    fn members(&mut self, at: usize, depth: usize, wanted: u32) -> Result<usize, usize> {
        let inner = deeper(at, depth)?;
        let (mut at, mut byte) = self.next(behind(at));
        if byte == b'}' {
            return Ok(behind(at));
        }
        loop {
            let name;
            (name, at, byte) = self.name(at, byte)?;
            let wanted = if wanted == 0 { 0 } else { self.reader.member(name, depth, wanted) };
            at = self.reported_value(at, byte, inner, depth, wanted)?;
            (at, byte) = self.next(at);
            match byte {
                b',' => (at, byte) = self.next(behind(at)),
                b'}' => return Ok(behind(at)),
                _ => return Err(at),
            }
        }
    }

    /// The name of a member whose first byte this should be, and where its value begins, with which byte.
    #[inline]
    fn name(&mut self, at: usize, byte: u8) -> Result<(Name<'a>, usize, u8), usize> {
        if byte != b'"' {
            return Err(at);
        }
        let start = behind(at);
        let end = self.string(start)?;
        let raw = self.text.get(start..end.wrapping_sub(1)).ok_or(at)?;
        let name = Name { raw, is_escaped: self.is_escaped };
        let (at, byte) = self.next(end);
        if byte != b':' {
            return Err(at);
        }
        let (at, byte) = self.next(behind(at));
        Ok((name, at, byte))
    }

    fn elements(&mut self, at: usize, depth: usize, wanted: u32) -> Result<usize, usize> {
        let inner = deeper(at, depth)?;
        let (mut at, mut byte) = self.next(behind(at));
        if byte == b']' {
            return Ok(behind(at));
        }
        let mut index = 0_usize;
        loop {
            let wanted = if wanted == 0 { 0 } else { self.reader.element(index, depth, wanted) };
            at = self.reported_value(at, byte, inner, depth, wanted)?;
            (at, byte) = self.next(at);
            match byte {
                b',' => (at, byte) = self.next(behind(at)),
                b']' => return Ok(behind(at)),
                _ => return Err(at),
            }
            index = index.wrapping_add(1);
        }
    }

    /// A value that begins with this byte.
    #[inline]
    fn any_value(&mut self, at: usize, byte: u8, depth: usize, wanted: u32) -> Result<usize, usize> {
        if byte == b'"' { self.string(behind(at)) } else { self.value(at, depth, wanted) }
    }

    #[inline]
    fn reported_value(
        &mut self,
        start: usize,
        byte: u8,
        inner: usize,
        depth: usize,
        wanted: u32,
    ) -> Result<usize, usize> {
        let end = self.any_value(start, byte, inner, wanted)?;
        if wanted != 0 {
            let text = self.text.get(start..end).ok_or(start)?;
            let is_escaped = byte == b'"' && self.is_escaped;
            self.reader.value(Raw { text, is_escaped }, depth, wanted);
        }
        Ok(end)
    }

    /// The rest of a string, behind its first quote.
    #[inline]
    fn string(&mut self, at: usize) -> Result<usize, usize> {
        let at = plain(self.bytes, at);
        let byte = self.byte(at);
        self.is_escaped = byte == b'\\';
        if byte == b'"' { Ok(behind(at)) } else { self.escaped(at) }
    }

    /// The same from the first backslash on.
    #[cold]
    fn escaped(&mut self, mut at: usize) -> Result<usize, usize> {
        loop {
            match self.byte(at) {
                b'"' => return Ok(behind(at)),
                b'\\' => at = plain(self.bytes, self.escape(behind(at))?),
                _ => return Err(at),
            }
        }
    }

    fn escape(&self, at: usize) -> Result<usize, usize> {
        let byte = self.byte(at);
        if byte == b'u' {
            let at = behind(at);
            let digits = self.bytes.get(at..).and_then(|rest| rest.first_chunk::<4>());
            let is_one = digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit));
            return if is_one { Ok(at.wrapping_add(4)) } else { Err(at) };
        }
        if b"\"\\/bfnrt".contains(&byte) { Ok(behind(at)) } else { Err(at) }
    }

    fn number(&self, mut at: usize) -> Result<usize, usize> {
        if self.byte(at) == b'-' {
            at = behind(at);
        }
        at = if self.byte(at) == b'0' { behind(at) } else { self.digits(at)? };
        if self.byte(at) == b'.' {
            at = self.digits(behind(at))?;
        }
        if let b'e' | b'E' = self.byte(at) {
            at = behind(at);
            if let b'+' | b'-' = self.byte(at) {
                at = behind(at);
            }
            at = self.digits(at)?;
        }
        Ok(at)
    }

    fn digits(&self, start: usize) -> Result<usize, usize> {
        let mut at = start;
        while self.byte(at).is_ascii_digit() {
            at = behind(at);
        }
        if at == start { Err(at) } else { Ok(at) }
    }

    fn word(&self, at: usize, word: &[u8]) -> Result<usize, usize> {
        let rest = self.bytes.get(at..).unwrap_or_default();
        if rest.starts_with(word) { Ok(at.wrapping_add(word.len())) } else { Err(at) }
    }

    /// The first byte from here on that is no white space, and where it stands.
    #[inline]
    fn next(&self, at: usize) -> (usize, u8) {
        match self.byte(at) {
            byte if byte > b' ' => (at, byte),
            _ => self.behind_space(at),
        }
    }

    fn behind_space(&self, mut at: usize) -> (usize, u8) {
        while let b' ' | b'\n' | b'\r' | b'\t' = self.byte(at) {
            at = behind(at);
        }
        (at, self.byte(at))
    }

    /// Beyond the end a byte that stands nowhere in JSON.
    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }
}

fn behind(at: usize) -> usize {
    at.wrapping_add(1)
}

/// One level deeper, as far as that is allowed.
fn deeper(at: usize, depth: usize) -> Result<usize, usize> {
    let inner = depth.wrapping_add(1);
    if inner > DEPTH { Err(at) } else { Ok(inner) }
}

/// Where the first quote, backslash or control character from here on stands, or the end.
///
/// Names are short and tokens long: eight bytes at a time find the end of a name, 64, which the
/// compiler makes vectors of, get over a token.
fn plain(bytes: &[u8], at: usize) -> usize {
    let mut rest = bytes.get(at..).unwrap_or_default();
    let position = |rest: &[u8], here: usize| bytes.len().wrapping_sub(rest.len()).wrapping_add(here);
    loop {
        for _ in 0..4 {
            let Some((word, behind)) = rest.split_first_chunk::<8>() else {
                return position(rest, rest.iter().take_while(|byte| !is_special(**byte)).count());
            };
            let special = specials(u64::from_le_bytes(*word));
            if special != 0 {
                return position(rest, special.trailing_zeros() as usize / 8);
            }
            rest = behind;
        }
        while let Some((block, behind)) = rest.split_first_chunk::<64>() {
            if !is_like_a_token(block) {
                break;
            }
            rest = behind;
        }
    }
}

/// Whether nothing special is there, nor a space or `!`: that takes two minima of four rows.
fn is_like_a_token(block: &[u8; 64]) -> bool {
    let ([a, b, c, d], []) = block.as_chunks::<16>() else { return false };
    let mut is_like = true;
    for (((a, b), c), d) in a.iter().zip(b).zip(c).zip(d) {
        let lowest = (*a.min(b)).min(*c.min(d));
        let backslash = |byte: &u8| byte ^ b'\\';
        let nearest = backslash(a).min(backslash(b)).min(backslash(c).min(backslash(d)));
        is_like &= (lowest > b'"') & (nearest > 0);
    }
    is_like
}

fn is_special(byte: u8) -> bool {
    (byte == b'"') | (byte == b'\\') | (byte < 0x20)
}

/// The high bit of every special byte. Bytes above the first one may be marked by mistake.
fn specials(word: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let each = |byte: u8| ONES.wrapping_mul(byte.into());
    // With one bit turned, a quote stands behind the last control character, and these stay below.
    let quotes_and_controls = (word ^ each(b'"' ^ 0x20)).wrapping_sub(each(0x21));
    let backslashes = (word ^ each(b'\\')).wrapping_sub(ONES);
    // What is looked for is ASCII, so that its high bit is not set, but wraps.
    (quotes_and_controls | backslashes) & !word & each(0x80)
}

#[cfg(test)]
#[path = "scan_tests.rs"]
mod tests;
