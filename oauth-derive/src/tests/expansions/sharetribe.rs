#[allow(unexpected_cfgs)]
const _: () = {
    #[cfg(rust_analyzer)]
    {
        mod hints_0 {
            use ::oauth_core::__private::ide::keys::*;
            use self::{
                token_endpoint as _, revocation_endpoint as _,
                introspection_endpoint as _, api_base as _, client_auth as _,
                grants as _, scopes as _, revocation_request as _,
                introspection_request as _, introspection_response as _,
                error_response as _,
            };
        }
        mod hints_1 {
            use ::oauth_core::__private::ide::client_auth::*;
            use self::none as _;
        }
        mod hints_2 {
            use ::oauth_core::__private::ide::grants::*;
            use self::{client_credentials as _, password as _, refresh_token as _};
        }
        mod hints_3 {
            use ::oauth_core::__private::ide::client_credentials::*;
            use self::{client_auth as _, scopes as _, default_scopes as _};
        }
        mod hints_4 {
            use ::oauth_core::__private::ide::client_auth::*;
            use self::none as _;
        }
        mod hints_5 {
            use ::oauth_core::__private::ide::password::*;
            use self::{scopes as _, default_scopes as _, because as _};
        }
        mod hints_6 {
            use ::oauth_core::__private::ide::refresh_token::*;
            use self::{scopes as _, rotation as _};
        }
        mod hints_7 {
            use ::oauth_core::__private::ide::rotation::*;
            use self::strict as _;
        }
        mod hints_8 {
            use ::oauth_core::__private::ide::revocation_request::*;
            use self::auth as _;
        }
        mod hints_9 {
            use ::oauth_core::__private::ide::auth::*;
            use self::bearer as _;
        }
        mod hints_10 {
            use ::oauth_core::__private::ide::introspection_request::*;
            use self::{method as _, auth as _, omit as _};
        }
        mod hints_11 {
            use ::oauth_core::__private::ide::method::*;
            use self::get as _;
        }
        mod hints_12 {
            use ::oauth_core::__private::ide::auth::*;
            use self::bearer as _;
        }
        mod hints_13 {
            use ::oauth_core::__private::ide::omit::*;
            use self::token as _;
        }
        mod hints_14 {
            use ::oauth_core::__private::ide::introspection_response::*;
            use self::{active as _, extra as _};
        }
        mod hints_15 {
            use ::oauth_core::__private::ide::active::*;
            use self::status as _;
        }
        mod hints_16 {
            use ::oauth_core::__private::ide::error_response::*;
            use self::format as _;
        }
        mod hints_17 {
            use ::oauth_core::__private::ide::format::*;
            use self::text as _;
        }
    }
};
/// Sharetribe: marketplaces.
/**
# Endpoints

| endpoint | URL |
|---|---|
| `token_endpoint` | `https://flex-api.sharetribe.com/v1/auth/token` |
| `revocation_endpoint` | `https://flex-api.sharetribe.com/v1/auth/revoke` |
| `introspection_endpoint` | `https://flex-api.sharetribe.com/v1/auth/token` |
| `api_base` | `https://flex-api.sharetribe.com/v1` |

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
| `password` | RFC 9700 section 2.4 | marketplace apps log their users in with their own form |
*/
pub struct Sharetribe;
#[automatically_derived]
impl ::oauth_core::Provider for Sharetribe {
    type Auth = ::oauth_core::ClientId;
    type Extra = ::oauth_core::NoExtra;
    type TokenDetails = TokenDetails;
    fn metadata(&self) -> &'static ::oauth_core::Metadata {
        const METADATA: ::oauth_core::Metadata = ::oauth_core::Metadata {
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
            api_base: ::core::option::Option::Some("https://flex-api.sharetribe.com/v1"),
            grants: &[
                ::oauth_core::metadata::GrantMetadata {
                    default_scopes: &["public-read"],
                    ..::oauth_core::metadata::GrantMetadata::new(
                        ::oauth_core::metadata::GrantType::ClientCredentials,
                        &[::oauth_core::metadata::ClientAuth::None],
                    )
                },
                ::oauth_core::metadata::GrantMetadata {
                    default_scopes: &["user"],
                    issues_refresh_token: true,
                    ..::oauth_core::metadata::GrantMetadata::new(
                        ::oauth_core::metadata::GrantType::Password,
                        &[::oauth_core::metadata::ClientAuth::None],
                    )
                },
                ::oauth_core::metadata::GrantMetadata {
                    issues_refresh_token: true,
                    rotation: ::oauth_core::metadata::Rotation::Strict,
                    ..::oauth_core::metadata::GrantMetadata::new(
                        ::oauth_core::metadata::GrantType::RefreshToken,
                        &[::oauth_core::metadata::ClientAuth::None],
                    )
                },
            ],
            client_auth: &[::oauth_core::metadata::ClientAuth::None],
            scopes: &[
                ::oauth_core::metadata::ScopeMetadata {
                    value: "public-read",
                    grants: &[::oauth_core::metadata::GrantType::ClientCredentials],
                },
                ::oauth_core::metadata::ScopeMetadata {
                    value: "user",
                    grants: &[
                        ::oauth_core::metadata::GrantType::Password,
                        ::oauth_core::metadata::GrantType::RefreshToken,
                    ],
                },
            ],
            revocation_request: ::oauth_core::metadata::RequestFormat {
                auth: ::oauth_core::metadata::RequestAuth::Bearer,
                ..::oauth_core::Metadata::DEFAULT.revocation_request
            },
            introspection_request: ::oauth_core::metadata::RequestFormat {
                method: &[::oauth_core::metadata::Method::Get],
                auth: ::oauth_core::metadata::RequestAuth::Bearer,
                omit: &["token"],
                ..::oauth_core::Metadata::DEFAULT.introspection_request
            },
            introspection_response: ::oauth_core::metadata::IntrospectionResponseFormat {
                active: ::oauth_core::metadata::ActiveFormat::Status,
            },
            error_response: ::oauth_core::metadata::ErrorResponseFormat::Text,
            deviations: &[
                ::oauth_core::metadata::Deviation {
                    what: "password",
                    rule: "RFC 9700 section 2.4",
                    because: "marketplace apps log their users in with their own form",
                },
            ],
            ..::oauth_core::Metadata::DEFAULT
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
#[automatically_derived]
#[allow(dead_code)]
impl Sharetribe {
    ///The scope `public-read`, which `client_credentials` may ask for.
    pub const PUBLIC_READ: ::oauth_core::Scope<
        Self,
        ::oauth_core::grant::ClientCredentials,
    > = ::oauth_core::Scope::declared("public-read");
}
const _: () = {
    ///Limits a scope to `password` and `refresh_token`.
    #[derive(::core::fmt::Debug)]
    #[allow(unreachable_pub)]
    pub enum PasswordOrRefresh {}
    impl ::oauth_core::AllowedIn<::oauth_core::grant::Password> for PasswordOrRefresh {}
    impl ::oauth_core::AllowedIn<::oauth_core::grant::Refresh> for PasswordOrRefresh {}
    #[automatically_derived]
    #[allow(dead_code)]
    impl Sharetribe {
        ///The scope `user`, which `password` and `refresh_token` may ask for.
        pub const USER: ::oauth_core::Scope<Self, PasswordOrRefresh> = ::oauth_core::Scope::declared(
            "user",
        );
    }
};
