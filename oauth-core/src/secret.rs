//! Values that never print, and that are wiped from memory when dropped.

use std::fmt;
use subtle::ConstantTimeEq;
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
    one.as_bytes().ct_eq(other.as_bytes()).into()
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
