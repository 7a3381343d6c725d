//! Typed parameters of a request, beyond the standard ones.

use crate::endpoint;
use crate::grant::{self, Grant};
use crate::metadata::{ParameterMetadata, ParameterValue};
use crate::scope::Scopes;
use crate::wire::form;
use crate::wire::outgoing::RESOURCE;
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

/// A parameter with its value, for the request that goes to the endpoint `E` of the provider `P`,
/// or for the token request of the grant `E`.
///
/// A declaration with `authorization_request(params(prompt(one_of(login)), locale(optional)))`
/// makes `PROMPT_LOGIN` a `Parameter`, and `LOCALE` a [`ParameterName`]. Its value never prints.
pub struct Parameter<P, E> {
    content: Content,
    marker: PhantomData<fn() -> (P, E)>,
}

/// What is not typed of a parameter.
#[derive(Clone)]
pub(crate) struct Content {
    name: &'static str,
    value: Value,
}

#[derive(Clone)]
enum Value {
    Text(Cow<'static, str>),
    /// To be joined by the scope delimiter.
    Scopes(Vec<Cow<'static, str>>),
}

impl<P, E> Parameter<P, E> {
    /// For the expansion of `#[oauth_provider]`, which has checked name and value.
    #[doc(hidden)]
    pub const fn declared(name: &'static str, value: &'static str) -> Self {
        Self { content: Content { name, value: Value::Text(Cow::Borrowed(value)) }, marker: PhantomData }
    }

    fn new(name: &'static str, value: Value) -> Self {
        Self { content: Content { name, value }, marker: PhantomData }
    }

    pub(crate) fn into_content(self) -> Content {
        self.content
    }
}

#[cfg(feature = "dynamic")]
impl<P, E> Parameter<P, E> {
    pub(crate) fn of_value(name: &'static str, value: String) -> Self {
        Self::new(name, Value::Text(Cow::Owned(value)))
    }
}

impl<P, E> Clone for Parameter<P, E> {
    fn clone(&self) -> Self {
        Self { content: self.content.clone(), marker: PhantomData }
    }
}

impl<P, E> fmt::Debug for Parameter<P, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Parameter").field("name", &self.content.name).finish_non_exhaustive()
    }
}

/// The name of an optional parameter, which the caller gives a value.
pub struct ParameterName<P, E> {
    name: &'static str,
    marker: PhantomData<fn() -> (P, E)>,
}

impl<P, E> ParameterName<P, E> {
    /// For the expansion of `#[oauth_provider]`, which has checked the name.
    #[doc(hidden)]
    pub const fn declared(name: &'static str) -> Self {
        Self { name, marker: PhantomData }
    }

    /// The parameter with this value: a text, or a number or boolean where it is declared as one,
    /// which the request checks.
    pub fn value(&self, value: impl ToString) -> Parameter<P, E> {
        Parameter::new(self.name, Value::Text(Cow::Owned(value.to_string())))
    }
}

impl<P, E> Clone for ParameterName<P, E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<P, E> Copy for ParameterName<P, E> {}

impl<P, E> fmt::Debug for ParameterName<P, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ParameterName").field(&self.name).finish()
    }
}

/// The name of a parameter that holds scopes, such as Slack's `user_scope`.
pub struct ScopeParameter<P, E> {
    name: &'static str,
    marker: PhantomData<fn() -> (P, E)>,
}

impl<P, E> ScopeParameter<P, E> {
    /// For the expansion of `#[oauth_provider]`, which has checked the name.
    #[doc(hidden)]
    pub const fn declared(name: &'static str) -> Self {
        Self { name, marker: PhantomData }
    }

    /// The parameter with these scopes.
    pub fn scopes<R>(&self, scopes: impl Scopes<P, R>) -> Parameter<P, E> {
        let mut list = Vec::new();
        scopes.append_to(&mut list);
        Parameter::new(self.name, Value::Scopes(list))
    }
}

impl<P, E> Clone for ScopeParameter<P, E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<P, E> Copy for ScopeParameter<P, E> {}

impl<P, E> fmt::Debug for ScopeParameter<P, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ScopeParameter").field(&self.name).finish()
    }
}

/// A parameter of this endpoint or grant may stand in the token request of the grant `G`.
#[diagnostic::on_unimplemented(
    message = "a parameter of `{Self}` does not belong into the token request of the `{G}` grant",
    label = "this parameter belongs to another request",
    note = "parameters are declared for one request, by `token_request(params(...))` or the block of a grant"
)]
pub trait BelongsTo<G> {}

impl<G: Grant> BelongsTo<G> for endpoint::Token {}
impl BelongsTo<Self> for grant::AuthorizationCode {}
impl BelongsTo<Self> for grant::ClientCredentials {}
impl BelongsTo<Self> for grant::Password {}
impl BelongsTo<Self> for grant::Refresh {}
impl BelongsTo<Self> for grant::LongLivedToken {}
impl BelongsTo<Self> for grant::AccessTokenRefresh {}
impl BelongsTo<Self> for grant::TokenExtension {}

/// The parameters that a caller gave for one request.
#[derive(Default)]
pub(crate) struct Given(Vec<(&'static str, Cow<'static, str>)>);

impl Given {
    /// Takes a parameter in place of an earlier value of it; where several values may be chosen, and of
    /// `resource`, beside the earlier ones.
    pub(crate) fn set(&mut self, declared: &[ParameterMetadata], delimiter: char, parameter: Content) {
        let Content { name, value } = parameter;
        let value = match value {
            Value::Text(text) => text,
            Value::Scopes(list) => Cow::Owned(form::join(&list, delimiter)),
        };
        let is_some_of = |declared: &ParameterMetadata| {
            declared.name == name && matches!(declared.value, ParameterValue::SomeOf(_))
        };
        if name == RESOURCE {
            if !self.iter().any(|known| known == (name, &value)) {
                self.0.push((name, value));
            }
            return;
        }
        match self.0.iter_mut().find(|(known, _)| *known == name) {
            Some((_, earlier)) if declared.iter().any(is_some_of) => {
                if !earlier.split(delimiter).any(|known| known == value) {
                    let earlier = earlier.to_mut();
                    earlier.push(delimiter);
                    earlier.push_str(&value);
                }
            }
            Some((_, earlier)) => *earlier = value,
            None => self.0.push((name, value)),
        }
    }

    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    pub(crate) fn has_several(&self, name: &str) -> bool {
        self.iter().filter(|(known, _)| *known == name).count() > 1
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0.iter().map(|(name, value)| (*name, &**value))
    }
}
