//! Typed members of a body, for serde.
//!
//! Our scan finds the members, and hands over a text without escapes as it stands. `serde_json` decodes
//! the other values, and says what is wrong; it takes several steps for each byte of a long token.

use super::scan::{Members, Raw};
use serde_core::de::{DeserializeOwned, DeserializeSeed, Deserializer, Error as _, IntoDeserializer};
use serde_core::de::{MapAccess, Visitor};
use serde_json::Error;
use serde_json::de::StrRead;

/// Decodes a typed part of a body. The error says what does not fit, never with a value.
pub(crate) fn typed<T: DeserializeOwned>(part: &str) -> Result<T, String> {
    // Nobody has judged yet whether it is JSON, so it is not taken as a text without escapes.
    if let Ok(value) = T::deserialize(Raw { text: part, is_escaped: true }) {
        return Ok(value);
    }
    serde_json::from_str(part).map_err(|error| {
        let text = error.to_string();
        // serde quotes values in its other messages; these two name members of the user's own type.
        let named = ["missing field `", "duplicate field `"].iter().any(|start| text.starts_with(start));
        let what = text.split(" at line").next().filter(|_| named).unwrap_or("a member has another type");
        format!("{what} (line {}, column {})", error.line(), error.column())
    })
}

impl<'a> Raw<'a> {
    /// The content of a string without escapes.
    fn plain(self) -> Option<&'a str> {
        if self.is_escaped { None } else { self.text.strip_prefix('"')?.strip_suffix('"') }
    }

    fn by_serde_json<T>(
        self,
        read: impl FnOnce(&mut serde_json::Deserializer<StrRead<'a>>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let mut deserializer = serde_json::Deserializer::from_str(self.text);
        let value = read(&mut deserializer)?;
        deserializer.end().map(|()| value)
    }
}

macro_rules! by_serde_json {
    ($($method:ident($($argument:ident: $type:ty),*))*) => {
        $(fn $method<V: Visitor<'a>>(self, $($argument: $type,)* visitor: V) -> Result<V::Value, Error> {
            self.by_serde_json(|deserializer| deserializer.$method($($argument,)* visitor))
        })*
    };
}

impl<'a> Deserializer<'a> for Raw<'a> {
    type Error = Error;

    fn deserialize_struct<V: Visitor<'a>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let mut rest = Rest { members: Members::of(self.text).map_err(no_object)?, value: None };
        let value = visitor.visit_map(&mut rest)?;
        // What the visitor did not ask for is judged as well.
        while rest.members.next().map_err(no_object)?.is_some() {}
        Ok(value)
    }

    fn deserialize_option<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Error> {
        // The whole text may stand between spaces, those of JSON.
        if self.text.trim_matches([' ', '\n', '\r', '\t']) == "null" {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_str<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.plain() {
            Some(text) => visitor.visit_borrowed_str(text),
            None => self.by_serde_json(|deserializer| deserializer.deserialize_str(visitor)),
        }
    }

    fn deserialize_string<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    by_serde_json! {
        deserialize_any()
        deserialize_bool()
        deserialize_i8()
        deserialize_i16()
        deserialize_i32()
        deserialize_i64()
        deserialize_i128()
        deserialize_u8()
        deserialize_u16()
        deserialize_u32()
        deserialize_u64()
        deserialize_u128()
        deserialize_f32()
        deserialize_f64()
        deserialize_char()
        deserialize_bytes()
        deserialize_byte_buf()
        deserialize_unit()
        deserialize_unit_struct(name: &'static str)
        deserialize_newtype_struct(name: &'static str)
        deserialize_seq()
        deserialize_tuple(length: usize)
        deserialize_tuple_struct(name: &'static str, length: usize)
        deserialize_map()
        deserialize_enum(name: &'static str, variants: &'static [&'static str])
        deserialize_identifier()
    }
}

fn no_object(_: usize) -> Error {
    Error::custom("no object")
}

/// The members that serde has not asked for yet.
struct Rest<'a> {
    members: Members<'a>,
    value: Option<Raw<'a>>,
}

impl<'a> MapAccess<'a> for Rest<'a> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'a>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        let Some((name, value)) = self.members.next().map_err(no_object)? else { return Ok(None) };
        self.value = Some(value);
        let name = name.text().ok_or_else(|| Error::custom("a name that is not Unicode"))?;
        seed.deserialize(name.into_deserializer()).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'a>>(&mut self, seed: V) -> Result<V::Value, Error> {
        let value = self.value.take().ok_or_else(|| Error::custom("a value without a name"))?;
        seed.deserialize(value)
    }
}

#[cfg(test)]
#[path = "typed_tests.rs"]
mod tests;
