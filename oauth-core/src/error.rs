//! [`Error`]: what went wrong, where, and what to do. No message ever holds a secret.

mod callback;
mod exchange;
mod refusal;

pub use callback::CallbackError;
pub use exchange::{InvalidResponse, TransportError, TransportErrorKind};
pub use refusal::{ErrorCode, ErrorResponse, Unauthorized};

use crate::metadata::GrantType;
use crate::provider::Provider;
use crate::token::{RefreshContent, RefreshToken};
use crate::wire::challenge::BearerChallenge;
use http::StatusCode;
use std::any::TypeId;
use std::fmt;
use std::time::Duration;

/// Why a step of a flow failed.
///
/// Ask [`recovery`](Self::recovery) what to do, or [`kind`](Self::kind) for the details.
///
/// ```
/// use oauth_core::{Error, Recovery};
///
/// fn advice(error: &Error) -> &'static str {
///     match error.recovery() {
///         Recovery::Retry => "try again, not before error.retry_after()",
///         Recovery::UseRefreshToken => "refresh the access token",
///         Recovery::Reauthorize => "send the user to log in again",
///         _ => "tell the operator",
///     }
/// }
/// ```
pub struct Error(Box<Inner>);

struct Inner {
    kind: ErrorKind,
    grant: Option<GrantType>,
    salvaged: Option<(TypeId, RefreshContent)>,
}

/// What a program can do about an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Recovery {
    /// Try again, not before [`Error::retry_after`].
    Retry,
    /// The access token is dead: refresh it, or obtain another one in the way the first one came.
    UseRefreshToken,
    /// Start over with the resource owner: a new login, or the password again.
    Reauthorize,
    /// No repetition helps: the client, its registration or the declaration is wrong.
    FixConfiguration,
}

/// The kinds of [`Error`].
#[derive(Debug)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The authorization server refused a request (RFC 6749 section 5.2).
    Response(ErrorResponse),
    /// The callback carries a refusal (RFC 6749 section 4.1.2.1).
    AuthorizationResponse(ErrorResponse),
    /// The callback can't be believed; no token request was made.
    Callback(CallbackError),
    /// The API refused the access token (RFC 6750 section 3).
    Unauthorized(Unauthorized),
    /// The answer can't be used.
    InvalidResponse(InvalidResponse),
    /// No complete HTTP answer came.
    Transport(TransportError),
    /// The client is not configured for this.
    Configuration(Box<str>),
}

impl Error {
    pub(crate) fn new(kind: ErrorKind) -> Self {
        Self(Box::new(Inner { kind, grant: None, salvaged: None }))
    }

    pub(crate) fn configuration(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Configuration(message.into().into_boxed_str()))
    }

    pub(crate) fn callback(error: CallbackError) -> Self {
        Self::new(ErrorKind::Callback(error))
    }

    pub(crate) fn during(mut self, grant: GrantType) -> Self {
        self.0.grant = Some(grant);
        self
    }

    pub(crate) fn salvaging(mut self, provider: TypeId, refresh_token: Option<RefreshContent>) -> Self {
        self.0.salvaged = refresh_token.map(|token| (provider, token));
        self
    }

    /// What went wrong, in detail.
    pub fn kind(&self) -> &ErrorKind {
        &self.0.kind
    }

    /// What to do about it.
    pub fn recovery(&self) -> Recovery {
        match &self.0.kind {
            ErrorKind::Response(response) => response.recovery(self.0.grant),
            ErrorKind::AuthorizationResponse(response) => match response.code {
                Some(ErrorCode::ServerError | ErrorCode::TemporarilyUnavailable) => Recovery::Retry,
                Some(ErrorCode::AccessDenied | ErrorCode::Other(_)) | None => Recovery::Reauthorize,
                Some(_) => Recovery::FixConfiguration,
            },
            ErrorKind::Callback(_) => Recovery::Reauthorize,
            ErrorKind::Unauthorized(refusal) => refusal.recovery(),
            ErrorKind::InvalidResponse(_) | ErrorKind::Configuration(_) => Recovery::FixConfiguration,
            ErrorKind::Transport(error) => error.recovery(self.0.grant),
        }
    }

    /// The error code of the authorization server, if it gave one.
    pub fn code(&self) -> Option<&ErrorCode> {
        match &self.0.kind {
            ErrorKind::Response(response) | ErrorKind::AuthorizationResponse(response) => {
                response.code.as_ref()
            }
            ErrorKind::Unauthorized(refusal) => refusal.challenge.as_ref().and_then(BearerChallenge::code),
            _ => None,
        }
    }

    /// Whether the grant is dead: the code, the refresh token or the password is no longer good.
    pub fn is_invalid_grant(&self) -> bool {
        self.code() == Some(&ErrorCode::InvalidGrant)
    }

    /// Whether the resource owner or the server denied access.
    pub fn is_access_denied(&self) -> bool {
        self.code() == Some(&ErrorCode::AccessDenied)
    }

    /// Whether the API says that the access token is expired, revoked or unknown (RFC 6750
    /// section 3.1).
    pub fn is_invalid_token(&self) -> bool {
        self.code() == Some(&ErrorCode::InvalidToken)
    }

    /// Whether the deadline passed.
    pub fn is_timeout(&self) -> bool {
        matches!(&self.0.kind, ErrorKind::Transport(error) if error.kind() == TransportErrorKind::Timeout)
    }

    /// The status of the HTTP answer, if one came.
    pub fn status(&self) -> Option<StatusCode> {
        match &self.0.kind {
            ErrorKind::Response(response) => response.status,
            ErrorKind::Unauthorized(refusal) => Some(refusal.status),
            ErrorKind::InvalidResponse(answer) => Some(answer.status),
            _ => None,
        }
    }

    /// How long the server asks to wait (RFC 9110 section 10.2.3), at most a day.
    pub fn retry_after(&self) -> Option<Duration> {
        match &self.0.kind {
            ErrorKind::Response(response) => response.retry_after,
            _ => None,
        }
    }

    /// The new refresh token of an answer that can't be used otherwise. Store it: the old one may
    /// be dead. `None` if there was none, or if another provider sent it.
    pub fn take_refresh_token<P: Provider>(&mut self) -> Option<RefreshToken<P>> {
        self.take_salvaged(TypeId::of::<P>()).map(RefreshToken::of)
    }

    fn take_salvaged(&mut self, of: TypeId) -> Option<RefreshContent> {
        self.0.salvaged.take_if(|(provider, _)| *provider == of).map(|(_, token)| token)
    }
}

impl From<TransportError> for Error {
    fn from(error: TransportError) -> Self {
        Self::new(ErrorKind::Transport(error))
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error").field("kind", &self.0.kind).field("recovery", &self.recovery()).finish()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0.kind {
            ErrorKind::Response(response) => write!(f, "the authorization server refused: {response}"),
            ErrorKind::AuthorizationResponse(response) => {
                write!(f, "the authorization was refused: {response}")
            }
            ErrorKind::Callback(error) => write!(f, "the callback is refused: {error}"),
            ErrorKind::Unauthorized(refusal) => refusal.fmt(f),
            ErrorKind::InvalidResponse(answer) => answer.fmt(f),
            ErrorKind::Transport(error) => error.fmt(f),
            ErrorKind::Configuration(message) => f.write_str(message),
        }
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_to_do_when_no_answer_came() {
        let recovery = |kind, grant: Option<GrantType>| {
            let error = Error::from(TransportError::new(kind, ""));
            grant.map_or(error.recovery(), |grant| {
                Error::from(TransportError::new(kind, "")).during(grant).recovery()
            })
        };
        use TransportErrorKind::{AddressRefused, BodyTooLarge, Connect, Other, Timeout, Unusable};
        let code = Some(GrantType::AUTHORIZATION_CODE);
        for (kind, grant, expected) in [
            (Connect, code, Recovery::Retry),
            (Timeout, code, Recovery::Reauthorize),
            (Other, code, Recovery::Reauthorize),
            (Timeout, Some(GrantType::REFRESH_TOKEN), Recovery::Retry),
            (Other, None, Recovery::Retry),
            (AddressRefused, code, Recovery::FixConfiguration),
            (Unusable, code, Recovery::FixConfiguration),
            (Unusable, Some(GrantType::REFRESH_TOKEN), Recovery::FixConfiguration),
            (BodyTooLarge, None, Recovery::FixConfiguration),
        ] {
            assert_eq!(recovery(kind, grant), expected, "{kind:?} {grant:?}");
        }
    }
}
