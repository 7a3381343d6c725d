//! Text from a server, made fit to show.

/// The longest text that an error keeps.
const LIMIT: usize = 2048;

/// Bounds the text, escapes control characters and masks the secrets that we sent, which some
/// servers echo, decoded or as they went out.
pub(crate) fn printable(text: &str, secrets: &[&str]) -> Box<str> {
    let encoded = |secret: &&str| {
        let mut encoded = String::new();
        super::form::encode_to(&mut encoded, secret);
        encoded
    };
    let mut forms: Vec<String> = secrets.iter().map(encoded).collect();
    forms.extend(secrets.iter().map(|secret| (*secret).to_owned()));
    // The longest first: a secret may hold another.
    forms.sort_by_key(|form| std::cmp::Reverse(form.len()));
    let mut masked = text.to_owned();
    for secret in forms.iter().filter(|secret| secret.len() >= 4) {
        if masked.contains(secret.as_str()) {
            masked = masked.replace(secret.as_str(), "[redacted]");
        }
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
    !text.is_empty() && text.bytes().all(|byte| matches!(byte, 0x20..=0x7e))
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
    fn secrets_are_masked_whole_and_in_both_forms() {
        assert_eq!(&*printable("RT-1234-rest", &["RT-1234", "RT-1234-rest"]), "[redacted]");
        assert_eq!(&*printable("refresh_token=a%2Bb%3D%3D&x", &["a+b=="]), "refresh_token=[redacted]&x");
    }

    #[test]
    fn a_token_is_visible_ascii() {
        assert!(is_vschar("v^1.1#i^1 ~"));
        for text in ["", "a\r\n", "\0", "\u{7f}", "é"] {
            assert!(!is_vschar(text), "{text:?}");
        }
    }
}
