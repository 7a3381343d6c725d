//! Why an HTTP exchange brought nothing of use.

use super::Recovery;
use crate::metadata::GrantType;
use http::StatusCode;
use std::fmt;

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
    /// The transport itself can't work: no runtime, no TLS, a URL that it can't read. No repetition helps.
    Unusable,
    /// Anything else, such as a connection that broke off.
    Other,
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

    pub(super) fn recovery(&self, grant: Option<GrantType>) -> Recovery {
        match (self.kind, grant) {
            (
                TransportErrorKind::AddressRefused
                | TransportErrorKind::BodyTooLarge
                | TransportErrorKind::Unusable,
                _,
            ) => Recovery::FixConfiguration,
            (TransportErrorKind::Connect, _) => Recovery::Retry,
            // The code may have reached the server, which takes it once.
            (_, Some(GrantType::AUTHORIZATION_CODE)) => Recovery::Reauthorize,
            _ => Recovery::Retry,
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
            TransportErrorKind::Unusable => "the transport can't be used",
            TransportErrorKind::Other => "no complete answer",
        };
        if self.detail.is_empty() { f.write_str(what) } else { write!(f, "{what}: {}", self.detail) }
    }
}

impl std::error::Error for TransportError {}
