/// Sharetribe's Marketplace API: anonymous tokens by a public client id, user tokens by password.
#[derive(Debug, Clone, Copy)]
/**
# Endpoints

| endpoint | URL |
|---|---|
| `token_endpoint` | `https://flex-api.sharetribe.com/v1/auth/token` |
| `revocation_endpoint` | `https://flex-api.sharetribe.com/v1/auth/revoke` |
| `introspection_endpoint` | `https://flex-api.sharetribe.com/v1/auth/token` |
| `api_base` | `https://flex-api.sharetribe.com/v1/api` |

# Grants

| grant | client authentication |
|---|---|
| `client_credentials` | `none` |
| `password` | `none` |
| `refresh_token` | `none` |

# Scopes

| constant | scope | grants |
|---|---|---|
| [`PUBLIC_READ`](Self::PUBLIC_READ) | `public-read` | `client_credentials` |
| [`USER`](Self::USER) | `user` | `password` and `refresh_token` |

# Deviations

| declared | against | because |
|---|---|---|
| `password` | RFC 9700 section 2.4 | the API offers users no other login |
*/
pub struct Sharetribe;
#[automatically_derived]
impl ::oauth_core::Provider for Sharetribe {
    type Auth = ::oauth_core::ClientId;
    type Extra = ::oauth_core::NoExtra;
    type TokenDetails = TokenDetails;
    fn metadata(&self) -> &'static ::oauth_core::Metadata {
        use ::oauth_core::metadata as m;
        #[allow(clippy::needless_update)]
        const METADATA: m::Metadata = m::Metadata {
            name: "Sharetribe",
            token_endpoint: ::core::option::Option::Some(
                "https://flex-api.sharetribe.com/v1/auth/token",
            ),
            revocation_endpoint: ::core::option::Option::Some(
                "https://flex-api.sharetribe.com/v1/auth/revoke",
            ),
            introspection_endpoint: ::core::option::Option::Some(
                "https://flex-api.sharetribe.com/v1/auth/token",
            ),
            api_base: ::core::option::Option::Some(
                "https://flex-api.sharetribe.com/v1/api",
            ),
            grants: &[
                m::GrantMetadata {
                    default_scopes: &["public-read"],
                    ..m::GrantMetadata::new(
                        m::GrantType::CLIENT_CREDENTIALS,
                        &[m::ClientAuth::None],
                    )
                },
                m::GrantMetadata {
                    default_scopes: &["user"],
                    issues_refresh_token: true,
                    ..m::GrantMetadata::new(
                        m::GrantType::PASSWORD,
                        &[m::ClientAuth::None],
                    )
                },
                m::GrantMetadata {
                    issues_refresh_token: true,
                    ..m::GrantMetadata::new(
                        m::GrantType::REFRESH_TOKEN,
                        &[m::ClientAuth::None],
                    )
                },
            ],
            client_auth: &[m::ClientAuth::None],
            scopes: &[
                m::ScopeMetadata::new(
                    "public-read",
                    &[m::GrantType::CLIENT_CREDENTIALS],
                ),
                m::ScopeMetadata::new(
                    "user",
                    &[m::GrantType::PASSWORD, m::GrantType::REFRESH_TOKEN],
                ),
            ],
            revocation_request: &m::RequestFormat {
                auth: m::RequestAuth::Bearer,
                ..m::RequestFormat::DEFAULT
            },
            introspection_request: &m::RequestFormat {
                method: &[m::Method::Get],
                auth: m::RequestAuth::Bearer,
                omit: &["token"],
                ..m::RequestFormat::DEFAULT
            },
            introspection_response: &m::IntrospectionResponseFormat {
                active: m::ActiveFormat::Status,
                ..m::IntrospectionResponseFormat::DEFAULT
            },
            error_response: &m::ErrorResponseFormat {
                text: true,
                ..m::ErrorResponseFormat::DEFAULT
            },
            deviations: &[
                m::Deviation {
                    what: "password",
                    rule: "RFC 9700 section 2.4",
                    because: "the API offers users no other login",
                },
            ],
            ..m::Metadata::DEFAULT
        };
        &METADATA
    }
}
#[automatically_derived]
impl ::oauth_core::Supports<
    ::oauth_core::grant::ClientCredentials,
    ::oauth_core::ClientId,
> for Sharetribe {}
#[automatically_derived]
impl ::oauth_core::Supports<::oauth_core::grant::Password, ::oauth_core::ClientId>
for Sharetribe {}
#[automatically_derived]
impl ::oauth_core::Supports<::oauth_core::grant::Refresh, ::oauth_core::ClientId>
for Sharetribe {}
#[automatically_derived]
impl ::oauth_core::Accepts<::oauth_core::ClientId> for Sharetribe {}
#[automatically_derived]
impl ::oauth_core::HasEndpoint<::oauth_core::endpoint::Token> for Sharetribe {}
#[automatically_derived]
impl ::oauth_core::HasEndpoint<::oauth_core::endpoint::Revocation> for Sharetribe {}
#[automatically_derived]
impl ::oauth_core::HasEndpoint<::oauth_core::endpoint::Introspection> for Sharetribe {}
#[automatically_derived]
impl ::oauth_core::HasEndpoint<::oauth_core::endpoint::Api> for Sharetribe {}
impl ::oauth_core::RevokedBy<Sharetribe> for ::oauth_core::AccessToken<Sharetribe> {}
impl ::oauth_core::RevokedBy<Sharetribe> for ::oauth_core::RefreshToken<Sharetribe> {}
#[allow(dead_code)]
impl Sharetribe {
    /// The scope `public-read`, which `client_credentials` may ask for.
    pub const PUBLIC_READ: ::oauth_core::Scope<
        Self,
        ::oauth_core::grant::ClientCredentials,
    > = ::oauth_core::Scope::declared("public-read");
}
const _: () = {
    /// Limits a scope to `password` and `refresh_token`.
    #[derive(::core::fmt::Debug)]
    #[allow(unreachable_pub)]
    pub enum PasswordOrRefresh {}
    impl ::oauth_core::AllowedIn<::oauth_core::grant::Password> for PasswordOrRefresh {}
    impl ::oauth_core::AllowedIn<::oauth_core::grant::Refresh> for PasswordOrRefresh {}
    #[allow(dead_code)]
    impl Sharetribe {
        /// The scope `user`, which `password` and `refresh_token` may ask for.
        pub const USER: ::oauth_core::Scope<Self, PasswordOrRefresh> = ::oauth_core::Scope::declared(
            "user",
        );
    }
};

/// Sharetribe's Integration API: trusted programs that act for the marketplace's operator.
#[derive(Debug, Clone, Copy)]
/**
# Endpoints

| endpoint | URL |
|---|---|
| `token_endpoint` | `https://flex-integ-api.sharetribe.com/v1/auth/token` |
| `revocation_endpoint` | `https://flex-integ-api.sharetribe.com/v1/auth/revoke` |
| `api_base` | `https://flex-integ-api.sharetribe.com/v1/integration_api` |

# Grants

| grant | client authentication |
|---|---|
| `client_credentials` | `client_secret_post` |
| `refresh_token` | `client_secret_post` |

# Scopes

| constant | scope | grants |
|---|---|---|
| [`INTEG`](Self::INTEG) | `integ` | all |
*/
pub struct SharetribeIntegration;
#[automatically_derived]
impl ::oauth_core::Provider for SharetribeIntegration {
    type Auth = ::oauth_core::ClientSecret;
    type Extra = ::oauth_core::NoExtra;
    type TokenDetails = ::oauth_core::NoExtra;
    fn metadata(&self) -> &'static ::oauth_core::Metadata {
        use ::oauth_core::metadata as m;
        #[allow(clippy::needless_update)]
        const METADATA: m::Metadata = m::Metadata {
            name: "SharetribeIntegration",
            token_endpoint: ::core::option::Option::Some(
                "https://flex-integ-api.sharetribe.com/v1/auth/token",
            ),
            revocation_endpoint: ::core::option::Option::Some(
                "https://flex-integ-api.sharetribe.com/v1/auth/revoke",
            ),
            api_base: ::core::option::Option::Some(
                "https://flex-integ-api.sharetribe.com/v1/integration_api",
            ),
            grants: &[
                m::GrantMetadata {
                    default_scopes: &["integ"],
                    issues_refresh_token: true,
                    ..m::GrantMetadata::new(
                        m::GrantType::CLIENT_CREDENTIALS,
                        &[m::ClientAuth::ClientSecretPost],
                    )
                },
                m::GrantMetadata {
                    issues_refresh_token: true,
                    ..m::GrantMetadata::new(
                        m::GrantType::REFRESH_TOKEN,
                        &[m::ClientAuth::ClientSecretPost],
                    )
                },
            ],
            client_auth: &[m::ClientAuth::ClientSecretPost],
            scopes: &[m::ScopeMetadata::new("integ", &[])],
            revocation_request: &m::RequestFormat {
                auth: m::RequestAuth::Bearer,
                ..m::RequestFormat::DEFAULT
            },
            error_response: &m::ErrorResponseFormat {
                text: true,
                ..m::ErrorResponseFormat::DEFAULT
            },
            ..m::Metadata::DEFAULT
        };
        &METADATA
    }
}
#[automatically_derived]
impl ::oauth_core::Supports<
    ::oauth_core::grant::ClientCredentials,
    ::oauth_core::ClientSecret,
> for SharetribeIntegration {}
#[automatically_derived]
impl ::oauth_core::Supports<::oauth_core::grant::Refresh, ::oauth_core::ClientSecret>
for SharetribeIntegration {}
#[automatically_derived]
impl ::oauth_core::Accepts<::oauth_core::ClientSecret> for SharetribeIntegration {}
#[automatically_derived]
impl ::oauth_core::HasEndpoint<::oauth_core::endpoint::Token> for SharetribeIntegration {}
#[automatically_derived]
impl ::oauth_core::HasEndpoint<::oauth_core::endpoint::Revocation>
for SharetribeIntegration {}
#[automatically_derived]
impl ::oauth_core::HasEndpoint<::oauth_core::endpoint::Api> for SharetribeIntegration {}
impl ::oauth_core::RevokedBy<SharetribeIntegration>
for ::oauth_core::AccessToken<SharetribeIntegration> {}
impl ::oauth_core::RevokedBy<SharetribeIntegration>
for ::oauth_core::RefreshToken<SharetribeIntegration> {}
#[allow(dead_code)]
impl SharetribeIntegration {
    /// The scope `integ`.
    pub const INTEG: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared("integ");
}
