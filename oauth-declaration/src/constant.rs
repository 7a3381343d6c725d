//! [`Constant`]: a value of a type in `oauth_core::metadata`, before it is one. The macro writes it
//! as an expression, the loader of oauth-core makes the value.

/// A constant expression. Names are relative to `oauth_core::metadata`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Constant {
    /// `true` or `false`.
    Bool(bool),
    /// A character.
    Char(char),
    /// A number.
    Number(u64),
    /// A `&'static str`.
    Text(String),
    /// `Some(…)`.
    Some(Box<Self>),
    /// `None`.
    None,
    /// `&…`.
    Reference(Box<Self>),
    /// `&[…]`.
    List(Vec<Self>),
    /// `(…, …)`.
    Pair(Box<(Self, Self)>),
    /// A variant without fields, or a constant: `Pkce::Required`, `CallbackFormat::DEFAULT`.
    Path(String),
    /// A variant with fields, or a `const fn`: `ParameterValue::Fixed("…")`.
    Call(String, Vec<Self>),
    /// The values of the type of a field with a closed list of them.
    Values(String),
    /// A struct.
    Struct {
        /// Its name.
        name: &'static str,
        /// The fields that are written down.
        fields: Vec<(&'static str, Self)>,
        /// Where the other fields come from.
        base: Option<Box<Self>>,
    },
}

impl Constant {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// `Some(…)`.
    pub fn some(value: Self) -> Self {
        Self::Some(Box::new(value))
    }

    /// `&…`.
    pub fn reference(value: Self) -> Self {
        Self::Reference(Box::new(value))
    }

    /// `(…, …)`.
    pub fn pair(first: Self, second: Self) -> Self {
        Self::Pair(Box::new((first, second)))
    }

    /// `("…", "…")`.
    pub fn texts(first: impl Into<String>, second: impl Into<String>) -> Self {
        Self::pair(Self::text(first), Self::text(second))
    }

    /// A list; nothing for an empty one, which is every list's default.
    pub fn list(items: impl IntoIterator<Item = Self>) -> Option<Self> {
        let items: Vec<_> = items.into_iter().collect();
        (!items.is_empty()).then_some(Self::List(items))
    }

    /// A list of texts; nothing for an empty one.
    pub fn text_list<T: Into<String>>(items: impl IntoIterator<Item = T>) -> Option<Self> {
        Self::list(items.into_iter().map(Self::text))
    }

    /// `of::name`.
    pub fn path(of: &str, name: &str) -> Self {
        Self::Path(format!("{of}::{name}"))
    }

    /// `of::name(…)`.
    pub fn call(of: &str, name: &str, arguments: impl IntoIterator<Item = Self>) -> Self {
        Self::Call(format!("{of}::{name}"), arguments.into_iter().collect())
    }
}

/// The fields of a struct that differ from its default, as they are found.
#[derive(Debug)]
pub struct Fields {
    name: &'static str,
    fields: Vec<(&'static str, Constant)>,
}

impl Fields {
    /// None yet.
    pub fn of(name: &'static str) -> Self {
        Self { name, fields: Vec::new() }
    }

    /// Writes a field down, if it differs from the default.
    pub fn set(&mut self, field: &'static str, value: Option<Constant>) {
        self.fields.extend(value.map(|value| (field, value)));
    }

    /// The struct, with the other fields from its `DEFAULT`; nothing if none was set.
    pub fn or_default(self) -> Option<Constant> {
        let base = Constant::path(self.name, "DEFAULT");
        (!self.fields.is_empty()).then(|| self.or(base))
    }

    /// The struct, with the other fields from `base`; `base` itself if none was set.
    pub fn or_only(self, base: Constant) -> Constant {
        if self.fields.is_empty() { base } else { self.or(base) }
    }

    /// The struct, with the other fields from `base`.
    pub fn or(self, base: Constant) -> Constant {
        Constant::Struct { name: self.name, fields: self.fields, base: Some(Box::new(base)) }
    }

    /// The struct, with no other fields.
    pub fn alone(self) -> Constant {
        Constant::Struct { name: self.name, fields: self.fields, base: None }
    }
}
