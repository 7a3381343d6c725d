//! What is wrong with a document.

use std::fmt;

/// Everything that is wrong with a document; nothing of it was loaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MetadataErrors {
    errors: Vec<MetadataError>,
}

/// One mistake in a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MetadataError {
    path: String,
    message: String,
}

impl MetadataErrors {
    /// The mistakes, in the order of the document; at least one.
    pub fn iter(&self) -> impl Iterator<Item = &MetadataError> {
        self.errors.iter()
    }

    pub(crate) fn new(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self { errors: vec![MetadataError::new(path, message)] }
    }

    /// All of them, unless there are none.
    pub(crate) fn of(errors: Vec<MetadataError>) -> Option<Self> {
        (!errors.is_empty()).then_some(Self { errors })
    }
}

impl MetadataError {
    pub(crate) fn new(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self { path: plain(path.into()), message: plain(message.into()) }
    }

    /// Where it is, such as `github.grants.refresh_token.rotation` or `scopes[2]`; empty for the whole
    /// document.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What is wrong, and what to do, in the words of a declaration.
    pub fn message(&self) -> &str {
        &self.message
    }
}

/// What a document brings can't begin a line of its own, or move a cursor.
fn plain(text: String) -> String {
    if !text.contains(char::is_control) {
        return text;
    }
    let escaped = |c: char| if c.is_control() { c.escape_debug().to_string() } else { c.to_string() };
    text.chars().map(escaped).collect()
}

impl fmt::Display for MetadataErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, error) in self.errors.iter().enumerate() {
            if at > 0 {
                f.write_str("\n")?;
            }
            error.fmt(f)?;
        }
        Ok(())
    }
}

impl fmt::Display for MetadataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() {
            f.write_str(&self.message)
        } else {
            write!(f, "{}: {}", self.path, self.message)
        }
    }
}

impl std::error::Error for MetadataErrors {}
impl std::error::Error for MetadataError {}
