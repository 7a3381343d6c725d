//! How a client authenticates.

/// How a client authenticates (RFC 6749 section 2.3, RFC 7591 section 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ClientAuth {
    /// `client_secret_basic`: the HTTP Basic scheme.
    ClientSecretBasic(BasicEncoding),
    /// `client_secret_post`: `client_id` and `client_secret` in the request body.
    ClientSecretPost,
    /// `client_secret_basic_and_post`: both at once, for servers that look into both places. A
    /// deviation (RFC 6749 section 2.3).
    ClientSecretBasicAndPost,
    /// `client_secret_header`: the secret in a header of the provider's own.
    ClientSecretHeader(SecretHeader),
    /// `client_secret_digest`: no secret, but a digest over it and what the request presents.
    ClientSecretDigest(SecretDigest),
    /// `none`: a public client, `client_id` in the request body.
    None,
    /// `none(basic)`: a public client, whose identifier goes by the Basic scheme with an empty
    /// password.
    NoneBasic,
}

impl ClientAuth {
    /// The word that stands for the method in a declaration; for the first two and `none` it is
    /// the registered name (RFC 7591 section 2).
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ClientSecretBasic(_) => "client_secret_basic",
            Self::ClientSecretPost => "client_secret_post",
            Self::ClientSecretBasicAndPost => "client_secret_basic_and_post",
            Self::ClientSecretHeader(_) => "client_secret_header",
            Self::ClientSecretDigest(_) => "client_secret_digest",
            Self::None | Self::NoneBasic => "none",
        }
    }

    /// Whether the client has no secret.
    pub const fn is_public(self) -> bool {
        matches!(self, Self::None | Self::NoneBasic)
    }
}

/// How client id and secret are written before they are joined for the Basic scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum BasicEncoding {
    /// Form-urlencoded, as RFC 6749 section 2.3.1 demands.
    Form,
    /// As they are, for servers that do not decode.
    Raw,
    /// The secret as the user name, and an empty password.
    SecretAsUsername,
}

/// A secret in a header of the provider's own. `client_id` stays in the request, unless it has a
/// header too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SecretHeader {
    /// The name of the header.
    pub header: &'static str,
    /// What stands before the secret, with a space between them; nothing for the secret alone.
    pub scheme: Option<&'static str>,
    /// The header for the client's identifier.
    pub client_id_header: Option<&'static str>,
}

/// SHA-256, in lower-case hexadecimal, of the secret, the separator, and the code or refresh token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SecretDigest {
    /// The parameter that holds the digest.
    pub parameter: &'static str,
    /// What stands between the secret and the code or refresh token.
    pub separator: &'static str,
}
