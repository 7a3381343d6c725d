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
    content: AccessContent,
    marker: PhantomData<fn() -> P>,
}

/// What is not typed of an access token: copied and dropped by the same code for all providers.
#[derive(Clone)]
pub(crate) struct AccessContent {
    pub(crate) secret: Secret,
    pub(crate) token_type: TokenType,
    /// Where its API is, if the answer that brought it said so.
    pub(crate) api_base: Option<Box<str>>,
    pub(crate) origin: Option<Arc<Origin>>,
}

/// A refresh token of the provider `P` (RFC 6749 section 1.5).
///
/// It never prints. [`expose`](Self::expose) is the one way to its text.
pub struct RefreshToken<P> {
    content: RefreshContent,
    marker: PhantomData<fn() -> P>,
}

/// What is not typed of a refresh token.
#[derive(Clone)]
pub(crate) struct RefreshContent {
    pub(crate) secret: Secret,
    /// The scopes that it was asked for with, for providers that want them again.
    pub(crate) scopes: Option<Arc<[Cow<'static, str>]>>,
    pub(crate) origin: Option<Arc<Origin>>,
}

/// A text that can't be a token: empty, or with other than visible ASCII characters (RFC 6749
/// appendix A).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct InvalidToken;

impl<P> AccessToken<P> {
    pub(crate) fn of(content: AccessContent) -> Self {
        Self { content, marker: PhantomData }
    }

    pub(crate) fn content(&self) -> &AccessContent {
        &self.content
    }

    /// A Bearer token that was stored earlier.
    ///
    /// # Errors
    ///
    /// The text is empty or holds other than visible ASCII characters.
    pub fn new(text: impl Into<String>) -> Result<Self, InvalidToken> {
        AccessContent::stored(text.into()).map(Self::of)
    }

    /// The same token with the [`token_type`](Self::token_type) that was stored beside it. A token that is
    /// no Bearer token is never sent as one.
    #[must_use]
    pub fn with_token_type(mut self, token_type: TokenType) -> Self {
        self.content.token_type = token_type;
        self
    }

    /// What the callback of its login decided about URLs (`callback(learn(...))`), such as the region of
    /// the user: requests with the token go there. Store it beside the token.
    pub fn learned(&self) -> Option<&str> {
        learned(self.content.origin.as_ref())
    }

    /// The same token with the [`learned`](Self::learned) text that was stored beside it. It is compared
    /// with the declared values before the token goes anywhere.
    #[must_use]
    pub fn with_learned(mut self, learned: impl Into<String>) -> Self {
        self.content.origin = having_learned(learned.into());
        self
    }

    /// Where its API is, as the answer that brought it said (`token_response(api_base(...))`). Store
    /// it beside the token.
    pub fn api_base(&self) -> Option<&str> {
        self.content.api_base.as_deref()
    }

    /// The same token with the [`api_base`](Self::api_base) that was stored beside it. It is compared
    /// with the declared hosts before the token goes there.
    #[must_use]
    pub fn with_api_base(mut self, api_base: impl Into<String>) -> Self {
        self.content.api_base = Some(api_base.into().into_boxed_str());
        self
    }

    /// The token itself. Store it encrypted, send it to the provider's API only, never log it.
    pub fn expose(&self) -> &str {
        self.content.secret.expose()
    }

    /// How it is used.
    pub fn token_type(&self) -> &TokenType {
        &self.content.token_type
    }
}

impl<P> RefreshToken<P> {
    pub(crate) fn of(content: RefreshContent) -> Self {
        Self { content, marker: PhantomData }
    }

    pub(crate) fn content(&self) -> &RefreshContent {
        &self.content
    }

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
        RefreshContent::stored(text.into()).map(Self::of)
    }

    /// The token itself. Store it encrypted, send it to the token endpoint only, never log it.
    pub fn expose(&self) -> &str {
        self.content.secret.expose()
    }

    /// The same token with the scopes that it was granted, for a provider that wants them with every
    /// refresh. A token that an answer brought knows them.
    #[must_use]
    pub fn with_scopes<R>(mut self, scopes: impl Scopes<P, R>) -> Self {
        let mut list = Vec::new();
        scopes.append_to(&mut list);
        self.content.scopes = Some(list.into());
        self
    }

    /// What the callback of its login decided about URLs (`callback(learn(...))`), such as the region of
    /// the user: requests with the token go there. Store it beside the token.
    pub fn learned(&self) -> Option<&str> {
        learned(self.content.origin.as_ref())
    }

    /// The same token with the [`learned`](Self::learned) text that was stored beside it. It is compared
    /// with the declared values before the token goes anywhere.
    #[must_use]
    pub fn with_learned(mut self, learned: impl Into<String>) -> Self {
        self.content.origin = having_learned(learned.into());
        self
    }
}

impl AccessContent {
    fn stored(text: String) -> Result<Self, InvalidToken> {
        Ok(Self { secret: checked(text)?, token_type: TokenType::Bearer, api_base: None, origin: None })
    }
}

impl RefreshContent {
    fn stored(text: String) -> Result<Self, InvalidToken> {
        Ok(Self { secret: checked(text)?, scopes: None, origin: None })
    }
}

fn learned(origin: Option<&Arc<Origin>>) -> Option<&str> {
    origin?.learned.as_deref()
}

fn having_learned(learned: String) -> Option<Arc<Origin>> {
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
        Self::of(self.content.clone())
    }
}

impl<P> Clone for RefreshToken<P> {
    fn clone(&self) -> Self {
        Self::of(self.content.clone())
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
