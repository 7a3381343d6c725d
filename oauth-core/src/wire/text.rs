//! Text from a server or a caller, made fit to show.

use super::mask;
use std::fmt;

/// The longest text that an error keeps.
const LIMIT: usize = 2048;

/// The most characters of a caller's text in a message.
const MOST_QUOTED: usize = 160;

/// A caller's text in a message: quoted, escaped, and its beginning only.
pub(crate) struct Quoted<'a>(pub(crate) &'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.char_indices().nth(MOST_QUOTED).and_then(|(end, _)| self.0.get(..end)) {
            Some(beginning) => write!(f, "{beginning:?}…"),
            None => write!(f, "{:?}", self.0),
        }
    }
}

/// Bounds the text, escapes control characters and masks the secrets that we sent, which some
/// servers echo: as they are, or as they went out.
pub(crate) fn printable(text: &str, secrets: &[&str]) -> Box<str> {
    let masked = mask::masked(text, secrets, LIMIT);
    // Nearly every text is plain, which is quickly seen.
    if is_vschar(&masked) && masked.len() <= LIMIT {
        return masked.into();
    }
    let mut shown = String::with_capacity(masked.len().min(LIMIT));
    for character in masked.chars() {
        if shown.len() >= LIMIT {
            shown.push('…');
            break;
        }
        if character.is_control() || is_bidi_control(character) {
            shown.extend(character.escape_unicode());
        } else {
            shown.push(character);
        }
    }
    shown.into_boxed_str()
}

fn is_bidi_control(character: char) -> bool {
    matches!(character, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// One or more visible ASCII characters or spaces: the alphabet of tokens and codes (RFC 6749
/// appendix A).
pub(crate) fn is_vschar(text: &str) -> bool {
    !text.is_empty() && all(text, |byte| matches!(byte, 0x20..=0x7e))
}

/// Visible ASCII characters only, without spaces.
pub(crate) fn is_graphic(text: &str) -> bool {
    all(text, |byte| byte.is_ascii_graphic())
}

/// Whether this is so for every byte.
pub(crate) fn all(text: &str, is_so: impl Fn(u8) -> bool) -> bool {
    let bytes = text.as_bytes();
    let Some(last) = bytes.last_chunk::<16>() else { return bytes.iter().all(|byte| is_so(*byte)) };
    // No exit among sixteen, so that the compiler makes vectors of them; the last sixteen overlap with
    // others, so that no single byte is left.
    let all = |bytes: &[u8]| bytes.iter().fold(true, |all, byte| all & is_so(*byte));
    let (blocks, rest) = bytes.as_chunks::<64>();
    let (chunks, _) = rest.as_chunks::<16>();
    blocks.iter().all(|block| all(block)) && chunks.iter().all(|chunk| all(chunk)) && all(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn server_text_is_bounded_escaped_and_masked() {
        assert_eq!(&*printable("bad\r\n\u{1b}[31m", &[]), "bad\\u{d}\\u{a}\\u{1b}[31m");
        assert_eq!(&*printable("token RT-1234 is spent", &["RT-1234"]), "token [redacted] is spent");
        assert!(printable(&"a".repeat(10_000), &[]).len() < 2100);
    }

    #[test]
    fn what_a_caller_gave_is_quoted_in_part() {
        assert_eq!(Quoted("a\"b\r").to_string(), r#""a\"b\r""#);
        assert_eq!(Quoted(&"é".repeat(160)).to_string(), format!("\"{}\"", "é".repeat(160)));
        assert_eq!(Quoted(&"é".repeat(161)).to_string(), format!("\"{}\"…", "é".repeat(160)));
        assert!(Quoted(&"\u{1}".repeat(100_000)).to_string().len() < 1024);
    }

    #[test]
    fn a_token_is_visible_ascii() {
        assert!(is_vschar("v^1.1#i^1 ~"));
        for text in ["", "a\r\n", "\0", "\u{7f}", "é"] {
            assert!(!is_vschar(text), "{text:?}");
        }
    }

    #[test]
    fn characters_that_turn_the_writing_around_are_escaped() {
        for control in ['\u{200e}', '\u{200f}', '\u{202a}', '\u{202e}', '\u{2066}', '\u{2069}'] {
            let shown = printable(&format!("gpj{control}.exe"), &[]);
            assert_eq!(*shown, *format!("gpj{}.exe", control.escape_unicode()));
        }
        for other in ['\u{200d}', '\u{2029}', '\u{202f}', '\u{2065}', '\u{206a}', '\u{e9}'] {
            assert_eq!(*printable(&format!("a{other}b"), &[]), *format!("a{other}b"));
        }
    }

    #[test]
    fn a_secret_of_spaces_is_masked_as_a_form_writes_it() {
        assert_eq!(&*printable("++++", &["    "]), "[redacted]");
        assert_eq!(&*printable("a+++b", &["    "]), "a+++b");
    }
}
