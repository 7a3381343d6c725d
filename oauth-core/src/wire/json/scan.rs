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
    Scanner { text, bytes: text.as_bytes(), is_escaped: false, reader }.document()
}

struct Scanner<'a, 'r, R> {
    text: &'a str,
    bytes: &'a [u8],
    /// Whether the string that was read last has escapes.
    is_escaped: bool,
    reader: &'r mut R,
}

/// Every step goes from a position to the one behind what it reads; the error is where the text is no
/// JSON. Positions are arguments, so that they stay in registers, and never pass the end, so that
/// nothing wraps.
impl<'a, R: Reader<'a>> Scanner<'a, '_, R> {
    fn document(&mut self) -> Result<(), usize> {
        let at = self.space(0);
        if self.byte(at) != b'{' {
            return Err(at);
        }
        let at = self.members(at, 0, u32::MAX)?;
        let at = self.space(at);
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
        let (mut at, inner) = self.enter(at, depth)?;
        if self.byte(at) == b'}' {
            return Ok(behind(at));
        }
        loop {
            if self.byte(at) != b'"' {
                return Err(at);
            }
            let start = behind(at);
            at = self.string(at)?;
            let name = start..at.wrapping_sub(1);
            at = self.space(at);
            if self.byte(at) != b':' {
                return Err(at);
            }
            at = self.space(behind(at));
            let wanted = match wanted {
                0 => 0,
                _ => {
                    let raw = self.text.get(name).ok_or(at)?;
                    self.reader.member(Name { raw, is_escaped: self.is_escaped }, depth, wanted)
                }
            };
            at = self.reported_value(at, inner, depth, wanted)?;
            at = self.space(at);
            match self.byte(at) {
                b',' => at = self.space(behind(at)),
                b'}' => return Ok(behind(at)),
                _ => return Err(at),
            }
        }
    }

    fn elements(&mut self, at: usize, depth: usize, wanted: u32) -> Result<usize, usize> {
        let (mut at, inner) = self.enter(at, depth)?;
        if self.byte(at) == b']' {
            return Ok(behind(at));
        }
        let mut index = 0_usize;
        loop {
            let wanted = if wanted == 0 { 0 } else { self.reader.element(index, depth, wanted) };
            at = self.reported_value(at, inner, depth, wanted)?;
            at = self.space(at);
            match self.byte(at) {
                b',' => at = self.space(behind(at)),
                b']' => return Ok(behind(at)),
                _ => return Err(at),
            }
            index = index.wrapping_add(1);
        }
    }

    #[inline]
    fn reported_value(
        &mut self,
        start: usize,
        inner: usize,
        depth: usize,
        wanted: u32,
    ) -> Result<usize, usize> {
        let is_string = self.byte(start) == b'"';
        let end = if is_string { self.string(start)? } else { self.value(start, inner, wanted)? };
        if wanted != 0 {
            let text = self.text.get(start..end).ok_or(start)?;
            let is_escaped = is_string && self.is_escaped;
            self.reader.value(Raw { text, is_escaped }, depth, wanted);
        }
        Ok(end)
    }

    /// Behind the opening bracket; the depth of what is inside.
    fn enter(&mut self, at: usize, depth: usize) -> Result<(usize, usize), usize> {
        let inner = depth.wrapping_add(1);
        if inner > DEPTH { Err(at) } else { Ok((self.space(behind(at)), inner)) }
    }

    /// A string, from quote to quote.
    #[inline]
    fn string(&mut self, at: usize) -> Result<usize, usize> {
        let at = self.plain(behind(at));
        self.is_escaped = self.byte(at) == b'\\';
        if self.byte(at) == b'"' { Ok(behind(at)) } else { self.escaped(at) }
    }

    /// The same from the first backslash on.
    #[cold]
    fn escaped(&mut self, mut at: usize) -> Result<usize, usize> {
        loop {
            match self.byte(at) {
                b'"' => return Ok(behind(at)),
                b'\\' => at = self.plain(self.escape(behind(at))?),
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

    fn space(&self, mut at: usize) -> usize {
        while let b' ' | b'\n' | b'\r' | b'\t' = self.byte(at) {
            at = behind(at);
        }
        at
    }

    /// The first quote, backslash or control character from here on, or the end.
    fn plain(&self, at: usize) -> usize {
        let rest = self.bytes.get(at..).unwrap_or_default();
        at.wrapping_add(plain(rest))
    }

    /// Beyond the end a byte that stands nowhere in JSON.
    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }
}

fn behind(at: usize) -> usize {
    at.wrapping_add(1)
}

/// How many bytes stand before the first that is a quote, a backslash or a control character.
///
/// Names are short and tokens long: eight bytes at a time find the end of a name, 128, which the
/// compiler makes vectors of, get over a token.
fn plain(bytes: &[u8]) -> usize {
    let mut rest = bytes;
    loop {
        for _ in 0..9 {
            let Some((word, behind)) = rest.split_first_chunk::<8>() else {
                let here = rest.iter().take_while(|byte| !is_special(**byte)).count();
                return bytes.len().wrapping_sub(rest.len()).wrapping_add(here);
            };
            let special = specials(u64::from_le_bytes(*word));
            if special != 0 {
                let here = special.trailing_zeros() as usize / 8;
                return bytes.len().wrapping_sub(rest.len()).wrapping_add(here);
            }
            rest = behind;
        }
        while let Some((block, behind)) = rest.split_first_chunk::<128>() {
            if !is_like_a_token(block) {
                break;
            }
            rest = behind;
        }
    }
}

/// Whether nothing special is there, nor a space or `!`: that takes two minima, which the compiler takes
/// of many bytes at a time.
fn is_like_a_token(block: &[u8; 128]) -> bool {
    let lowest = block.iter().fold(u8::MAX, |lowest, byte| lowest.min(*byte));
    let nearest = block.iter().fold(u8::MAX, |nearest, byte| nearest.min(byte ^ b'\\'));
    lowest > b'"' && nearest > 0
}

fn is_special(byte: u8) -> bool {
    (byte == b'"') | (byte == b'\\') | (byte < 0x20)
}

/// The high bit of every special byte. Bytes above the first one may be marked by mistake.
fn specials(word: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let below = |word: u64, limit: u8| word.wrapping_sub(ONES.wrapping_mul(limit.into()));
    let equal = |byte: u8| below(word ^ ONES.wrapping_mul(byte.into()), 1);
    // What is looked for is ASCII, so that its high bit is not set, but wraps.
    (equal(b'"') | equal(b'\\') | below(word, 0x20)) & !word & ONES.wrapping_mul(0x80)
}

#[cfg(test)]
#[path = "scan_tests.rs"]
mod tests;
