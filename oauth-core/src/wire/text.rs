//! Text from a server, made fit to show.

use std::borrow::Cow;

/// The longest text that an error keeps.
const LIMIT: usize = 2048;

/// Bounds the text, escapes control characters and masks the secrets that we sent, which some
/// servers echo.
pub(crate) fn printable(text: &str, secrets: &[&str]) -> Box<str> {
    let mut masked = Cow::Borrowed(text);
    for secret in secrets.iter().filter(|secret| secret.len() >= 4) {
        if masked.contains(secret) {
            masked = Cow::Owned(masked.replace(secret, "[redacted]"));
        }
    }
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
    // Without an early exit the compiler checks many bytes at a time.
    !text.is_empty() && text.bytes().fold(true, |visible, byte| visible & matches!(byte, 0x20..=0x7e))
}

/// Visible ASCII characters only, without spaces.
pub(crate) fn is_graphic(text: &str) -> bool {
    text.bytes().fold(true, |graphic, byte| graphic & byte.is_ascii_graphic())
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
    fn a_token_is_visible_ascii() {
        assert!(is_vschar("v^1.1#i^1 ~"));
        for text in ["", "a\r\n", "\0", "\u{7f}", "é"] {
            assert!(!is_vschar(text), "{text:?}");
        }
    }
}
