//! Typed optional parameters of a request, beyond the standard ones.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

/// A parameter with its value, for the request that goes to the endpoint `E` of the provider `P`.
///
/// A declaration with `authorization_request(params(prompt(one_of(login)), locale(optional)))`
/// makes `PROMPT_LOGIN` a `Parameter`, and `LOCALE` a [`ParameterName`].
pub struct Parameter<P, E> {
    pub(crate) name: Cow<'static, str>,
    pub(crate) value: Cow<'static, str>,
    marker: PhantomData<fn() -> (P, E)>,
}

impl<P, E> Parameter<P, E> {
    /// For the expansion of `#[oauth_provider]`, which has checked name and value.
    #[doc(hidden)]
    pub const fn declared(name: &'static str, value: &'static str) -> Self {
        Self { name: Cow::Borrowed(name), value: Cow::Borrowed(value), marker: PhantomData }
    }
}

#[cfg(feature = "dynamic")]
impl<P, E> Parameter<P, E> {
    pub(crate) fn of_value(name: &'static str, value: String) -> Self {
        Self { name: Cow::Borrowed(name), value: Cow::Owned(value), marker: PhantomData }
    }
}

impl<P, E> Clone for Parameter<P, E> {
    fn clone(&self) -> Self {
        Self { name: self.name.clone(), value: self.value.clone(), marker: PhantomData }
    }
}

impl<P, E> fmt::Debug for Parameter<P, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Parameter").field("name", &self.name).field("value", &self.value).finish()
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

    /// The parameter with this value.
    pub fn value(&self, value: impl Into<String>) -> Parameter<P, E> {
        Parameter { name: Cow::Borrowed(self.name), value: Cow::Owned(value.into()), marker: PhantomData }
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
