#[allow(unexpected_cfgs)]
const _: () = {
    #[cfg(rust_analyzer)]
    {
        mod hints_0 {
            use ::oauth_core::__private::ide::keys::*;
            use self::{
                authorization_endpoint as _, token_endpoint as _, api_base as _,
                client_auth as _, grants as _, scopes as _, token_response as _,
                bearer as _,
            };
        }
        mod hints_1 {
            use ::oauth_core::__private::ide::client_auth::*;
            use self::client_secret_post as _;
        }
        mod hints_2 {
            use ::oauth_core::__private::ide::grants::*;
            use self::{authorization_code as _, client_credentials as _};
        }
        mod hints_3 {
            use ::oauth_core::__private::ide::token_response::*;
            use self::{expires_in as _, extra as _};
        }
        mod hints_4 {
            use ::oauth_core::__private::ide::expires_in::*;
            use self::never as _;
        }
        mod hints_5 {
            use ::oauth_core::__private::ide::bearer::*;
            use self::headers as _;
        }
    }
};
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
        const METADATA: ::oauth_core::Metadata = ::oauth_core::Metadata {
            name: "Reverb",
            authorization_endpoint: ::core::option::Option::Some(
                "https://reverb.com/oauth/authorize",
            ),
            token_endpoint: ::core::option::Option::Some(
                "https://reverb.com/oauth/token",
            ),
            api_base: ::core::option::Option::Some("https://api.reverb.com/api"),
            grants: &[
                ::oauth_core::metadata::GrantMetadata::new(
                    ::oauth_core::metadata::GrantType::AuthorizationCode,
                    &[::oauth_core::metadata::ClientAuth::ClientSecretPost],
                ),
                ::oauth_core::metadata::GrantMetadata::new(
                    ::oauth_core::metadata::GrantType::ClientCredentials,
                    &[::oauth_core::metadata::ClientAuth::ClientSecretPost],
                ),
            ],
            client_auth: &[::oauth_core::metadata::ClientAuth::ClientSecretPost],
            scopes: &[
                ::oauth_core::metadata::ScopeMetadata {
                    value: "public",
                    grants: &[],
                },
                ::oauth_core::metadata::ScopeMetadata {
                    value: "read_listings",
                    grants: &[],
                },
                ::oauth_core::metadata::ScopeMetadata {
                    value: "write_listings",
                    grants: &[],
                },
                ::oauth_core::metadata::ScopeMetadata {
                    value: "read_orders",
                    grants: &[],
                },
                ::oauth_core::metadata::ScopeMetadata {
                    value: "write_orders",
                    grants: &[],
                },
                ::oauth_core::metadata::ScopeMetadata {
                    value: "read_profile",
                    grants: &[],
                },
            ],
            token_response: ::oauth_core::metadata::TokenResponseFormat {
                expires_in: ::oauth_core::metadata::ExpiresInFormat::Never,
                ..::oauth_core::metadata::TokenResponseFormat::DEFAULT
            },
            bearer: ::oauth_core::metadata::BearerFormat {
                headers: &[("Accept-Version", "3.0"), ("Accept", "application/hal+json")],
            },
            ..::oauth_core::Metadata::DEFAULT
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
    ///The scope `public`.
    pub const PUBLIC: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "public",
    );
    ///The scope `read_listings`.
    pub const READ_LISTINGS: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "read_listings",
    );
    ///The scope `write_listings`.
    pub const WRITE_LISTINGS: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "write_listings",
    );
    ///The scope `read_orders`.
    pub const READ_ORDERS: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "read_orders",
    );
    ///The scope `write_orders`.
    pub const WRITE_ORDERS: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "write_orders",
    );
    ///The scope `read_profile`.
    pub const READ_PROFILE: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "read_profile",
    );
}
