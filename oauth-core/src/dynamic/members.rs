//! [`Members`]: what an answer says beyond the standard, by the names of its members.

use serde_core::de::{Deserialize, DeserializeOwned, Deserializer};
use serde_json::{Map, Value};
use std::fmt;

/// The members of an answer, which no type describes. It holds the tokens too.
#[derive(Clone, Default)]
pub struct Members(Map<String, Value>);

impl Members {
    /// A member as a value of this type; nothing if it is absent or of another type.
    pub fn get<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        T::deserialize(self.0.get(name)?).ok()
    }

    /// The names of the members.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Map::deserialize(deserializer).map(Self)
    }
}

/// No text: a value may be a token, and the server may say as a name what it was told.
impl fmt::Debug for Members {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Members").field(&self.0.len()).finish()
    }
}
