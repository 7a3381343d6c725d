//! [`Variables`]: the values of a provider's variables, each compared with the rules of its place.

use crate::url_values::UrlValues;
use crate::url_variable::{Place, UrlVariable};
use std::fmt;

/// The values of a provider's variables, by name. They never print: one may be a key.
#[derive(Clone, Default)]
pub struct Variables(Vec<Variable>);

#[derive(Clone)]
struct Variable {
    name: &'static str,
    value: Box<str>,
    /// Why the value can't stand where it does.
    misfit: Option<&'static str>,
}

impl Variables {
    /// Sets the variable `name`, which stands at `Place`.
    pub fn set<P: Place, T: UrlVariable<P>>(&mut self, name: &'static str, value: &T) {
        let value = value.url_value();
        self.0.push(Variable { name, value: value.into(), misfit: P::misfit(value) });
    }

    /// Sets the variable `name` to a value that was checked.
    #[cfg(feature = "dynamic")]
    pub(crate) fn set_checked(&mut self, name: &'static str, value: &str) {
        self.0.push(Variable { name, value: value.into(), misfit: None });
    }

    /// Sets the variable `name`, such as `region.accounts`, to a literal of a derived variable.
    pub fn set_named<T: UrlValues>(&mut self, name: &'static str, value: &'static str) {
        self.0.push(Variable { name, value: value.into(), misfit: None });
    }

    /// Names and values, in the order in which they were set.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0.iter().map(|variable| (variable.name, &*variable.value))
    }

    /// Gives a variable, or one name of it, another value; where it has none, nothing needs it.
    pub(crate) fn replace(&mut self, variable: &str, name: &str, value: &str) {
        for known in &mut self.0 {
            let rest = known.name.strip_prefix(variable);
            if rest.is_some_and(|rest| rest.strip_prefix('.').unwrap_or(rest) == name) {
                *known = Variable { name: known.name, value: value.into(), misfit: None };
            }
        }
    }

    /// The value of a variable.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// Why a variable can't stand where it does.
    pub(crate) fn misfit(&self, name: &str) -> Option<&'static str> {
        self.0.iter().filter(|variable| variable.name == name).find_map(|variable| variable.misfit)
    }
}

impl fmt::Debug for Variables {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter().map(|(name, _)| name)).finish()
    }
}
