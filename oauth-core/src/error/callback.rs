//! Why a callback is refused.

use std::fmt;

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
    /// This parameter is not one of the declared values, or not that of this provider value, such as
    /// another shop.
    Mismatch(&'static str),
    /// This parameter is no signature of the others by this client's secret.
    Signature(&'static str),
    /// More than 64 KiB.
    TooLong,
    /// The login was started too long ago.
    Expired,
    /// The login was started by a client of another provider, tenant, environment or identifier.
    OtherClient,
    /// The sealed login can't be opened: another key or client sealed it, or it was changed.
    Unsealable,
}

impl fmt::Display for CallbackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::StateMismatch => f.write_str("`state` is not the one of this login; start a new login"),
            Self::IssuerMismatch => f.write_str("`iss` is not the declared issuer; start a new login"),
            Self::Repeated(name) => write!(f, "`{name}` stands there more than once"),
            Self::Missing(name) => write!(f, "`{name}` is missing"),
            Self::Malformed(name) => write!(f, "`{name}` holds characters that are not allowed there"),
            Self::Mismatch(name) => write!(f, "`{name}` has a value that is not declared for this client"),
            Self::Signature(name) => {
                write!(f, "`{name}` does not sign the other parameters with this client's secret")
            }
            Self::TooLong => f.write_str("it is longer than 64 KiB"),
            Self::Expired => f.write_str("the login was started too long ago; start a new one"),
            Self::OtherClient => f.write_str("the login was started by another client"),
            Self::Unsealable => {
                f.write_str("the sealed login was changed, or sealed by another key or client")
            }
        }
    }
}
