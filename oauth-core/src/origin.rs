//! Where a token comes from: what its brand can't tell apart, and its API must not mix up.

use crate::metadata::{CallbackFormat, LearnedVariable};
use crate::variables::Variables;

/// What a token knows of the client that obtained it, and of its login.
#[derive(Debug, Default)]
pub struct Origin {
    /// What the callback of the login decided about URLs, as [`describe`] writes it.
    pub(crate) learned: Option<Box<str>>,
    /// Host and port of the token endpoint; a stored token does not know it.
    pub(crate) token_host: Option<Box<str>>,
}

type Row = &'static [(&'static str, &'static str)];

/// The row of declared values in which this one stands.
pub(crate) fn row(declared: &LearnedVariable, value: &str) -> Option<Row> {
    let name = declared.variable.split_once('.').map_or("", |(_, name)| name);
    // What several rows have decides nothing.
    let mut rows = declared.values.iter().filter(|row| row.contains(&(name, value)));
    rows.next().filter(|_| rows.next().is_none()).copied()
}

/// Adds a learnt value to its text form: `region=eu`, several of them joined by `&`. Literals of URL
/// variables hold neither.
pub(crate) fn describe(text: &mut String, declared: &LearnedVariable, value: &str) {
    if !text.is_empty() {
        text.push('&');
    }
    text.extend([declared.variable, "=", value]);
}

/// The variables with what the text says; nothing if it says what is not declared.
pub(crate) fn apply(format: &CallbackFormat, text: &str, variables: &Variables) -> Option<Variables> {
    let mut variables = variables.clone();
    for pair in text.split('&') {
        let (name, value) = pair.split_once('=')?;
        let declared = format.learn.iter().find(|declared| declared.variable == name)?;
        for (part, literal) in row(declared, value)? {
            variables.replace(name.split('.').next().unwrap_or_default(), part, literal);
        }
    }
    Some(variables)
}
