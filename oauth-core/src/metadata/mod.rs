//! [`Metadata`]: what a declaration becomes. Plain `const` data; all behaviour reads it.
//!
//! Field names are those of RFC 8414 where it has one. Build a value with struct update syntax
//! from [`Metadata::DEFAULT`], as the macro does; fields are added without a breaking change.

mod callback;
mod client_auth;
mod request;
mod response;

pub use callback::{CallbackFormat, CallbackMode, LearnedVariable};
pub use client_auth::{BasicEncoding, ClientAuth, SecretDigest, SecretHeader};
pub use request::{
    BodyFormat, JsonType, Method, ParameterMetadata, ParameterValue, RequestAuth, RequestFormat,
    RevocableTokens,
};
pub use response::{
    AbsentExpiry, ActiveFormat, AnswerFormat, ApiBaseFormat, BearerFormat, Condition, ErrorResponseFormat,
    ExpiryFormat, ExpiryUnit, IntrospectionResponseFormat, Test, TokenCarrier, TokenResponseFormat,
    UserinfoResponseFormat,
};

/// Everything that a declaration says about an OAuth 2.0 provider.
///
/// URLs are templates: `{name}` stands for a value from [`Provider::variables`].
///
/// [`Provider::variables`]: crate::Provider::variables
#[derive(Debug, Clone, Copy)]
pub struct Metadata {
    /// The name of the declared type, such as `Reverb`.
    pub name: &'static str,
    /// The issuer identifier (RFC 8414 section 2), compared with `iss` in callbacks (RFC 9207).
    pub issuer: Option<&'static str>,
    /// Where the resource owner grants access (RFC 6749 section 3.1).
    pub authorization_endpoint: Option<&'static str>,
    /// Where grants are exchanged for tokens (RFC 6749 section 3.2).
    pub token_endpoint: Option<&'static str>,
    /// Where tokens are refreshed, if that is not the token endpoint.
    pub refresh_endpoint: Option<&'static str>,
    /// Where a short-lived access token is exchanged for a long-lived one, if that is not the token
    /// endpoint.
    pub long_lived_token_endpoint: Option<&'static str>,
    /// Where tokens are revoked (RFC 7009). May hold `{client_id}`.
    pub revocation_endpoint: Option<&'static str>,
    /// Where tokens are described (RFC 7662). May hold `{client_id}`.
    pub introspection_endpoint: Option<&'static str>,
    /// Where the resource owner is described (OpenID Connect Core section 5.3, or like it).
    pub userinfo_endpoint: Option<&'static str>,
    /// The beginning of every URL of the API that the access tokens are for.
    pub api_base: Option<&'static str>,
    /// The supported grants, in the order of the declaration.
    pub grants: &'static [GrantMetadata],
    /// The client authentication methods that the provider takes; the first is the default.
    pub client_auth: &'static [ClientAuth],
    /// The declared scopes, in the order of the declaration.
    pub scopes: &'static [ScopeMetadata],
    /// What stands between two scopes in `scope` (a space in RFC 6749 section 3.3).
    pub scope_delimiter: char,
    /// Whether scopes beyond the declared ones may be asked for.
    pub custom_scopes: bool,
    /// How the authorization code is protected (RFC 7636).
    pub pkce: Pkce,
    /// How `state` travels.
    pub state: StateCarrier,
    /// What the provider takes as `redirect_uri`.
    pub redirect_uri: RedirectUriKind,
    /// Which network addresses a host named by the user may have.
    pub ssrf: AddressPolicy,
    /// Peculiarities of the authorization request (RFC 6749 section 4.1.1).
    pub authorization_request: &'static RequestFormat,
    /// Peculiarities of the revocation request (RFC 7009 section 2.1).
    pub revocation_request: &'static RequestFormat,
    /// Peculiarities of the introspection request (RFC 7662 section 2.1).
    pub introspection_request: &'static RequestFormat,
    /// Peculiarities of the userinfo request: its method, query and headers. The access token is carried
    /// as [`bearer`](Self::bearer) says.
    pub userinfo_request: &'static RequestFormat,
    /// Peculiarities of the callback (RFC 6749 section 4.1.2).
    pub callback: &'static CallbackFormat,
    /// Peculiarities of the token answer (RFC 6749 section 5.1).
    pub token_response: &'static TokenResponseFormat,
    /// Peculiarities of the introspection answer (RFC 7662 section 2.2).
    pub introspection_response: &'static IntrospectionResponseFormat,
    /// Peculiarities of the userinfo answer.
    pub userinfo_response: UserinfoResponseFormat,
    /// Peculiarities of error answers (RFC 6749 section 5.2).
    pub error_response: &'static ErrorResponseFormat,
    /// How an access token is used (RFC 6750).
    pub bearer: BearerFormat,
    /// Where the provider departs from RFC 9700, each with the declared reason.
    pub deviations: &'static [Deviation],
}

impl Metadata {
    /// A provider that follows RFC 6749 to the letter and offers nothing.
    pub const DEFAULT: Self = Self {
        name: "",
        issuer: None,
        authorization_endpoint: None,
        token_endpoint: None,
        refresh_endpoint: None,
        long_lived_token_endpoint: None,
        revocation_endpoint: None,
        introspection_endpoint: None,
        userinfo_endpoint: None,
        api_base: None,
        grants: &[],
        client_auth: &[],
        scopes: &[],
        scope_delimiter: ' ',
        custom_scopes: false,
        pkce: Pkce::S256,
        state: StateCarrier::OwnParameter,
        redirect_uri: RedirectUriKind::Url,
        ssrf: AddressPolicy::Any,
        authorization_request: &RequestFormat::AUTHORIZATION,
        revocation_request: &RequestFormat::DEFAULT,
        introspection_request: &RequestFormat::DEFAULT,
        userinfo_request: &RequestFormat::USERINFO,
        callback: &CallbackFormat::DEFAULT,
        token_response: &TokenResponseFormat::DEFAULT,
        introspection_response: &IntrospectionResponseFormat::DEFAULT,
        userinfo_response: UserinfoResponseFormat { api_base: None },
        error_response: &ErrorResponseFormat::DEFAULT,
        bearer: BearerFormat::DEFAULT,
        deviations: &[],
    };

    /// Where an answer names the beginning of API URLs, in place of [`api_base`](Self::api_base).
    pub fn learnt_api_base(&self) -> Option<ApiBaseFormat> {
        self.token_response.api_base.or(self.userinfo_response.api_base)
    }

    /// The declaration of one grant, if the provider supports it.
    pub fn grant(&self, grant_type: GrantType) -> Option<&'static GrantMetadata> {
        self.grants.iter().find(|grant| grant.grant_type == grant_type)
    }

    /// The token answer to a grant: its own, or that of all.
    pub fn token_response_to(&self, grant_type: GrantType) -> &TokenResponseFormat {
        self.grant(grant_type).and_then(|grant| grant.response).unwrap_or(self.token_response)
    }
}

/// A way to obtain tokens, named by its `grant_type` (RFC 6749 sections 1.3 and 6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct GrantType(&'static str);

impl GrantType {
    /// `authorization_code` (RFC 6749 section 4.1).
    pub const AUTHORIZATION_CODE: Self = Self("authorization_code");
    /// The implicit grant, `response_type=token` (RFC 6749 section 4.2).
    pub const IMPLICIT: Self = Self("implicit");
    /// `client_credentials` (RFC 6749 section 4.4).
    pub const CLIENT_CREDENTIALS: Self = Self("client_credentials");
    /// `password` (RFC 6749 section 4.3).
    pub const PASSWORD: Self = Self("password");
    /// `refresh_token` (RFC 6749 section 6).
    pub const REFRESH_TOKEN: Self = Self("refresh_token");
    /// A long-lived access token for a short-lived one (Facebook, Instagram).
    pub const LONG_LIVED_TOKEN: Self = Self("long_lived_token");
    /// A new access token for one that is still good (Instagram, Threads).
    pub const ACCESS_TOKEN_REFRESH: Self = Self("access_token_refresh");
    /// A refresh that prolongs an access token in place of bringing a new one (Coros).
    pub const TOKEN_EXTENSION: Self = Self("token_extension");

    /// The word that stands for this grant in a declaration; for those of RFC 6749 but `implicit` it
    /// is also the value of `grant_type` on the wire.
    pub const fn as_str(self) -> &'static str {
        self.0
    }

    /// The value of `grant_type` on the wire, unless a declaration has another: an extension asks as a
    /// refresh does (RFC 6749 section 6).
    pub(crate) const fn value(self) -> &'static str {
        match self.0.as_bytes() {
            b"token_extension" => Self::REFRESH_TOKEN.0,
            _ => self.0,
        }
    }
}

/// One supported grant.
#[derive(Debug, Clone, Copy)]
pub struct GrantMetadata {
    /// Which grant.
    pub grant_type: GrantType,
    /// The value of `grant_type` on the wire; for `authorization_code` see also `response_type`.
    pub value: &'static str,
    /// The value of `response_type` in the authorization request.
    pub response_type: &'static str,
    /// The client authentication methods for this grant; the first is the default. The grant's
    /// own where it declares some, otherwise those of the provider. `[None]` for `implicit`.
    pub client_auth: &'static [ClientAuth],
    /// Scopes (on the wire) that are sent when the caller names none.
    pub default_scopes: &'static [&'static str],
    /// Whether its token answer may hold a refresh token.
    pub issues_refresh_token: bool,
    /// What becomes of a refresh token that was used (`refresh_token` only).
    pub rotation: Rotation,
    /// The scope that must be asked for to get a refresh token (`refresh_token` only), such as
    /// `offline_access`.
    pub offline_scope: Option<&'static str>,
    /// Peculiarities of the request to the token endpoint: `token_request(...)`, overruled key by key
    /// by the block of the grant.
    pub request: &'static RequestFormat,
    /// Peculiarities of the token answer, where the grant has a block for it: `token_response(...)`,
    /// overruled key by key by that block.
    pub response: Option<&'static TokenResponseFormat>,
}

impl GrantMetadata {
    /// A grant without peculiarities.
    pub const fn new(grant_type: GrantType, client_auth: &'static [ClientAuth]) -> Self {
        Self {
            grant_type,
            value: grant_type.value(),
            response_type: "code",
            client_auth,
            default_scopes: &[],
            issues_refresh_token: false,
            rotation: Rotation::Unspecified,
            offline_scope: None,
            request: &RequestFormat::DEFAULT,
            response: None,
        }
    }
}

/// What becomes of a refresh token that was used (RFC 9700 section 4.14.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Rotation {
    /// The provider does not say: a new refresh token may come, and replaces the old one.
    Unspecified,
    /// The refresh token stays as it is; none comes back.
    None,
    /// A new refresh token comes with every answer, and the old one is dead.
    Strict,
}

/// One declared scope.
#[derive(Debug, Clone, Copy)]
pub struct ScopeMetadata {
    /// The value on the wire.
    pub value: &'static str,
    /// The grants that may ask for it; empty means every grant.
    pub grants: &'static [GrantType],
}

impl ScopeMetadata {
    /// A scope that these grants may ask for; every grant, where none is named.
    pub const fn new(value: &'static str, grants: &'static [GrantType]) -> Self {
        Self { value, grants }
    }
}

/// Proof Key for Code Exchange (RFC 7636). `plain` does not exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Pkce {
    /// Sent with every request; a server that does not know it ignores it.
    S256,
    /// Sent with every request, and the server refuses a request without it.
    Required,
    /// As `Required`, with the challenge in lower-case hexadecimal (TikTok). A deviation.
    S256Hex,
    /// Sent by clients without a secret only, because the provider refuses it from the others. A
    /// deviation.
    PublicClients,
    /// Not sent, because the provider refuses it. A deviation.
    None,
}

/// How `state` travels (RFC 6749 section 4.1.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum StateCarrier {
    /// As the parameter `state`.
    OwnParameter,
    /// As a parameter of the redirect URI, for providers that lose the other. A deviation.
    InRedirectUri,
}

/// What a provider takes as `redirect_uri`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum RedirectUriKind {
    /// An absolute URI (RFC 6749 section 3.1.2).
    Url,
    /// An alias that the provider issued, such as eBay's RuName; sent unchanged.
    Opaque,
}

/// Which network addresses a host named by the user may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum AddressPolicy {
    /// Any address.
    Any,
    /// Public addresses only: no loopback, private, link-local or unique local address, checked on the
    /// address that is connected to.
    DenyPrivate,
}

/// A declared departure from RFC 9700 or RFC 6749.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deviation {
    /// The declaration that departs, with the block that it stands in, such as `pkce(none)` or
    /// `refresh_request(method(get))`.
    pub what: &'static str,
    /// The rule that it departs from, such as `RFC 9700 section 2.4`.
    pub rule: &'static str,
    /// Why, in the words of the declaration.
    pub because: &'static str,
}
