//! Tokens, branded by their provider.

use crate::scope::Scopes;
use crate::secret::Secret;
use crate::wire::text;
use crate::wire::token_response::TokenType;
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

/// An access token of the provider `P` (RFC 6749 section 1.4).
///
/// It never prints. [`expose`](Self::expose) is the one way to its text.
pub struct AccessToken<P> {
    secret: Secret,
    token_type: TokenType,
    /// Where its API is, if the answer that brought it said so.
    api_base: Option<Box<str>>,
    marker: PhantomData<fn() -> P>,
}

/// A refresh token of the provider `P` (RFC 6749 section 1.5).
///
/// It never prints. [`expose`](Self::expose) is the one way to its text.
pub struct RefreshToken<P> {
    secret: Secret,
    /// The scopes that it was asked for with, for providers that want them again.
    scopes: Option<Arc<[Cow<'static, str>]>>,
    marker: PhantomData<fn() -> P>,
}

/// A text that can't be a token: empty, or with other than visible ASCII characters (RFC 6749
/// appendix A).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct InvalidToken;

impl AccessToken<()> {
    pub(crate) fn branded<P>(self) -> AccessToken<P> {
        AccessToken::issued(self.secret, self.token_type, self.api_base)
    }
}

impl RefreshToken<()> {
    pub(crate) fn branded<P>(self) -> RefreshToken<P> {
        RefreshToken::from_secret(self.secret, self.scopes)
    }
}

impl<P> AccessToken<P> {
    /// A Bearer token that was stored earlier.
    ///
    /// # Errors
    ///
    /// The text is empty or holds other than visible ASCII characters.
    pub fn new(text: impl Into<String>) -> Result<Self, InvalidToken> {
        Ok(Self::from_secret(checked(text.into())?, TokenType::Bearer))
    }

    fn from_secret(secret: Secret, token_type: TokenType) -> Self {
        Self { secret, token_type, api_base: None, marker: PhantomData }
    }

    /// Where its API is, as the answer that brought it said (`token_response(api_base(...))`). Store
    /// it beside the token.
    pub fn api_base(&self) -> Option<&str> {
        self.api_base.as_deref()
    }

    /// The same token with the [`api_base`](Self::api_base) that was stored beside it. It is compared
    /// with the declared hosts before the token goes there.
    #[must_use]
    pub fn with_api_base(self, api_base: impl Into<String>) -> Self {
        Self { api_base: Some(api_base.into().into_boxed_str()), ..self }
    }

    pub(crate) fn issued(secret: Secret, token_type: TokenType, api_base: Option<Box<str>>) -> Self {
        Self { secret, token_type, api_base, marker: PhantomData }
    }

    /// The token itself. Store it encrypted, send it to the provider's API only, never log it.
    pub fn expose(&self) -> &str {
        self.secret.expose()
    }

    pub(crate) fn secret(&self) -> &Secret {
        &self.secret
    }

    /// How it is used.
    pub fn token_type(&self) -> &TokenType {
        &self.token_type
    }
}

impl<P> RefreshToken<P> {
    /// A token that was stored earlier.
    ///
    /// It does not know the scopes that it was granted. Where a provider wants them with every
    /// refresh (`refresh_token(send(scope))`), name them again with
    /// [`with_scopes`](Self::with_scopes).
    ///
    /// # Errors
    ///
    /// The text is empty or holds other than visible ASCII characters.
    pub fn new(text: impl Into<String>) -> Result<Self, InvalidToken> {
        Ok(Self::from_secret(checked(text.into())?, None))
    }

    pub(crate) fn from_secret(secret: Secret, scopes: Option<Arc<[Cow<'static, str>]>>) -> Self {
        Self { secret, scopes, marker: PhantomData }
    }

    /// The token itself. Store it encrypted, send it to the token endpoint only, never log it.
    pub fn expose(&self) -> &str {
        self.secret.expose()
    }

    /// The same token with the scopes that it was granted, for a provider that wants them with every
    /// refresh. A token that an answer brought knows them.
    #[must_use]
    pub fn with_scopes<R>(self, scopes: impl Scopes<P, R>) -> Self {
        let mut list = Vec::new();
        scopes.append_to(&mut list);
        Self { scopes: Some(list.into()), ..self }
    }

    pub(crate) fn into_parts(self) -> (Secret, Option<Arc<[Cow<'static, str>]>>) {
        (self.secret, self.scopes)
    }

    pub(crate) fn secret(&self) -> &Secret {
        &self.secret
    }

    pub(crate) fn scopes(&self) -> Option<&Arc<[Cow<'static, str>]>> {
        self.scopes.as_ref()
    }
}

fn checked(text: String) -> Result<Secret, InvalidToken> {
    let secret = Secret::new(text);
    if text::is_vschar(secret.expose()) { Ok(secret) } else { Err(InvalidToken) }
}

impl fmt::Display for InvalidToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a token is not empty and has visible ASCII characters only (RFC 6749 appendix A)")
    }
}

impl std::error::Error for InvalidToken {}

impl<P> Clone for AccessToken<P> {
    fn clone(&self) -> Self {
        let api_base = self.api_base.clone();
        Self { api_base, ..Self::from_secret(self.secret.clone(), self.token_type.clone()) }
    }
}

impl<P> Clone for RefreshToken<P> {
    fn clone(&self) -> Self {
        Self::from_secret(self.secret.clone(), self.scopes.clone())
    }
}

impl<P> fmt::Debug for AccessToken<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AccessToken([redacted])")
    }
}

impl<P> fmt::Debug for RefreshToken<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RefreshToken([redacted])")
    }
}
