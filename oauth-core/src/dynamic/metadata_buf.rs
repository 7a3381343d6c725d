//! [`MetadataBuf`]: a definition that was loaded and checked.

use super::data::Data;
use super::errors::{MetadataError, MetadataErrors};
use super::export;
use super::load::{Loaded, load};
use super::provider::Dynamic;
use super::value::Value;
use super::variables::Variable;
use crate::error::Error;
use crate::metadata::Metadata;
use crate::url_values::UrlValues;
use oauth_declaration::constant::Constant;
use serde_core::de::{Deserialize, Deserializer, Error as _};
use serde_core::ser::{Serialize, Serializer};
use std::collections::BTreeSet;
use std::sync::OnceLock;

#[doc = include_str!("../../docs/metadata_buf.md")]
#[derive(Debug, Clone)]
pub struct MetadataBuf {
    definition: Data,
    variables: Vec<Variable>,
    content: Content,
    leaked: OnceLock<&'static Metadata>,
}

#[derive(Debug, Clone)]
enum Content {
    /// From a document, and checked.
    Loaded(Constant),
    /// From the program itself.
    Compiled(Box<Metadata>),
}

impl MetadataBuf {
    /// Reads one definition.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with it, by the rules of `#[oauth_provider]`.
    pub fn from_json(json: &str) -> Result<Self, MetadataErrors> {
        let mut errors = Vec::new();
        let loaded = load("", None, parse(json)?, &mut errors);
        finish(loaded.map(Self::from), errors)
    }

    /// Reads a document of many definitions: an object with one per member. A definition without a
    /// `name` has that of its member. They come in the order of the document.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with any of them, with the name of the member at the beginning of the
    /// path. Nothing is loaded then.
    pub fn load_all(json: &str) -> Result<Vec<(String, Self)>, MetadataErrors> {
        let Data::Object(members) = parse(json)? else {
            return Err(MetadataErrors::new("", "a document of definitions is an object: `{\"name\": {…}}`"));
        };
        let (mut errors, mut all) = (Vec::new(), Vec::new());
        let mut known = BTreeSet::new();
        for (name, data) in &members {
            if !known.insert(name) {
                errors.push(MetadataError::new(name, format!("the name `{name}` is given twice; keep one")));
            }
            let loaded = load(name, Some(name), data.clone(), &mut errors);
            all.extend(loaded.map(|loaded| (name.clone(), loaded.into())));
        }
        finish(Some(all), errors)
    }

    /// The metadata. The first call leaks them, so that they live as long as the program: load a
    /// provider once.
    pub fn metadata(&self) -> &'static Metadata {
        self.leaked.get_or_init(|| match &self.content {
            // Each is one that rustc would take, so that nothing is lost; if one were, the provider would
            // have no grants.
            Content::Loaded(constant) => {
                Box::leak(Box::new(Value::of(constant).unwrap_or(Metadata::DEFAULT)))
            }
            Content::Compiled(metadata) => Box::leak(metadata.clone()),
        })
    }

    /// As [`metadata`](Self::metadata), and leaks them in the same way.
    pub fn into_metadata(self) -> &'static Metadata {
        self.metadata()
    }

    /// The provider with these values of its URL variables, for a client. A variable with a list of rows
    /// takes any literal of a row.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration): a value is missing, is one of no
    /// variable, or is none that the variable may hold.
    pub fn provider<'v>(
        &self,
        values: impl IntoIterator<Item = (&'v str, &'v str)>,
    ) -> Result<Dynamic, Error> {
        Dynamic::with_values(self.metadata(), Some(&self.variables), values)
    }

    /// The same definition with a variable that holds one of these values. A compiled provider does not
    /// say which values its enums have, so that an export has none until they are named here. They are
    /// checked when the definition is loaded.
    #[must_use]
    pub fn with_values<'v>(self, variable: &str, values: impl IntoIterator<Item = &'v str>) -> Self {
        self.with_rows(variable, Data::texts(values))
    }

    /// The same definition with a variable that holds a value of this type, one with
    /// `#[derive(UrlVariable)]`; see [`with_values`](Self::with_values).
    #[must_use]
    pub fn with_values_of<T: UrlValues>(self, variable: &str) -> Self {
        self.with_rows(variable, export::rows(T::VALUES))
    }

    fn with_rows(mut self, variable: &str, data: Data) -> Self {
        if let Ok(read) = Variable::read("", variable, data.clone()) {
            self.variables.retain(|known| known.name != variable);
            self.variables.push(read);
        }
        if let Data::Object(members) = &mut self.definition
            && let Some((_, Data::Object(variables))) =
                members.iter_mut().find(|(name, _)| name == "variables")
        {
            variables.retain(|(name, _)| name != variable);
            variables.push((variable.to_owned(), data));
        }
        self
    }
}

impl From<Loaded> for MetadataBuf {
    fn from(Loaded { definition, variables, constant }: Loaded) -> Self {
        Self { definition, variables, content: Content::Loaded(constant), leaked: OnceLock::new() }
    }
}

/// The definition of a compiled provider.
impl From<&Metadata> for MetadataBuf {
    fn from(metadata: &Metadata) -> Self {
        let (definition, variables) = export::definition(metadata);
        let content = Content::Compiled(Box::new(*metadata));
        Self { definition, variables, content, leaked: OnceLock::new() }
    }
}

impl Serialize for MetadataBuf {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.definition.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for MetadataBuf {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let data = Data::deserialize(deserializer)?;
        let mut errors = Vec::new();
        let loaded = load("", None, data, &mut errors);
        finish(loaded.map(Self::from), errors).map_err(D::Error::custom)
    }
}

fn parse(json: &str) -> Result<Data, MetadataErrors> {
    // Its messages name line and column, and nothing of the document.
    serde_json::from_str(json).map_err(|error| MetadataErrors::new("", format!("this is not JSON: {error}")))
}

fn finish<T>(loaded: Option<T>, errors: Vec<MetadataError>) -> Result<T, MetadataErrors> {
    match (MetadataErrors::of(errors), loaded) {
        (None, Some(loaded)) => Ok(loaded),
        (Some(errors), _) => Err(errors),
        (None, None) => Err(MetadataErrors::new("", "there is no definition")),
    }
}
