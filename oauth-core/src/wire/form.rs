//! `application/x-www-form-urlencoded` (RFC 6749 appendix B).

use std::borrow::Cow;

/// Whatever takes parameters, in the order in which they are appended.
pub(crate) trait Parameters {
    fn append(&mut self, name: &str, value: &str);

    /// The same for a name that needs no encoding, as those of the RFCs.
    fn append_known(&mut self, name: &'static str, value: &str) {
        self.append(name, value);
    }

    /// Several values as one parameter; nothing, if there are none.
    fn append_joined(&mut self, name: &str, values: &[Cow<'static, str>], delimiter: char);
}

/// Encoded parameters, as a body or behind the beginning of a URL.
pub(crate) struct Form {
    text: String,
    /// What stands before the next parameter.
    separator: Option<char>,
}

impl Form {
    pub(crate) fn with_capacity(capacity: usize) -> Self {
        Self { text: String::with_capacity(capacity), separator: None }
    }

    /// The query of this URL, which may have one already.
    pub(crate) fn query_of(url: &str, capacity: usize) -> Self {
        let mut form = Self::with_capacity(url.len().saturating_add(capacity));
        form.text.push_str(url);
        // Fewer steps than a search for a character, on texts as short as these.
        form.separator = Some(if url.bytes().any(|byte| byte == b'?') { '&' } else { '?' });
        form
    }

    /// The query in a fragment of this URL, where a page routes by its fragment.
    pub(crate) fn fragment_of(url: &str, route: &str, capacity: usize) -> Self {
        let length = url.len().saturating_add(route.len()).saturating_add(capacity);
        let mut form = Self::with_capacity(length);
        form.text.extend([url, "#", route]);
        form.separator = Some('?');
        form
    }

    pub(crate) fn into_string(self) -> String {
        self.text
    }

    fn begin(&mut self) {
        if let Some(separator) = self.separator.replace('&') {
            self.text.push(separator);
        }
    }
}

impl Parameters for Form {
    fn append(&mut self, name: &str, value: &str) {
        self.begin();
        encode_to(&mut self.text, name);
        self.text.push('=');
        encode_to(&mut self.text, value);
    }

    fn append_known(&mut self, name: &'static str, value: &str) {
        self.begin();
        self.text.push_str(name);
        self.text.push('=');
        encode_to(&mut self.text, value);
    }

    fn append_joined(&mut self, name: &str, values: &[Cow<'static, str>], delimiter: char) {
        let Some((first, others)) = values.split_first() else { return };
        self.append(name, first);
        for value in others {
            encode_to(&mut self.text, delimiter.encode_utf8(&mut [0; 4]));
            encode_to(&mut self.text, value);
        }
    }
}

/// The fields of a form that a browser encodes.
impl Parameters for Vec<(String, String)> {
    fn append(&mut self, name: &str, value: &str) {
        self.push((name.to_owned(), value.to_owned()));
    }

    fn append_joined(&mut self, name: &str, values: &[Cow<'static, str>], delimiter: char) {
        if !values.is_empty() {
            self.push((name.to_owned(), join(values, delimiter)));
        }
    }
}

pub(crate) fn join(values: &[Cow<'static, str>], delimiter: char) -> String {
    values.join(delimiter.encode_utf8(&mut [0; 4]) as &str)
}

pub(crate) fn encode_to(out: &mut String, text: &str) {
    // Most names and values stay as they are.
    if is_plain_text(text) {
        out.push_str(text);
    } else if text.is_ascii() {
        encode_ascii_to(out, text);
    } else {
        out.extend(form_urlencoded::byte_serialize(text.as_bytes()));
    }
}

fn is_plain_text(text: &str) -> bool {
    // Eight at a time, so that a byte costs little more than its look-up.
    let (chunks, rest) = text.as_bytes().as_chunks::<8>();
    chunks.iter().all(|chunk| chunk.iter().fold(true, |plain, byte| plain & is_plain(*byte)))
        && rest.iter().all(|byte| is_plain(*byte))
}

fn encode_ascii_to(out: &mut String, text: &str) {
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
    let digit = |nibble: u8| DIGITS.get(usize::from(nibble & 15)).copied().unwrap_or_default();
    let mut rest = text;
    while let Some((plain, byte, after)) = split_at_special(rest) {
        out.push_str(plain);
        if byte == b' ' {
            out.push('+');
        } else {
            out.push('%');
            out.push(digit(byte >> 4));
            out.push(digit(byte));
        }
        rest = after;
    }
    out.push_str(rest);
}

/// What stands before the first byte that is encoded, that byte, and what stands behind it.
fn split_at_special(text: &str) -> Option<(&str, u8, &str)> {
    let at = text.bytes().position(|byte| !is_plain(byte))?;
    let (plain, rest) = text.split_at_checked(at)?;
    Some((plain, *rest.as_bytes().first()?, rest.get(1..)?))
}

fn is_plain(byte: u8) -> bool {
    PLAIN.get(usize::from(byte)).is_some_and(|plain| *plain)
}

/// A table, since every byte of a request is looked up. It is made at compile time, where an index out of
/// bounds does not compile.
#[allow(clippy::indexing_slicing)]
static PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        plain[byte as usize] = byte.is_ascii_alphanumeric() || matches!(byte, b'*' | b'-' | b'.' | b'_');
        byte += 1;
    }
    plain
};

/// Decodes one name or value; `None` if it is not UTF-8.
pub(crate) fn decode(text: &str) -> Option<Cow<'_, str>> {
    if text.bytes().fold(true, |plain, byte| plain & !matches!(byte, b'+' | b'%')) {
        return Some(Cow::Borrowed(text));
    }
    let spaced = if text.contains('+') { Cow::Owned(text.replace('+', " ")) } else { Cow::Borrowed(text) };
    let mut decoded = Vec::with_capacity(spaced.len());
    decoded.extend(percent_encoding::percent_decode_str(&spaced));
    String::from_utf8(decoded).ok().map(Cow::Owned)
}

/// The pairs of a query or form, still encoded.
pub(crate) fn pairs(query: &str) -> impl Iterator<Item = (&str, &str)> {
    query.split('&').filter(|pair| !pair.is_empty()).map(|pair| pair.split_once('=').unwrap_or((pair, "")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_counts_as_plain_is_what_the_url_standard_leaves_as_it_is() {
        for byte in 0..=255 {
            assert_eq!(
                is_plain(byte),
                form_urlencoded::byte_serialize(&[byte]).eq([char::from(byte).to_string()])
            );
        }
    }

    #[test]
    fn what_is_encoded_decodes_to_itself() {
        for character in ('\0'..='\u{ff}').chain(['€', '𝄞']) {
            let text = format!("a{character}b");
            let mut encoded = String::new();
            encode_to(&mut encoded, &text);
            assert_eq!(encoded, form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>());
            assert_eq!(decode(&encoded).as_deref(), Some(&*text));
        }
        for text in ["a/b/c/d/e/f/g", "//aaaaaa", "aaaaaaaa//", "aaaaaaaaaaaaaaaa", "/aaaaaa/aaaaaaaa"] {
            let mut encoded = String::new();
            encode_to(&mut encoded, text);
            assert_eq!(encoded, form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>());
        }
        for (text, expected) in
            [("a+b%2Bc%", "a b+c%"), ("++", "  "), ("%41%42", "AB"), ("+%2", " %2"), ("", "")]
        {
            assert_eq!(decode(text).as_deref(), Some(expected));
        }
        assert_eq!(decode("%ff"), None);
    }

    #[test]
    fn scopes_are_one_parameter_everywhere() {
        let scopes = ["read".into(), "api:write".into()];
        let (mut form, mut fields) = (Form::with_capacity(0), Vec::new());
        form.append_joined("scope", &scopes, ',');
        form.append_joined("scope", &[], ',');
        fields.append_joined("scope", &scopes, ',');
        fields.append_joined("scope", &[], ',');
        assert_eq!(form.into_string(), "scope=read%2Capi%3Awrite");
        assert_eq!(fields, [("scope".to_owned(), "read,api:write".to_owned())]);
    }
}
