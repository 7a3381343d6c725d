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
    let mut scanner = Scanner { text, bytes: text.as_bytes(), at: 0, reader };
    scanner.document().ok_or(scanner.at)
}

struct Scanner<'a, 'r, R> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    reader: &'r mut R,
}

/// Every step returns `None` where the text is no JSON.
impl<'a, R: Reader<'a>> Scanner<'a, '_, R> {
    fn document(&mut self) -> Option<()> {
        self.space();
        self.peek().filter(|first| *first == b'{')?;
        self.value(0, u32::MAX)?;
        self.space();
        (self.at == self.bytes.len()).then_some(())
    }

    /// A value; whether it is a string with escapes.
    fn value(&mut self, depth: usize, wanted: u32) -> Option<bool> {
        match self.peek()? {
            b'"' => return self.string(),
            b'{' => self.members(depth, wanted)?,
            b'[' => self.elements(depth, wanted)?,
            b't' => self.word(b"true")?,
            b'f' => self.word(b"false")?,
            b'n' => self.word(b"null")?,
            _ => self.number()?,
        }
        Some(false)
    }

    fn members(&mut self, depth: usize, wanted: u32) -> Option<()> {
        let inner = self.enter(depth)?;
        if self.peek()? == b'}' {
            self.advance(1);
            return Some(());
        }
        loop {
            self.peek().filter(|quote| *quote == b'"')?;
            let start = self.at.wrapping_add(1);
            let is_escaped = self.string()?;
            let end = self.at.wrapping_sub(1);
            self.space();
            self.peek().filter(|colon| *colon == b':')?;
            self.advance(1);
            self.space();
            let wanted = match wanted {
                0 => 0,
                _ => {
                    let name = Name { raw: self.text.get(start..end)?, is_escaped };
                    self.reader.member(name, depth, wanted)
                }
            };
            self.reported_value(inner, depth, wanted)?;
            if self.is_last(b'}')? {
                return Some(());
            }
        }
    }

    fn elements(&mut self, depth: usize, wanted: u32) -> Option<()> {
        let inner = self.enter(depth)?;
        if self.peek()? == b']' {
            self.advance(1);
            return Some(());
        }
        let mut index = 0_usize;
        loop {
            let wanted = if wanted == 0 { 0 } else { self.reader.element(index, depth, wanted) };
            self.reported_value(inner, depth, wanted)?;
            if self.is_last(b']')? {
                return Some(());
            }
            index = index.wrapping_add(1);
        }
    }

    fn reported_value(&mut self, inner: usize, depth: usize, wanted: u32) -> Option<()> {
        let start = self.at;
        let is_escaped = self.value(inner, wanted)?;
        if wanted != 0 {
            let text = self.text.get(start..self.at)?;
            self.reader.value(Raw { text, is_escaped }, depth, wanted);
        }
        Some(())
    }

    /// Behind the opening bracket; the depth of what is inside.
    fn enter(&mut self, depth: usize) -> Option<usize> {
        let inner = depth.wrapping_add(1);
        (inner <= DEPTH).then_some(())?;
        self.advance(1);
        self.space();
        Some(inner)
    }

    /// Behind a member or element: a comma before the next one, or the closing bracket.
    fn is_last(&mut self, bracket: u8) -> Option<bool> {
        self.space();
        let byte = self.peek()?;
        if byte != b',' && byte != bracket {
            return None;
        }
        self.advance(1);
        if byte == b',' {
            self.space();
        }
        Some(byte == bracket)
    }

    /// A string, from quote to quote; whether it has escapes.
    fn string(&mut self) -> Option<bool> {
        self.advance(1);
        let mut is_escaped = false;
        loop {
            self.at = self.bytes.len().wrapping_sub(behind_plain(self.bytes.get(self.at..)?).len());
            match self.peek()? {
                b'"' => {
                    self.advance(1);
                    return Some(is_escaped);
                }
                b'\\' => {
                    is_escaped = true;
                    self.advance(1);
                    self.escape()?;
                }
                _ => return None,
            }
        }
    }

    fn escape(&mut self) -> Option<()> {
        let byte = self.peek()?;
        if byte == b'u' {
            self.advance(1);
            let digits = self.bytes.get(self.at..)?.first_chunk::<4>()?;
            digits.iter().all(u8::is_ascii_hexdigit).then_some(())?;
            self.advance(4);
        } else {
            b"\"\\/bfnrt".contains(&byte).then_some(())?;
            self.advance(1);
        }
        Some(())
    }

    fn number(&mut self) -> Option<()> {
        if self.peek() == Some(b'-') {
            self.advance(1);
        }
        match self.peek()? {
            b'0' => self.advance(1),
            _ => self.digits()?,
        }
        if self.peek() == Some(b'.') {
            self.advance(1);
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.advance(1);
            if let Some(b'+' | b'-') = self.peek() {
                self.advance(1);
            }
            self.digits()?;
        }
        Some(())
    }

    fn digits(&mut self) -> Option<()> {
        self.peek().filter(u8::is_ascii_digit)?;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.advance(1);
        }
        Some(())
    }

    fn word(&mut self, word: &[u8]) -> Option<()> {
        self.bytes.get(self.at..)?.starts_with(word).then(|| self.advance(word.len()))
    }

    fn space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.advance(1);
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Never beyond the end, so nothing wraps.
    fn advance(&mut self, count: usize) {
        self.at = self.at.wrapping_add(count);
    }
}

/// What remains from the first byte on that is a quote, a backslash or a control character.
///
/// Names are short and tokens long: eight bytes at a time find the end of a name, sixty-four, which
/// the compiler makes vectors of, get over a token.
fn behind_plain(mut rest: &[u8]) -> &[u8] {
    loop {
        for _ in 0..4 {
            let Some((word, behind)) = rest.split_first_chunk::<8>() else {
                let plain = rest.iter().take_while(|byte| !is_special(**byte)).count();
                return rest.get(plain..).unwrap_or_default();
            };
            let special = specials(u64::from_le_bytes(*word));
            if special != 0 {
                let plain = special.trailing_zeros() as usize / 8;
                return rest.get(plain..).unwrap_or_default();
            }
            rest = behind;
        }
        while let Some((block, behind)) = rest.split_first_chunk::<64>() {
            let special = block.iter().fold(0_u8, |special, byte| special | u8::from(is_special(*byte)));
            if special != 0 {
                break;
            }
            rest = behind;
        }
    }
}

fn is_special(byte: u8) -> bool {
    (byte == b'"') | (byte == b'\\') | (byte < 0x20)
}

/// The high bit of every special byte. Bytes above the first one may be marked by mistake.
fn specials(word: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let below = |word: u64, limit: u8| word.wrapping_sub(ONES.wrapping_mul(limit.into())) & !word;
    let equal = |byte: u8| below(word ^ ONES.wrapping_mul(byte.into()), 1);
    (equal(b'"') | equal(b'\\') | below(word, 0x20)) & ONES.wrapping_mul(0x80)
}

#[cfg(test)]
#[path = "scan_tests.rs"]
mod tests;
