//! What a server says when it refuses (RFC 6749 sections 4.1.2.1 and 5.2, RFC 6750 section 3).

use super::Recovery;
use crate::metadata::GrantType;
use crate::wire::challenge::BearerChallenge;
use http::StatusCode;
use std::fmt;
use std::time::Duration;

/// A refusal by the authorization server (RFC 6749 sections 4.1.2.1 and 5.2).
#[derive(Debug, Clone)]
pub struct ErrorResponse {
    pub(crate) status: Option<StatusCode>,
    pub(crate) code: Option<ErrorCode>,
    /// The code on the wire, where the declaration maps it to another.
    pub(crate) provider_code: Option<Box<str>>,
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

/// An API's refusal of an access token.
#[derive(Debug, Clone)]
pub struct Unauthorized {
    pub(crate) status: StatusCode,
    pub(crate) challenge: Option<BearerChallenge>,
}

impl ErrorResponse {
    /// The code: a standard one also where the provider has its own for it, as declared by
    /// `error_response(map(...))` or `callback(map(...))`.
    pub fn code(&self) -> Option<&ErrorCode> {
        self.code.as_ref()
    }

    /// The code as the provider wrote it, such as `40029`; a number as text.
    pub fn provider_code(&self) -> Option<&str> {
        self.provider_code.as_deref().or_else(|| self.code.as_ref().map(ErrorCode::as_str))
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

    pub(super) fn recovery(&self, grant: Option<GrantType>) -> Recovery {
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

    pub(super) fn recovery(&self) -> Recovery {
        match self.challenge.as_ref().and_then(BearerChallenge::code) {
            Some(ErrorCode::InsufficientScope) => Recovery::Reauthorize,
            Some(ErrorCode::InvalidRequest) => Recovery::FixConfiguration,
            _ => Recovery::UseRefreshToken,
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

impl fmt::Display for ErrorResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.code {
            Some(code) => write!(f, "`{code}`")?,
            None => f.write_str("no error code")?,
        }
        if let Some(code) = &self.provider_code {
            write!(f, ", which it calls `{code}`")?;
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

impl fmt::Display for Unauthorized {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the API refused the access token (HTTP {})", self.status.as_u16())?;
        match &self.challenge {
            Some(challenge) => write!(f, ": {challenge}"),
            None => Ok(()),
        }
    }
}
