/// Reverb: buy and sell musical gear.
/**
# Endpoints

| endpoint | URL |
|---|---|
| `authorization_endpoint` | `https://reverb.com/oauth/authorize` |
| `token_endpoint` | `https://reverb.com/oauth/token` |
| `api_base` | `https://api.reverb.com/api` |

# Grants

| grant | client authentication |
|---|---|
| `authorization_code` | `client_secret_post` |
| `client_credentials` | `client_secret_post` |

# Scopes

| constant | scope | grants |
|---|---|---|
| [`PUBLIC`](Self::PUBLIC) | `public` | all |
| [`READ_LISTINGS`](Self::READ_LISTINGS) | `read_listings` | all |
| [`WRITE_LISTINGS`](Self::WRITE_LISTINGS) | `write_listings` | all |
| [`READ_ORDERS`](Self::READ_ORDERS) | `read_orders` | all |
| [`WRITE_ORDERS`](Self::WRITE_ORDERS) | `write_orders` | all |
| [`READ_PROFILE`](Self::READ_PROFILE) | `read_profile` | all |
*/
pub struct Reverb;
#[automatically_derived]
impl ::oauth_core::Provider for Reverb {
    type Auth = ::oauth_core::ClientSecret;
    type Extra = DoorkeeperExtra;
    type TokenDetails = ::oauth_core::NoExtra;
    fn metadata(&self) -> &'static ::oauth_core::Metadata {
        use ::oauth_core::metadata as m;
        const METADATA: m::Metadata = m::Metadata {
            name: "Reverb",
            authorization_endpoint: ::core::option::Option::Some(
                "https://reverb.com/oauth/authorize",
            ),
            token_endpoint: ::core::option::Option::Some(
                "https://reverb.com/oauth/token",
            ),
            api_base: ::core::option::Option::Some("https://api.reverb.com/api"),
            grants: &[
                m::GrantMetadata::new(
                    m::GrantType::AUTHORIZATION_CODE,
                    &[m::ClientAuth::ClientSecretPost],
                ),
                m::GrantMetadata::new(
                    m::GrantType::CLIENT_CREDENTIALS,
                    &[m::ClientAuth::ClientSecretPost],
                ),
            ],
            client_auth: &[m::ClientAuth::ClientSecretPost],
            scopes: &[
                m::ScopeMetadata {
                    value: "public",
                    grants: &[],
                },
                m::ScopeMetadata {
                    value: "read_listings",
                    grants: &[],
                },
                m::ScopeMetadata {
                    value: "write_listings",
                    grants: &[],
                },
                m::ScopeMetadata {
                    value: "read_orders",
                    grants: &[],
                },
                m::ScopeMetadata {
                    value: "write_orders",
                    grants: &[],
                },
                m::ScopeMetadata {
                    value: "read_profile",
                    grants: &[],
                },
            ],
            token_response: m::TokenResponseFormat {
                expires_in: m::ExpiresInFormat::Never,
                ..m::TokenResponseFormat::DEFAULT
            },
            bearer: m::BearerFormat {
                headers: &[("Accept-Version", "3.0"), ("Accept", "application/hal+json")],
            },
            ..m::Metadata::DEFAULT
        };
        &METADATA
    }
}
#[automatically_derived]
impl ::oauth_core::Supports<
    ::oauth_core::grant::AuthorizationCode,
    ::oauth_core::ClientSecret,
> for Reverb {}
#[automatically_derived]
impl ::oauth_core::Supports<
    ::oauth_core::grant::ClientCredentials,
    ::oauth_core::ClientSecret,
> for Reverb {}
#[automatically_derived]
impl ::oauth_core::Accepts<::oauth_core::ClientSecret> for Reverb {}
#[automatically_derived]
impl ::oauth_core::HasEndpoint<::oauth_core::endpoint::Authorization> for Reverb {}
#[automatically_derived]
impl ::oauth_core::HasEndpoint<::oauth_core::endpoint::Token> for Reverb {}
#[automatically_derived]
impl ::oauth_core::HasEndpoint<::oauth_core::endpoint::Api> for Reverb {}
#[automatically_derived]
#[allow(dead_code)]
impl Reverb {
    /// The scope `public`.
    pub const PUBLIC: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "public",
    );
    /// The scope `read_listings`.
    pub const READ_LISTINGS: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "read_listings",
    );
    /// The scope `write_listings`.
    pub const WRITE_LISTINGS: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "write_listings",
    );
    /// The scope `read_orders`.
    pub const READ_ORDERS: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "read_orders",
    );
    /// The scope `write_orders`.
    pub const WRITE_ORDERS: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "write_orders",
    );
    /// The scope `read_profile`.
    pub const READ_PROFILE: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "read_profile",
    );
}
