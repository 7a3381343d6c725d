//! Typed scopes (RFC 6749 section 3.3): what may be asked for, and what was granted.

use crate::grant;
use crate::provider::Provider;
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

/// One scope of the provider `P`, which the grants that `R` allows may ask for.
///
/// The declaration makes each scope an associated constant: `Reverb::READ_LISTINGS`.
pub struct Scope<P, R = Any> {
    value: Cow<'static, str>,
    marker: PhantomData<fn() -> (P, R)>,
}

impl<P, R> Scope<P, R> {
    /// For the expansion of `#[oauth_provider]`, which has checked the value.
    #[doc(hidden)]
    pub const fn declared(value: &'static str) -> Self {
        Self { value: Cow::Borrowed(value), marker: PhantomData }
    }

    /// The scope as it stands on the wire.
    pub fn as_str(&self) -> &str {
        &self.value
    }
}

/// No restriction: every grant that takes scopes may ask for it.
#[derive(Debug, Clone, Copy)]
pub enum Any {}

/// A scope with this restriction may be asked for with the grant `G`.
#[diagnostic::on_unimplemented(
    message = "a scope that is limited to `{Self}` can't be asked for with the `{G}` grant",
    label = "this scope is not among those that the `{G}` grant takes",
    note = "the scopes of a grant are listed in `grants(...)` of the `#[oauth_provider]` declaration"
)]
pub trait AllowedIn<G> {}

impl<G: grant::Grant> AllowedIn<G> for Any {}
impl AllowedIn<Self> for grant::AuthorizationCode {}
impl AllowedIn<Self> for grant::Implicit {}
impl AllowedIn<Self> for grant::ClientCredentials {}
impl AllowedIn<Self> for grant::Password {}
impl AllowedIn<Self> for grant::Refresh {}

/// The declaration opens the set of scopes with `custom_scopes(allowed)`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` takes its declared scopes only",
    label = "the declaration of `{Self}` does not open the set",
    note = "use one of its associated constants, or declare `custom_scopes(allowed)`"
)]
pub trait CustomScopes: Provider {}

impl<P: Provider> Scope<P> {
    /// A scope that was stored earlier, by its value on the wire: a declared one, or any other where the
    /// provider takes any (`custom_scopes(allowed)`).
    ///
    /// A grant that may not ask for it says so at its request.
    ///
    /// ```
    /// # use oauth_core::{Scope, oauth_provider};
    /// # #[oauth_provider(
    /// #     token_endpoint = "https://notes.example/oauth/token",
    /// #     client_auth(client_secret_basic),
    /// #     grants(client_credentials),
    /// #     scopes(read, write = "notes:write")
    /// # )]
    /// # struct Notes;
    /// let stored = "read notes:write";
    /// let scopes: Vec<_> = stored.split(' ').map(|text| Scope::parse(&Notes, text)).collect::<Result<_, _>>()?;
    /// assert_eq!(scopes, [Notes::READ, Notes::WRITE]);
    /// assert!(Scope::parse(&Notes, "admin").is_err());
    /// # Ok::<(), oauth_core::InvalidScope>(())
    /// ```
    ///
    /// # Errors
    ///
    /// It is not declared; or, where any is taken, it is empty, or holds the delimiter or a character that
    /// RFC 6749 section 3.3 does not allow.
    pub fn parse(provider: &P, value: &str) -> Result<Self, InvalidScope> {
        let metadata = provider.metadata();
        match metadata.scopes.iter().find(|declared| declared.value == value) {
            Some(declared) => Ok(Self::declared(declared.value)),
            None if metadata.custom_scopes => Self::checked(metadata.scope_delimiter, value.to_owned()),
            None => Err(InvalidScope(Flaw::Undeclared)),
        }
    }

    /// A scope that is not among the declared ones, for a provider with `custom_scopes(allowed)`.
    ///
    /// # Errors
    ///
    /// It is empty, or holds the delimiter or a character that RFC 6749 section 3.3 does not allow.
    pub fn custom(provider: &P, value: impl Into<String>) -> Result<Self, InvalidScope>
    where
        P: CustomScopes,
    {
        Self::checked(provider.metadata().scope_delimiter, value.into())
    }

    pub(crate) fn checked(delimiter: char, value: String) -> Result<Self, InvalidScope> {
        let fits = |byte| matches!(byte, 0x21 | 0x23..=0x5b | 0x5d..=0x7e);
        if value.is_empty() || value.contains(delimiter) || !value.bytes().all(fits) {
            return Err(InvalidScope(Flaw::Text));
        }
        Ok(Self::of_value(value))
    }

    pub(crate) fn of_value(value: String) -> Self {
        Self { value: Cow::Owned(value), marker: PhantomData }
    }
}

/// A text that is not one scope: undeclared, empty, or with a delimiter or characters that RFC 6749
/// section 3.3 does not allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidScope(Flaw);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Flaw {
    Text,
    Undeclared,
}

impl fmt::Display for InvalidScope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            Flaw::Text => "not one scope: it is empty, or holds the delimiter or a character that RFC 6749 section 3.3 forbids",
            Flaw::Undeclared => "not a declared scope, and the provider takes no others",
        })
    }
}

impl std::error::Error for InvalidScope {}

/// Scopes of the provider `P`: an array, slice, `Vec` or `Option` of them, or any iterator.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list of scopes of `{P}`",
    label = "expected scopes of `{P}`, such as `[{P}::READ]`",
    note = "scopes are associated constants of the provider, not strings, and belong to one provider"
)]
pub trait Scopes<P, R>: sealed::Sealed<P, R> {
    #[doc(hidden)]
    fn append_to(self, list: &mut Vec<Cow<'static, str>>);
}

/// A list of one's own could hold any text.
mod sealed {
    pub trait Sealed<P, R> {}
}

#[diagnostic::do_not_recommend]
impl<P, R, I> sealed::Sealed<P, R> for I
where
    I: IntoIterator,
    I::Item: AsScope<P, R>,
{
}

#[diagnostic::do_not_recommend]
impl<P, R, I> Scopes<P, R> for I
where
    I: IntoIterator,
    I::Item: AsScope<P, R>,
{
    fn append_to(self, list: &mut Vec<Cow<'static, str>>) {
        for scope in self {
            append(list, scope.into_value());
        }
    }
}

fn append(list: &mut Vec<Cow<'static, str>>, value: Cow<'static, str>) {
    if !list.contains(&value) {
        list.push(value);
    }
}

/// A scope or a reference to one.
#[doc(hidden)]
pub trait AsScope<P, R> {
    fn into_value(self) -> Cow<'static, str>;
}

impl<P, R> AsScope<P, R> for Scope<P, R> {
    fn into_value(self) -> Cow<'static, str> {
        self.value
    }
}

impl<P, R> AsScope<P, R> for &Scope<P, R> {
    fn into_value(self) -> Cow<'static, str> {
        self.value.clone()
    }
}

// Written by hand: a derive would ask the same of the markers.
impl<P, R> Clone for Scope<P, R> {
    fn clone(&self) -> Self {
        Self { value: self.value.clone(), marker: PhantomData }
    }
}

impl<P, R> PartialEq for Scope<P, R> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<P, R> Eq for Scope<P, R> {}

impl<P, R> fmt::Debug for Scope<P, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Scope").field(&self.value).finish()
    }
}

impl<P, R> fmt::Display for Scope<P, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.value)
    }
}
