//! [`Error`]: what went wrong, where, and what to do. No message ever holds a secret.

use crate::metadata::GrantType;
use crate::provider::Provider;
use crate::secret::Secret;
use crate::token::RefreshToken;
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
    salvaged: Option<(TypeId, Secret)>,
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

/// A refusal by the authorization server (RFC 6749 sections 4.1.2.1 and 5.2).
#[derive(Debug, Clone)]
pub struct ErrorResponse {
    pub(crate) status: Option<StatusCode>,
    pub(crate) code: Option<ErrorCode>,
    pub(crate) description: Option<Box<str>>,
    pub(crate) uri: Option<Box<str>>,
    pub(crate) retry_after: Option<Duration>,
}

/// A registered error code, or the provider's own.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorCode {
    /// `invalid_request`
    InvalidRequest,
    /// `invalid_client`
    InvalidClient,
    /// `invalid_grant`
    InvalidGrant,
    /// `unauthorized_client`
    UnauthorizedClient,
    /// `unsupported_grant_type`
    UnsupportedGrantType,
    /// `invalid_scope`
    InvalidScope,
    /// `access_denied`
    AccessDenied,
    /// `unsupported_response_type`
    UnsupportedResponseType,
    /// `server_error`
    ServerError,
    /// `temporarily_unavailable`
    TemporarilyUnavailable,
    /// `unsupported_token_type` (RFC 7009 section 2.2.1)
    UnsupportedTokenType,
    /// `invalid_token` (RFC 6750 section 3.1)
    InvalidToken,
    /// `insufficient_scope` (RFC 6750 section 3.1)
    InsufficientScope,
    /// A code that no RFC named here registers.
    Other(Box<str>),
}

/// Why a callback can't be believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum CallbackError {
    /// `state` is missing or is not the one of this login (RFC 6749 section 10.12).
    StateMismatch,
    /// `iss` is missing although declared, or is not the provider's issuer (RFC 9207 section 2.4).
    IssuerMismatch,
    /// This parameter stands there more than once (RFC 6749 section 3.1).
    Repeated(&'static str),
    /// This parameter is missing.
    Missing(&'static str),
    /// This parameter holds characters that RFC 6749 appendix A does not allow.
    Malformed(&'static str),
    /// More than 64 KiB.
    TooLong,
    /// The login was started too long ago.
    Expired,
    /// The login was started by a client of another provider, tenant, environment or identifier.
    OtherClient,
    /// The sealed login can't be opened: another key or client sealed it, or it was changed.
    Unsealable,
}

/// An API's refusal of an access token.
#[derive(Debug, Clone)]
pub struct Unauthorized {
    pub(crate) status: StatusCode,
    pub(crate) challenge: Option<BearerChallenge>,
}

/// An answer that can't be used, described by its shape: names, types and lengths, never values.
#[derive(Debug, Clone)]
pub struct InvalidResponse {
    pub(crate) status: StatusCode,
    pub(crate) reason: Box<str>,
    pub(crate) shape: Box<str>,
}

/// Why no complete HTTP answer came.
#[derive(Debug)]
pub struct TransportError {
    kind: TransportErrorKind,
    detail: Box<str>,
}

/// The kinds of [`TransportError`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// No connection; the request did not reach the server.
    Connect,
    /// The deadline passed.
    Timeout,
    /// The body is longer than the limit.
    BodyTooLarge,
    /// The host has an address that the declared `ssrf(...)` policy refuses.
    AddressRefused,
    /// Anything else, such as a connection that broke off.
    Other,
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

    pub(crate) fn salvaging(mut self, provider: TypeId, refresh_token: Option<Secret>) -> Self {
        self.0.salvaged = refresh_token.map(|secret| (provider, secret));
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
        matches!(&self.0.kind, ErrorKind::Transport(error) if error.kind == TransportErrorKind::Timeout)
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
        match &self.0.salvaged {
            Some((provider, _)) if *provider == TypeId::of::<P>() => {
                self.0.salvaged.take().map(|(_, secret)| RefreshToken::from_secret(secret, None))
            }
            _ => None,
        }
    }
}

impl ErrorResponse {
    /// The code.
    pub fn code(&self) -> Option<&ErrorCode> {
        self.code.as_ref()
    }

    /// The server's explanation for developers: at most 2 KiB, control characters escaped, and
    /// whatever secret we sent masked.
    pub fn description(&self) -> Option<&str> {
        self.description.as_deref()
    }

    /// The address of a page about the error. Show it as text; it comes from the server.
    pub fn uri(&self) -> Option<&str> {
        self.uri.as_deref()
    }

    fn recovery(&self, grant: Option<GrantType>) -> Recovery {
        match &self.code {
            Some(ErrorCode::InvalidGrant) => Recovery::Reauthorize,
            // Too many requests (RFC 6585 section 4), whatever code the server puts beside it.
            _ if self.status == Some(StatusCode::TOO_MANY_REQUESTS) => Recovery::Retry,
            Some(ErrorCode::AccessDenied) => Recovery::Reauthorize,
            // The bearer token that authenticated the request (RFC 6750 section 3.1).
            Some(ErrorCode::InvalidToken) => Recovery::UseRefreshToken,
            Some(ErrorCode::ServerError | ErrorCode::TemporarilyUnavailable) => Recovery::Retry,
            Some(ErrorCode::Other(_)) | None => match self.status.map(|status| status.as_u16()) {
                Some(408 | 429 | 500..=599) => Recovery::Retry,
                // Without a code, a 401 for a grant of a resource owner speaks of that grant.
                Some(401) if !matches!(grant, None | Some(GrantType::CLIENT_CREDENTIALS)) => {
                    Recovery::Reauthorize
                }
                _ => Recovery::FixConfiguration,
            },
            Some(_) => Recovery::FixConfiguration,
        }
    }
}

impl Unauthorized {
    /// The parsed `WWW-Authenticate: Bearer …`, if the API sent one.
    pub fn challenge(&self) -> Option<&BearerChallenge> {
        self.challenge.as_ref()
    }

    fn recovery(&self) -> Recovery {
        match self.challenge.as_ref().and_then(BearerChallenge::code) {
            Some(ErrorCode::InsufficientScope) => Recovery::Reauthorize,
            Some(ErrorCode::InvalidRequest) => Recovery::FixConfiguration,
            _ => Recovery::UseRefreshToken,
        }
    }
}

impl InvalidResponse {
    /// What is wrong with it.
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// The shape of the body: names, types and lengths.
    pub fn shape(&self) -> &str {
        &self.shape
    }
}

impl TransportError {
    /// An error of a transport. `detail` must hold no URL, header or body.
    pub fn new(kind: TransportErrorKind, detail: impl Into<String>) -> Self {
        Self { kind, detail: detail.into().into_boxed_str() }
    }

    /// Which kind.
    pub fn kind(&self) -> TransportErrorKind {
        self.kind
    }

    fn recovery(&self, grant: Option<GrantType>) -> Recovery {
        match (self.kind, grant) {
            (TransportErrorKind::AddressRefused | TransportErrorKind::BodyTooLarge, _) => {
                Recovery::FixConfiguration
            }
            (TransportErrorKind::Connect, _) => Recovery::Retry,
            // The code may have reached the server, which takes it once.
            (_, Some(GrantType::AUTHORIZATION_CODE)) => Recovery::Reauthorize,
            _ => Recovery::Retry,
        }
    }
}

impl ErrorCode {
    /// The code on the wire.
    pub fn as_str(&self) -> &str {
        match self {
            Self::InvalidRequest => "invalid_request",
            Self::InvalidClient => "invalid_client",
            Self::InvalidGrant => "invalid_grant",
            Self::UnauthorizedClient => "unauthorized_client",
            Self::UnsupportedGrantType => "unsupported_grant_type",
            Self::InvalidScope => "invalid_scope",
            Self::AccessDenied => "access_denied",
            Self::UnsupportedResponseType => "unsupported_response_type",
            Self::ServerError => "server_error",
            Self::TemporarilyUnavailable => "temporarily_unavailable",
            Self::UnsupportedTokenType => "unsupported_token_type",
            Self::InvalidToken => "invalid_token",
            Self::InsufficientScope => "insufficient_scope",
            Self::Other(code) => code,
        }
    }

    pub(crate) fn parse(code: &str, secrets: &[&str]) -> Self {
        match code {
            "invalid_request" => Self::InvalidRequest,
            "invalid_client" => Self::InvalidClient,
            "invalid_grant" => Self::InvalidGrant,
            "unauthorized_client" => Self::UnauthorizedClient,
            "unsupported_grant_type" => Self::UnsupportedGrantType,
            "invalid_scope" => Self::InvalidScope,
            "access_denied" => Self::AccessDenied,
            "unsupported_response_type" => Self::UnsupportedResponseType,
            "server_error" => Self::ServerError,
            "temporarily_unavailable" => Self::TemporarilyUnavailable,
            "unsupported_token_type" => Self::UnsupportedTokenType,
            "invalid_token" => Self::InvalidToken,
            "insufficient_scope" => Self::InsufficientScope,
            other => Self::Other(crate::wire::text::printable(other, secrets)),
        }
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

impl fmt::Display for ErrorResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.code {
            Some(code) => write!(f, "`{code}`")?,
            None => f.write_str("no error code")?,
        }
        if let Some(status) = self.status {
            write!(f, " (HTTP {})", status.as_u16())?;
        }
        if let Some(description) = &self.description {
            write!(f, ": {description}")?;
        }
        Ok(())
    }
}

impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for CallbackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::StateMismatch => f.write_str("`state` is not the one of this login; start a new login"),
            Self::IssuerMismatch => f.write_str("`iss` is not the declared issuer; start a new login"),
            Self::Repeated(name) => write!(f, "`{name}` stands there more than once"),
            Self::Missing(name) => write!(f, "`{name}` is missing"),
            Self::Malformed(name) => write!(f, "`{name}` holds characters that are not allowed there"),
            Self::TooLong => f.write_str("it is longer than 64 KiB"),
            Self::Expired => f.write_str("the login was started too long ago; start a new one"),
            Self::OtherClient => f.write_str("the login was started by another client"),
            Self::Unsealable => {
                f.write_str("the sealed login was changed, or sealed by another key or client")
            }
        }
    }
}

impl fmt::Display for Unauthorized {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the API refused the access token (HTTP {})", self.status.as_u16())?;
        match &self.challenge {
            Some(challenge) => write!(f, ": {challenge}"),
            None => Ok(()),
        }
    }
}

impl fmt::Display for InvalidResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { status, reason, shape } = self;
        write!(f, "the answer (HTTP {}) can't be used: {reason}; the body is {shape}", status.as_u16())
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.kind {
            TransportErrorKind::Connect => "no connection",
            TransportErrorKind::Timeout => "no complete answer before the deadline",
            TransportErrorKind::BodyTooLarge => "the body of the answer is longer than the limit",
            TransportErrorKind::AddressRefused => "the host has an address that `ssrf(...)` refuses",
            TransportErrorKind::Other => "no complete answer",
        };
        if self.detail.is_empty() { f.write_str(what) } else { write!(f, "{what}: {}", self.detail) }
    }
}

impl std::error::Error for TransportError {}

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
        use TransportErrorKind::{AddressRefused, BodyTooLarge, Connect, Other, Timeout};
        let code = Some(GrantType::AUTHORIZATION_CODE);
        for (kind, grant, expected) in [
            (Connect, code, Recovery::Retry),
            (Timeout, code, Recovery::Reauthorize),
            (Other, code, Recovery::Reauthorize),
            (Timeout, Some(GrantType::REFRESH_TOKEN), Recovery::Retry),
            (Other, None, Recovery::Retry),
            (AddressRefused, code, Recovery::FixConfiguration),
            (BodyTooLarge, None, Recovery::FixConfiguration),
        ] {
            assert_eq!(recovery(kind, grant), expected, "{kind:?} {grant:?}");
        }
    }
}
