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
    /// `refresh_endpoint`.
    Refresh,
    /// `long_lived_token_endpoint`.
    LongLivedToken,
    /// `revocation_endpoint`.
    Revocation,
    /// `introspection_endpoint`.
    Introspection,
    /// `userinfo_endpoint`.
    Userinfo,
    /// `api_base`.
    Api,
}

impl Endpoint {
    /// All of them, in the order of the metadata.
    pub const ALL: [Self; 9] = [
        Self::Issuer,
        Self::Authorization,
        Self::Token,
        Self::Refresh,
        Self::LongLivedToken,
        Self::Revocation,
        Self::Introspection,
        Self::Userinfo,
        Self::Api,
    ];

    /// The key, which is also the field of `Metadata`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Issuer => "issuer",
            Self::Authorization => "authorization_endpoint",
            Self::Token => "token_endpoint",
            Self::Refresh => "refresh_endpoint",
            Self::LongLivedToken => "long_lived_token_endpoint",
            Self::Revocation => "revocation_endpoint",
            Self::Introspection => "introspection_endpoint",
            Self::Userinfo => "userinfo_endpoint",
            Self::Api => "api_base",
        }
    }

    /// The marker in `oauth_core::endpoint`. An issuer is no endpoint, and those that stand in for the
    /// token endpoint belong to a grant.
    pub fn marker(self) -> Option<&'static str> {
        match self {
            Self::Issuer | Self::Refresh | Self::LongLivedToken => None,
            Self::Authorization => Some("Authorization"),
            Self::Token => Some("Token"),
            Self::Revocation => Some("Revocation"),
            Self::Introspection => Some("Introspection"),
            Self::Userinfo => Some("Userinfo"),
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
    /// `long_lived_token`.
    LongLivedToken,
    /// `access_token_refresh`.
    AccessTokenRefresh,
    /// `token_extension`.
    TokenExtension,
}

impl GrantType {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::AuthorizationCode,
        Self::Implicit,
        Self::ClientCredentials,
        Self::Password,
        Self::RefreshToken,
        Self::LongLivedToken,
        Self::AccessTokenRefresh,
        Self::TokenExtension,
    ];

    /// The word in `grants(...)`.
    pub fn word(self) -> &'static str {
        match self {
            Self::AuthorizationCode => "authorization_code",
            Self::Implicit => "implicit",
            Self::ClientCredentials => "client_credentials",
            Self::Password => "password",
            Self::RefreshToken => "refresh_token",
            Self::LongLivedToken => "long_lived_token",
            Self::AccessTokenRefresh => "access_token_refresh",
            Self::TokenExtension => "token_extension",
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
            Self::LongLivedToken => "LongLivedToken",
            Self::AccessTokenRefresh => "AccessTokenRefresh",
            Self::TokenExtension => "TokenExtension",
        }
    }

    /// Whether its requests ask for scopes.
    pub fn asks_for_scopes(self) -> bool {
        !matches!(self, Self::LongLivedToken | Self::AccessTokenRefresh | Self::TokenExtension)
    }

    /// Whether its requests present a refresh token.
    pub fn takes_refresh_tokens(self) -> bool {
        matches!(self, Self::RefreshToken | Self::TokenExtension)
    }

    /// The endpoints that it uses, with the RFC that says so. Of several in one row any will do; the
    /// first is what a declaration is told to add.
    pub fn needs(self) -> &'static [(&'static [Endpoint], &'static str)] {
        const AUTHORIZATION: (&[Endpoint], &str) = (&[Endpoint::Authorization], "RFC 6749 section 3.1");
        const TOKEN: (&[Endpoint], &str) = (&[Endpoint::Token], "RFC 6749 section 3.2");
        const REFRESH: (&[Endpoint], &str) = (&[Endpoint::Token, Endpoint::Refresh], "RFC 6749 section 3.2");
        const LONG_LIVED: (&[Endpoint], &str) =
            (&[Endpoint::Token, Endpoint::LongLivedToken], "RFC 6749 section 3.2");
        match self {
            Self::AuthorizationCode => &[AUTHORIZATION, TOKEN],
            Self::Implicit => &[AUTHORIZATION],
            Self::ClientCredentials | Self::Password => &[TOKEN],
            Self::RefreshToken | Self::AccessTokenRefresh | Self::TokenExtension => &[REFRESH],
            Self::LongLivedToken => &[LONG_LIVED],
        }
    }
}

/// A declared request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Request {
    /// `authorization_request`.
    Authorization,
    /// `token_request`: all requests for tokens.
    Token,
    /// `client_credentials_request`.
    ClientCredentials,
    /// `password_request`.
    Password,
    /// `refresh_request`.
    Refresh,
    /// `long_lived_token_request`.
    LongLivedToken,
    /// `revocation_request`.
    Revocation,
    /// `introspection_request`.
    Introspection,
    /// `userinfo_request`.
    Userinfo,
}

impl Request {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Authorization,
        Self::Token,
        Self::ClientCredentials,
        Self::Password,
        Self::Refresh,
        Self::LongLivedToken,
        Self::Revocation,
        Self::Introspection,
        Self::Userinfo,
    ];

    /// The key, which is also a field of `Metadata` where the request is not one for tokens.
    pub fn key(self) -> &'static str {
        match self {
            Self::Authorization => "authorization_request",
            Self::Token => "token_request",
            Self::ClientCredentials => "client_credentials_request",
            Self::Password => "password_request",
            Self::Refresh => "refresh_request",
            Self::LongLivedToken => "long_lived_token_request",
            Self::Revocation => "revocation_request",
            Self::Introspection => "introspection_request",
            Self::Userinfo => "userinfo_request",
        }
    }

    /// The key of the answer to a request for tokens.
    pub fn token_response(self) -> Option<&'static str> {
        match self {
            Self::Token => Some("token_response"),
            Self::ClientCredentials => Some("client_credentials_response"),
            Self::Password => Some("password_response"),
            Self::Refresh => Some("refresh_response"),
            Self::LongLivedToken => Some("long_lived_token_response"),
            Self::Authorization | Self::Revocation | Self::Introspection | Self::Userinfo => None,
        }
    }

    /// The block of a grant's own.
    pub fn of(grant_type: GrantType) -> Option<Self> {
        match grant_type {
            GrantType::AuthorizationCode | GrantType::Implicit => None,
            GrantType::ClientCredentials => Some(Self::ClientCredentials),
            GrantType::Password => Some(Self::Password),
            GrantType::RefreshToken | GrantType::AccessTokenRefresh | GrantType::TokenExtension => {
                Some(Self::Refresh)
            }
            GrantType::LongLivedToken => Some(Self::LongLivedToken),
        }
    }

    /// The grants whose block it is; none for a block that belongs to an endpoint.
    pub fn grants(self) -> &'static [GrantType] {
        match self {
            Self::ClientCredentials => &[GrantType::ClientCredentials],
            Self::Password => &[GrantType::Password],
            Self::Refresh => {
                &[GrantType::RefreshToken, GrantType::AccessTokenRefresh, GrantType::TokenExtension]
            }
            Self::LongLivedToken => &[GrantType::LongLivedToken],
            Self::Authorization | Self::Token | Self::Revocation | Self::Introspection | Self::Userinfo => {
                &[]
            }
        }
    }
}

/// How a client authenticates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClientAuth {
    /// `client_secret_basic`.
    Basic(Encoding),
    /// `client_secret_post`.
    Post,
    /// `client_secret_basic_and_post`.
    BasicAndPost,
    /// `client_secret_header`.
    Header {
        /// The header with the secret.
        name: String,
        /// What stands before the secret.
        scheme: Option<String>,
        /// The header with the identifier.
        client_id: Option<String>,
    },
    /// `client_secret_digest`.
    Digest {
        /// The parameter with the digest.
        parameter: String,
        /// What stands between the secret and what is presented.
        separator: String,
    },
    /// `none`.
    None,
    /// `none(basic)`.
    NoneBasic,
}

/// How identifier and secret are written for the Basic scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// `form`.
    Form,
    /// `raw`.
    Raw,
    /// `secret_as_username`.
    SecretAsUsername,
}

impl ClientAuth {
    /// The word in `client_auth(...)`.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Basic(_) => "client_secret_basic",
            Self::Post => "client_secret_post",
            Self::BasicAndPost => "client_secret_basic_and_post",
            Self::Header { .. } => "client_secret_header",
            Self::Digest { .. } => "client_secret_digest",
            Self::None | Self::NoneBasic => "none",
        }
    }

    /// Whether the client has no secret.
    pub fn is_public(&self) -> bool {
        self.credential() == Credential::ClientId
    }

    /// What the client must have for it.
    pub fn credential(&self) -> Credential {
        match self {
            Self::None | Self::NoneBasic => Credential::ClientId,
            _ => Credential::ClientSecret,
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
