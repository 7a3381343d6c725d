//! [`Hook`]: what no key of a declaration can say, such as a signature over a request.

use crate::error::Error;
use http::{Request, Response};
use std::fmt;

/// Code of a provider that changes its messages, where `#[oauth_provider(hook(field))]` names a
/// field of this type.
///
/// It sees one message at a time and nothing else. What is not needed stays as it is.
///
/// ```
/// use oauth_core::http::{HeaderValue, Request};
/// use oauth_core::{Hook, HookError};
///
/// #[derive(Clone)]
/// struct Versioned;
///
/// impl Hook for Versioned {
///     fn before_token_request(&self, request: &mut Request<Vec<u8>>) -> Result<(), HookError> {
///         let length = HeaderValue::try_from(request.body().len().to_string())
///             .map_err(|_| HookError::new("the length of the body does not fit into a header"))?;
///         request.headers_mut().insert("x-body-length", length);
///         Ok(())
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no hook",
    label = "this field is the hook of the provider",
    note = "write `impl oauth_core::Hook for {Self} {{ … }}`; all its functions have a default"
)]
pub trait Hook: Send + Sync + 'static {
    /// Changes a finished request for tokens, before it goes out. It holds secrets.
    ///
    /// # Errors
    ///
    /// The request can't be made.
    fn before_token_request(&self, request: &mut Request<Vec<u8>>) -> Result<(), HookError> {
        let _ = request;
        Ok(())
    }

    /// Changes the answer to a request for tokens, before it is read. It holds secrets.
    ///
    /// # Errors
    ///
    /// The answer is refused. Nothing in it is believed then, not even a new refresh token: a signature
    /// that does not fit is no reason to store what it should have signed.
    fn after_token_response(&self, response: &mut Response<Vec<u8>>) -> Result<(), HookError> {
        let _ = response;
        Ok(())
    }

    /// Signs a finished API request. It holds the access token.
    ///
    /// # Errors
    ///
    /// The request can't be signed.
    fn sign(&self, request: &mut Request<Vec<u8>>) -> Result<(), HookError> {
        let _ = request;
        Ok(())
    }
}

/// Why a [`Hook`] can't do its part. The message shows in [`Error`]; it holds no secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HookError(Box<str>);

impl HookError {
    /// An error with this message, which must hold no secret.
    pub fn new(message: impl Into<String>) -> Self {
        Self(message.into().into_boxed_str())
    }
}

impl fmt::Display for HookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for HookError {}

impl From<HookError> for Error {
    fn from(error: HookError) -> Self {
        Self::configuration(format!("the hook of the provider failed: {error}"))
    }
}
