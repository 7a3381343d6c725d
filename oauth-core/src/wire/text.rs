//! Text from a server, made fit to show.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::borrow::Cow;
use zeroize::Zeroizing;

/// The longest text that an error keeps.
const LIMIT: usize = 2048;

/// The shortest secret that is masked: a shorter one stands in every text.
const SHORTEST: usize = 4;

/// Bounds the text, escapes control characters and masks the secrets that we sent, which some
/// servers echo, decoded or as they went out.
pub(crate) fn printable(text: &str, secrets: &[&str]) -> Box<str> {
    // What is encoded for a form and differs from the secret has one of these in it.
    let is_form = !secrets.is_empty() && !all(text, |byte| (byte != b'%') & (byte != b'+'));
    let masked = match secrets.iter().any(|secret| may_hold(text, secret, is_form)) {
        true => Cow::Owned(masked(text, secrets)),
        false => Cow::Borrowed(text),
    };
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

/// Whether a secret may stand in this text in any disguise. A look at most texts says no.
fn may_hold(text: &str, secret: &str, is_form: bool) -> bool {
    let length = secret.len();
    // The groups of three bytes behind the second one, in Base64: the shortest of its disguises.
    let base64 = (length.saturating_sub(2) / 3).saturating_mul(4).max(8);
    length >= SHORTEST
        && (text.len() >= length && (is_form || holds(text, secret))
            || text.len() >= base64 && has_base64(text, base64))
}

/// Whether the text holds another. Its beginning is looked for first, and seldom found.
fn holds(text: &str, other: &str) -> bool {
    let starts = text.len().saturating_sub(other.len()).saturating_add(SHORTEST);
    let (Some(begin), Some(starts)) =
        (other.as_bytes().first_chunk::<SHORTEST>(), text.as_bytes().get(..starts))
    else {
        return false;
    };
    starts.windows(SHORTEST).any(|window| window.first_chunk() == Some(begin)) && text.contains(other)
}

/// Whether so many characters of Base64 stand side by side.
fn has_base64(text: &str, length: usize) -> bool {
    let is_base64 = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
    let mut rest = text.as_bytes();
    // From its end, so that most of a text is stepped over word by word.
    while let Some(window) = rest.get(..length) {
        match window.iter().rposition(|byte| !is_base64(byte)) {
            Some(other) => rest = rest.get(other.wrapping_add(1)..).unwrap_or_default(),
            None => return true,
        }
    }
    false
}

fn masked(text: &str, secrets: &[&str]) -> String {
    let long_enough = secrets.iter().filter(|secret| secret.len() >= SHORTEST);
    let mut disguises: Vec<_> = long_enough.flat_map(|secret| disguises(secret)).collect();
    // The longest first: a secret may hold another.
    disguises.sort_by_key(|disguise| std::cmp::Reverse(disguise.len()));
    let mut masked = text.to_owned();
    for disguise in disguises {
        if masked.contains(&*disguise) {
            masked = masked.replace(&*disguise, "[redacted]");
        }
    }
    masked
}

/// A secret as it comes back: by itself, with a form-encoded body, or with a `Basic` header. What
/// stands around it there decides on the first and last characters of its Base64.
fn disguises(secret: &str) -> Vec<Zeroizing<String>> {
    let mut form = Zeroizing::new(Vec::with_capacity(secret.len().saturating_mul(3)));
    super::form::encode_to(&mut form, secret);
    let form = Zeroizing::new(std::str::from_utf8(&form).unwrap_or_default().to_owned());
    let mut disguises = vec![Zeroizing::new(secret.to_owned()), form.clone()];
    for text in [secret, &form] {
        for start in 0..3 {
            let (groups, _) = text.as_bytes().get(start..).unwrap_or_default().as_chunks::<3>();
            if groups.len() > 1 {
                disguises.push(Zeroizing::new(STANDARD.encode(groups.as_flattened())));
            }
        }
    }
    disguises
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
    fn secrets_are_masked_in_the_encodings_in_which_we_send_them() {
        let secret = "s%2B:+/&=ticket";
        let form = "client_secret=s%252B%3A%2B%2F%26%3Dticket&x=y";
        assert_eq!(&*printable(form, &[secret]), "client_secret=[redacted]&x=y");
        for id in ["a", "ab", "abc"] {
            for sent in [secret, "s%252B%3A%2B%2F%26%3Dticket"] {
                let header = STANDARD.encode(format!("{id}:{sent}"));
                let shown = printable(&format!("`Basic {header}` is wrong"), &[secret]);
                assert!(shown.contains("[redacted]") && shown.len() < 50, "{shown}");
            }
        }
    }

    #[test]
    fn no_disguise_is_overlooked() {
        let around = ["", "x", "x y ", "/+=", "€"];
        for secret in
            ["abcd", "abcde", "abcdefg", "abcdefgh", "a b+c%d/e", "0123456789", "é€ü-12", "&&&&&&&&&&&&&&&&&"]
        {
            for disguise in disguises(secret) {
                for (before, after) in around.iter().flat_map(|before| around.map(|after| (before, after))) {
                    let text = format!("{before}{}{after}", *disguise);
                    let is_form = text.contains(['%', '+']);
                    assert!(may_hold(&text, secret, is_form), "{secret} in {text}");
                    assert!(printable(&text, &[secret]).contains("[redacted]"), "{secret} in {text}");
                }
            }
        }
        assert!(!may_hold("The authorization code is expired or was used.", "tGzv3JOkF0XG5Qx2TlKWIA", false));
    }

    #[test]
    fn a_secret_that_holds_another_is_masked_whole() {
        assert_eq!(&*printable("RT-1234-rest", &["RT-1234", "RT-1234-rest"]), "[redacted]");
    }

    #[test]
    fn a_token_is_visible_ascii() {
        assert!(is_vschar("v^1.1#i^1 ~"));
        for text in ["", "a\r\n", "\0", "\u{7f}", "é"] {
            assert!(!is_vschar(text), "{text:?}");
        }
    }
}
