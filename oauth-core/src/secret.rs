//! Values that never print, and that are wiped from memory when dropped.

use std::fmt;
use subtle::{Choice, ConstantTimeEq};
use zeroize::Zeroize;

/// A secret string.
#[derive(Clone)]
pub(crate) struct Secret(Box<str>);

impl Secret {
    pub(crate) fn new(value: impl Into<String>) -> Self {
        Self(value.into().into_boxed_str())
    }

    pub(crate) fn expose(&self) -> &str {
        &self.0
    }

    /// Compares in a time that depends on the length only.
    pub(crate) fn matches(&self, other: &str) -> bool {
        is_equal(&self.0, other)
    }
}

/// Compares in a time that depends on the lengths only.
pub(crate) fn is_equal(one: &str, other: &str) -> bool {
    // By words: `ct_eq` of slices takes the bytes one by one.
    let (words, rest) = one.as_bytes().as_chunks::<8>();
    let (other_words, other_rest) = other.as_bytes().as_chunks::<8>();
    let start = Choice::from(u8::from(words.len() == other_words.len()));
    let words = words.iter().zip(other_words).fold(start, |equal, (word, other)| {
        equal & u64::from_ne_bytes(*word).ct_eq(&u64::from_ne_bytes(*other))
    });
    (words & rest.ct_eq(other_rest)).into()
}

impl Drop for Secret {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_equal_byte_by_byte_only() {
        let text = "0123456789abcdefghijklmnopq";
        for length in 0..text.len() {
            let secret = Secret::new(&text[..length]);
            assert!(secret.matches(&text[..length]));
            assert!(!secret.matches(&text[..length + 1]));
            assert!(!Secret::new(&text[..length + 1]).matches(&text[..length]));
            for position in 0..length {
                let mut other = text[..length].to_owned();
                other.replace_range(position..=position, "-");
                assert!(!secret.matches(&other), "{length}, {position}");
            }
        }
    }
}
