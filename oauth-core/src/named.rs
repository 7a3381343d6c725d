//! Names of what a provider sends beside the standard: constants that a declaration makes.

use std::fmt;
use std::marker::PhantomData;

/// A parameter of the callback of the provider `P` that is kept for the caller.
///
/// A declaration with `callback(capture(realm_id = "realmId"))` makes `REALM_ID` one; read it with
/// [`Tokens::callback_parameter`](crate::Tokens::callback_parameter).
pub struct CallbackParameter<P> {
    pub(crate) name: &'static str,
    marker: PhantomData<fn() -> P>,
}

/// Further tokens that the token answer of the provider `P` may hold.
///
/// A declaration with `token_response(also(user = "/authed_user"))` makes `USER` one; read them
/// with [`Tokens::also`](crate::Tokens::also).
pub struct AlsoIssued<P> {
    pub(crate) pointer: &'static str,
    marker: PhantomData<fn() -> P>,
}

impl<P> CallbackParameter<P> {
    /// For the expansion of `#[oauth_provider]`, with the name on the wire.
    #[doc(hidden)]
    pub const fn declared(name: &'static str) -> Self {
        Self { name, marker: PhantomData }
    }
}

impl<P> AlsoIssued<P> {
    /// For the expansion of `#[oauth_provider]`, with the JSON pointer to the object.
    #[doc(hidden)]
    pub const fn declared(pointer: &'static str) -> Self {
        Self { pointer, marker: PhantomData }
    }
}

impl<P> Clone for CallbackParameter<P> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<P> Copy for CallbackParameter<P> {}

impl<P> Clone for AlsoIssued<P> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<P> Copy for AlsoIssued<P> {}

impl<P> fmt::Debug for CallbackParameter<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("CallbackParameter").field(&self.name).finish()
    }
}

impl<P> fmt::Debug for AlsoIssued<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("AlsoIssued").field(&self.pointer).finish()
    }
}

#[cfg(test)]
#[path = "tests/named.rs"]
mod tests;
