//! What the words of the table stand for: endpoints, grants, client authentication, deviations.

/// A URL of a provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Endpoint {
    /// `issuer`.
    Issuer,
    /// `authorization_endpoint`.
    Authorization,
    /// `token_endpoint`.
    Token,
    /// `revocation_endpoint`.
    Revocation,
    /// `introspection_endpoint`.
    Introspection,
    /// `api_base`.
    Api,
}

impl Endpoint {
    /// All of them, in the order of the metadata.
    pub const ALL: [Self; 6] =
        [Self::Issuer, Self::Authorization, Self::Token, Self::Revocation, Self::Introspection, Self::Api];

    /// The key, which is also the field of `Metadata`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Issuer => "issuer",
            Self::Authorization => "authorization_endpoint",
            Self::Token => "token_endpoint",
            Self::Revocation => "revocation_endpoint",
            Self::Introspection => "introspection_endpoint",
            Self::Api => "api_base",
        }
    }

    /// The marker in `oauth_core::endpoint`; an issuer is no endpoint.
    pub fn marker(self) -> Option<&'static str> {
        match self {
            Self::Issuer => None,
            Self::Authorization => Some("Authorization"),
            Self::Token => Some("Token"),
            Self::Revocation => Some("Revocation"),
            Self::Introspection => Some("Introspection"),
            Self::Api => Some("Api"),
        }
    }
}

/// A way to obtain tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GrantType {
    /// `authorization_code`.
    AuthorizationCode,
    /// `implicit`.
    Implicit,
    /// `client_credentials`.
    ClientCredentials,
    /// `password`.
    Password,
    /// `refresh_token`.
    RefreshToken,
}

impl GrantType {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::AuthorizationCode,
        Self::Implicit,
        Self::ClientCredentials,
        Self::Password,
        Self::RefreshToken,
    ];

    /// The word in `grants(...)`.
    pub fn word(self) -> &'static str {
        match self {
            Self::AuthorizationCode => "authorization_code",
            Self::Implicit => "implicit",
            Self::ClientCredentials => "client_credentials",
            Self::Password => "password",
            Self::RefreshToken => "refresh_token",
        }
    }

    /// The marker in `oauth_core::grant`.
    pub fn marker(self) -> &'static str {
        match self {
            Self::AuthorizationCode => "AuthorizationCode",
            Self::Implicit => "Implicit",
            Self::ClientCredentials => "ClientCredentials",
            Self::Password => "Password",
            Self::RefreshToken => "Refresh",
        }
    }

    /// The endpoints that it uses, with the RFC that says so.
    pub fn needs(self) -> &'static [(Endpoint, &'static str)] {
        const AUTHORIZATION: (Endpoint, &str) = (Endpoint::Authorization, "RFC 6749 section 3.1");
        const TOKEN: (Endpoint, &str) = (Endpoint::Token, "RFC 6749 section 3.2");
        match self {
            Self::AuthorizationCode => &[AUTHORIZATION, TOKEN],
            Self::Implicit => &[AUTHORIZATION],
            Self::ClientCredentials | Self::Password | Self::RefreshToken => &[TOKEN],
        }
    }
}

/// How a client authenticates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClientAuth {
    /// `client_secret_basic`.
    Basic {
        /// `encoding = "raw"`.
        raw: bool,
    },
    /// `client_secret_post`.
    Post,
    /// `none`.
    None,
}

impl ClientAuth {
    /// The word in `client_auth(...)`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Basic { .. } => "client_secret_basic",
            Self::Post => "client_secret_post",
            Self::None => "none",
        }
    }

    /// What the client must have for it.
    pub fn credential(self) -> Credential {
        match self {
            Self::Basic { .. } | Self::Post => Credential::ClientSecret,
            Self::None => Credential::ClientId,
        }
    }
}

/// The kind of credential that a client has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Credential {
    /// An identifier alone.
    ClientId,
    /// An identifier and a secret.
    ClientSecret,
}

impl Credential {
    /// The type in oauth-core.
    pub fn name(self) -> &'static str {
        match self {
            Self::ClientId => "ClientId",
            Self::ClientSecret => "ClientSecret",
        }
    }
}

/// A departure from the rules, which needs a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Departure {
    /// The grant `implicit`.
    Implicit,
    /// The grant `password`.
    Password,
    /// `pkce(none)`.
    NoPkce,
    /// `client_secret_basic(encoding = "raw")`.
    RawBasic,
    /// `ssrf(allow_any)`.
    AnyAddress,
}

impl Departure {
    /// What is declared, for people.
    pub fn what(self) -> &'static str {
        match self {
            Self::Implicit => "implicit",
            Self::Password => "password",
            Self::NoPkce => "pkce(none)",
            Self::RawBasic => "client_secret_basic(encoding = \"raw\")",
            Self::AnyAddress => "ssrf(allow_any)",
        }
    }

    /// The rule that it departs from.
    pub fn rule(self) -> &'static str {
        match self {
            Self::Implicit => "RFC 9700 section 2.1.2",
            Self::Password => "RFC 9700 section 2.4",
            Self::NoPkce => "RFC 9700 section 2.1.1",
            Self::RawBasic => "RFC 6749 section 2.3.1",
            // No RFC speaks of server-side request forgery by a client.
            Self::AnyAddress => "SSRF",
        }
    }

    /// What is wrong with it.
    pub fn fact(self) -> &'static str {
        match self {
            Self::Implicit => "the `implicit` grant leaks tokens (RFC 9700 section 2.1.2)",
            Self::Password => "the `password` grant must not be used (RFC 9700 section 2.4)",
            Self::NoPkce => "a login without PKCE is open to code injection (RFC 9700 section 2.1.1)",
            Self::RawBasic => "the Basic scheme takes form-encoded credentials (RFC 6749 section 2.3.1)",
            Self::AnyAddress => "any address includes those of the internal network (SSRF)",
        }
    }

    /// How a reason is written.
    pub fn example(self) -> &'static str {
        match self {
            Self::Implicit => "implicit(because = \"…\")",
            Self::Password => "password(because = \"…\")",
            Self::NoPkce => "pkce(none, because = \"…\")",
            Self::RawBasic => "client_secret_basic(encoding = \"raw\", because = \"…\")",
            Self::AnyAddress => "ssrf(allow_any, because = \"…\")",
        }
    }
}
