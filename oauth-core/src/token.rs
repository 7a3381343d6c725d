//! Tokens, branded by their provider.

use crate::origin::Origin;
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
    origin: Option<Arc<Origin>>,
    marker: PhantomData<fn() -> P>,
}

/// A refresh token of the provider `P` (RFC 6749 section 1.5).
///
/// It never prints. [`expose`](Self::expose) is the one way to its text.
pub struct RefreshToken<P> {
    secret: Secret,
    /// The scopes that it was asked for with, for providers that want them again.
    scopes: Option<Arc<[Cow<'static, str>]>>,
    origin: Option<Arc<Origin>>,
    marker: PhantomData<fn() -> P>,
}

/// A text that can't be a token: empty, or with other than visible ASCII characters (RFC 6749
/// appendix A).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct InvalidToken;

impl AccessToken<()> {
    pub(crate) fn branded<P>(self) -> AccessToken<P> {
        AccessToken::issued(self.secret, self.token_type, self.api_base, self.origin)
    }
}

impl<P> AccessToken<P> {
    /// A Bearer token that was stored earlier.
    ///
    /// # Errors
    ///
    /// The text is empty or holds other than visible ASCII characters.
    pub fn new(text: impl Into<String>) -> Result<Self, InvalidToken> {
        Ok(Self::issued(checked(text.into())?, TokenType::Bearer, None, None))
    }

    /// The same token with the [`token_type`](Self::token_type) that was stored beside it. A token that is
    /// no Bearer token is never sent as one.
    #[must_use]
    pub fn with_token_type(self, token_type: TokenType) -> Self {
        Self { token_type, ..self }
    }

    /// What the callback of its login decided about URLs (`callback(learn(...))`), such as the region of
    /// the user: requests with the token go there. Store it beside the token.
    pub fn learned(&self) -> Option<&str> {
        self.origin.as_ref()?.learned.as_deref()
    }

    /// The same token with the [`learned`](Self::learned) text that was stored beside it. It is compared
    /// with the declared values before the token goes anywhere.
    #[must_use]
    pub fn with_learned(self, learned: impl Into<String>) -> Self {
        Self { origin: with_learned(learned.into()), ..self }
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

    pub(crate) fn issued(
        secret: Secret,
        token_type: TokenType,
        api_base: Option<Box<str>>,
        origin: Option<Arc<Origin>>,
    ) -> Self {
        Self { secret, token_type, api_base, origin, marker: PhantomData }
    }

    pub(crate) fn origin(&self) -> Option<&Arc<Origin>> {
        self.origin.as_ref()
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
    /// [`with_scopes`](Self::with_scopes); a refresh without them is an error.
    ///
    /// # Errors
    ///
    /// The text is empty or holds other than visible ASCII characters.
    pub fn new(text: impl Into<String>) -> Result<Self, InvalidToken> {
        Ok(Self::issued(checked(text.into())?, None, None))
    }

    pub(crate) fn issued(
        secret: Secret,
        scopes: Option<Arc<[Cow<'static, str>]>>,
        origin: Option<Arc<Origin>>,
    ) -> Self {
        Self { secret, scopes, origin, marker: PhantomData }
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

    /// What the callback of its login decided about URLs (`callback(learn(...))`), such as the region of
    /// the user: requests with the token go there. Store it beside the token.
    pub fn learned(&self) -> Option<&str> {
        self.origin.as_ref()?.learned.as_deref()
    }

    /// The same token with the [`learned`](Self::learned) text that was stored beside it. It is compared
    /// with the declared values before the token goes anywhere.
    #[must_use]
    pub fn with_learned(self, learned: impl Into<String>) -> Self {
        Self { origin: with_learned(learned.into()), ..self }
    }

    pub(crate) fn into_parts(self) -> (Secret, Option<Arc<[Cow<'static, str>]>>) {
        (self.secret, self.scopes)
    }

    /// The same token under another brand.
    pub(crate) fn with_brand<Q>(self) -> RefreshToken<Q> {
        RefreshToken::issued(self.secret, self.scopes, self.origin)
    }

    pub(crate) fn origin(&self) -> Option<&Arc<Origin>> {
        self.origin.as_ref()
    }

    pub(crate) fn secret(&self) -> &Secret {
        &self.secret
    }

    pub(crate) fn scopes(&self) -> Option<&Arc<[Cow<'static, str>]>> {
        self.scopes.as_ref()
    }
}

fn with_learned(learned: String) -> Option<Arc<Origin>> {
    Some(Arc::new(Origin { learned: Some(learned.into_boxed_str()), token_host: None }))
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
        let Self { secret, token_type, api_base, origin, .. } = self;
        Self::issued(secret.clone(), token_type.clone(), api_base.clone(), origin.clone())
    }
}

impl<P> Clone for RefreshToken<P> {
    fn clone(&self) -> Self {
        Self::issued(self.secret.clone(), self.scopes.clone(), self.origin.clone())
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
