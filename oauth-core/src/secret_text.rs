//! [`SecretText`]: a secret among the members of an answer that are a provider's own.

use crate::secret::Secret;
use serde_core::de::{Deserialize, Deserializer};
use std::fmt;

/// A secret in the type of `extra(Type)`, such as the URL of a webhook. It is read from a string.
///
/// It never prints, and is wiped from memory when dropped. [`expose`](Self::expose) is the one way to
/// its text.
///
/// ```
/// use oauth_core::SecretText;
///
/// let url: SecretText = serde_json::from_str(r#""https://hooks.example/T/B/key""#)?;
/// assert_eq!(format!("{url:?}"), "[redacted]");
/// assert_eq!(url.expose(), "https://hooks.example/T/B/key");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone)]
pub struct SecretText(Secret);

impl SecretText {
    /// The secret itself. Store it encrypted, never log it.
    pub fn expose(&self) -> &str {
        self.0.expose()
    }
}

impl<'de> Deserialize<'de> for SecretText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self(Secret::new(text)))
    }
}

impl fmt::Debug for SecretText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
