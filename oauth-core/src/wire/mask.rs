//! Secrets that we sent, in what a server says: some echo them, as they are or as they went out.

use super::text::all;
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};
use std::borrow::Cow;
use zeroize::Zeroizing;

/// The shortest secret that is masked: a shorter one stands in every text.
const SHORTEST: usize = 4;

/// So many characters of a longer secret are as good as all of it: what agrees with one is never gone
/// over again, so that the time that a text takes is linear, whatever it and the secrets repeat.
const ENOUGH: usize = 256;

const MASK: &str = "[redacted]";

/// The text without the secrets, and without what they are in a form, in JSON or in Base64; of a text with
/// one, no more than somewhat over `most` bytes.
pub(super) fn masked<'t>(text: &'t str, secrets: &[&str], most: usize) -> Cow<'t, str> {
    // What is encoded for a form or JSON and differs from the secret has one of these in it.
    let is_escaped =
        !secrets.is_empty() && !all(text, |byte| (byte != b'%') & (byte != b'+') & (byte != b'\\'));
    match secrets.iter().any(|secret| may_hold(text, secret, is_escaped)) {
        true => Cow::Owned(replaced(text, secrets, most)),
        false => Cow::Borrowed(text),
    }
}

/// Whether a secret may stand in this text in any encoding. A look at most texts says no.
fn may_hold(text: &str, secret: &str, is_escaped: bool) -> bool {
    let length = secret.len();
    length >= SHORTEST
        && (text.len() >= length && (is_escaped || holds(text, secret)) || may_hold_base64(text, secret))
}

fn may_hold_base64(text: &str, secret: &str) -> bool {
    // The groups of three bytes behind the second one: the shortest of its parts.
    let shortest = (secret.len().saturating_sub(2) / 3).saturating_mul(4).max(8);
    text.len() >= shortest && has_base64(text, shortest)
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
    let is_base64 = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'-' | b'_');
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

fn replaced(text: &str, secrets: &[&str], most: usize) -> String {
    let long_enough = || secrets.iter().filter(|secret| secret.len() >= SHORTEST);
    let in_base64 = long_enough().filter(|secret| may_hold_base64(text, secret));
    let parts: Vec<_> = in_base64.flat_map(|secret| base64_parts(secret)).collect();
    let looked_for: Vec<_> = long_enough().map(|secret| (*secret, collapsed(secret))).collect();
    let (mut replaced, mut rest) = (String::with_capacity(text.len().min(most)), text);
    while let Some(character) = rest.chars().next().filter(|_| replaced.len() <= most) {
        let behind_parts = parts.iter().filter_map(|part| rest.strip_prefix(&**part));
        let behind_secrets =
            looked_for.iter().filter_map(|(secret, collapsed)| behind(rest, secret, collapsed));
        let behind = behind_secrets.chain(behind_parts);
        // The longest: a secret may hold another.
        rest = match behind.min_by_key(|behind| behind.len()) {
            Some(behind) => {
                replaced.push_str(MASK);
                behind
            }
            None => {
                replaced.push(character);
                rest.get(character.len_utf8()..).unwrap_or_default()
            }
        };
    }
    replaced
}

/// The secret with one `%` and one backslash for what may be the same, escaped: nobody knows how often
/// these were, so that any number of them is one.
fn collapsed(secret: &str) -> Zeroizing<String> {
    let (mut collapsed, mut rest) = (Zeroizing::new(String::with_capacity(secret.len())), secret);
    while let Some(character) = rest.chars().next() {
        collapsed.push(character);
        rest = rest.get(character.len_utf8()..).unwrap_or_default();
        rest = match character {
            '%' => behind_25(rest),
            '\\' => rest.trim_start_matches('\\'),
            _ => rest,
        };
    }
    collapsed
}

/// What follows the secret where the text begins with it: as it is, or with any of its characters
/// escaped, as forms and JSON do it, and as often as they were put into one another.
fn behind<'t>(text: &'t str, secret: &str, collapsed: &str) -> Option<&'t str> {
    if let Some(behind) = text.strip_prefix(secret) {
        return Some(behind);
    }
    let mut rest = text;
    for (agreeing, character) in collapsed.chars().enumerate() {
        let found = match character {
            '%' => behind_json(rest, '%').or_else(|| rest.strip_prefix('%')).map(behind_25),
            '\\' => behind_backslashes(rest),
            _ => rest.strip_prefix(character).or_else(|| behind_escaped(rest, character)),
        };
        rest = match found {
            Some(behind) => behind,
            None if agreeing >= ENOUGH => break,
            None => return None,
        };
    }
    Some(rest)
}

fn behind_25(text: &str) -> &str {
    text.trim_start_matches("25")
}

/// One or more of them. Their number has a bound, so that the time that a text takes is linear.
fn behind_backslashes(text: &str) -> Option<&str> {
    let one = |text| str::strip_prefix(text, '\\').or_else(|| behind_percent(text, '\\'));
    let rest = one(text)?;
    Some((1..16).try_fold(rest, |rest, _| one(rest).ok_or(rest)).unwrap_or_else(|rest| rest))
}

fn behind_escaped(text: &str, character: char) -> Option<&str> {
    // Nearly every text ends here.
    match text.as_bytes().first()? {
        b'+' if character == ' ' => return text.get(1..),
        b'%' | b'\\' => {}
        _ => return None,
    }
    // A `+` of a form may have been encoded again.
    let plus = || if character == ' ' { behind_percent(text, '+') } else { None };
    behind_percent(text, character).or_else(plus).or_else(|| behind_json(text, character))
}

fn behind_json(text: &str, character: char) -> Option<&str> {
    let rest = behind_backslashes(text)?;
    let letter = match character {
        '\n' => 'n',
        '\r' => 'r',
        '\t' => 't',
        '\u{8}' => 'b',
        '\u{c}' => 'f',
        other => other,
    };
    rest.strip_prefix(letter).or_else(|| behind_percent(rest, letter)).or_else(|| {
        let code = rest.strip_prefix('u')?.get(..4)?;
        let is_it = u32::from_str_radix(code, 16) == Ok(character.into());
        if is_it { rest.get(5..) } else { None }
    })
}

/// `%2F`, also encoded again: `%252F`.
fn behind_percent(text: &str, character: char) -> Option<&str> {
    let mut rest = text;
    for byte in character.encode_utf8(&mut [0; 4]).bytes() {
        let code = rest.strip_prefix('%')?;
        let code = if byte == b'%' { code } else { behind_25(code) };
        let is_it = code.get(..2).is_some_and(|digits| u8::from_str_radix(digits, 16) == Ok(byte));
        rest = if is_it { code.get(2..)? } else { return None };
    }
    Some(rest)
}

/// What the secret is in Base64, by itself, with a form-encoded body, or with a `Basic` header. What
/// stands around it there decides on the first and last characters.
fn base64_parts(secret: &str) -> Vec<Zeroizing<String>> {
    let mut form = Zeroizing::new(String::with_capacity(secret.len().saturating_mul(3)));
    super::form::encode_to(&mut form, secret);
    let mut parts = Vec::new();
    for text in [secret, &form] {
        for start in 0..3 {
            let (groups, _) = text.as_bytes().get(start..).unwrap_or_default().as_chunks::<3>();
            if groups.len() > 1 {
                let groups = groups.as_flattened();
                parts.push(Zeroizing::new(STANDARD.encode(groups)));
                parts.push(Zeroizing::new(URL_SAFE.encode(groups)));
            }
        }
    }
    parts
}

#[cfg(test)]
#[path = "mask_tests.rs"]
mod tests;
