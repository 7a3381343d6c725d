#[allow(unexpected_cfgs)]
const _: () = {
    #[cfg(rust_analyzer)]
    {
        mod hints_0 {
            use ::oauth_core::__private::ide::keys::*;
            use self::{
                authorization_endpoint as _, token_endpoint as _, api_base as _,
                client_auth as _, grants as _, scope_prefix as _, scopes as _,
                redirect_uri as _, authorization_request as _, token_response as _,
            };
        }
        mod hints_1 {
            use ::oauth_core::__private::ide::client_auth::*;
            use self::client_secret_basic as _;
        }
        mod hints_2 {
            use ::oauth_core::__private::ide::grants::*;
            use self::{
                authorization_code as _, refresh_token as _, client_credentials as _,
            };
        }
        mod hints_3 {
            use ::oauth_core::__private::ide::refresh_token::*;
            use self::{rotation as _, send as _};
        }
        mod hints_4 {
            use ::oauth_core::__private::ide::rotation::*;
            use self::none as _;
        }
        mod hints_5 {
            use ::oauth_core::__private::ide::send::*;
            use self::scope as _;
        }
        mod hints_6 {
            use ::oauth_core::__private::ide::client_credentials::*;
            use self::{scopes as _, default_scopes as _};
        }
        mod hints_7 {
            use ::oauth_core::__private::ide::redirect_uri::*;
            use self::opaque as _;
        }
        mod hints_8 {
            use ::oauth_core::__private::ide::authorization_request::*;
            use self::params as _;
        }
        mod hints_9 {
            use ::oauth_core::__private::ide::token_response::*;
            use self::{token_type as _, fields as _};
        }
        mod hints_10 {
            use ::oauth_core::__private::ide::token_type::*;
            use self::alias as _;
        }
        mod hints_11 {
            use ::oauth_core::__private::ide::fields::*;
            use self::refresh_token_expires_in as _;
        }
    }
};
/// eBay: buy and sell.
/**
# Endpoints

| endpoint | URL |
|---|---|
| `authorization_endpoint` | `https://auth.{site}/oauth2/authorize` |
| `token_endpoint` | `https://api.{site}/identity/v1/oauth2/token` |
| `api_base` | `https://api.{site}` |

# Grants

| grant | client authentication |
|---|---|
| `authorization_code` | `client_secret_basic` |
| `refresh_token` | `client_secret_basic` |
| `client_credentials` | `client_secret_basic` |

# Scopes

| constant | scope | grants |
|---|---|---|
| [`API_SCOPE`](Self::API_SCOPE) | `https://api.ebay.com/oauth/api_scope` | all |
| [`SELL_ACCOUNT`](Self::SELL_ACCOUNT) | `https://api.ebay.com/oauth/api_scope/sell.account` | `authorization_code` and `refresh_token` |
| [`SELL_ACCOUNT_READONLY`](Self::SELL_ACCOUNT_READONLY) | `https://api.ebay.com/oauth/api_scope/sell.account.readonly` | `authorization_code` and `refresh_token` |
| [`SELL_INVENTORY`](Self::SELL_INVENTORY) | `https://api.ebay.com/oauth/api_scope/sell.inventory` | `authorization_code` and `refresh_token` |
*/
pub struct Ebay {
    /// Production or sandbox.
    pub site: Site,
}
#[automatically_derived]
impl ::oauth_core::Provider for Ebay {
    type Auth = ::oauth_core::ClientSecret;
    type Extra = ::oauth_core::NoExtra;
    type TokenDetails = ::oauth_core::NoExtra;
    fn metadata(&self) -> &'static ::oauth_core::Metadata {
        const METADATA: ::oauth_core::Metadata = ::oauth_core::Metadata {
            name: "Ebay",
            authorization_endpoint: ::core::option::Option::Some(
                "https://auth.{site}/oauth2/authorize",
            ),
            token_endpoint: ::core::option::Option::Some(
                "https://api.{site}/identity/v1/oauth2/token",
            ),
            api_base: ::core::option::Option::Some("https://api.{site}"),
            grants: &[
                ::oauth_core::metadata::GrantMetadata {
                    issues_refresh_token: true,
                    ..::oauth_core::metadata::GrantMetadata::new(
                        ::oauth_core::metadata::GrantType::AuthorizationCode,
                        &[
                            ::oauth_core::metadata::ClientAuth::ClientSecretBasic(
                                ::oauth_core::metadata::BasicEncoding::Form,
                            ),
                        ],
                    )
                },
                ::oauth_core::metadata::GrantMetadata {
                    sends_scope: true,
                    rotation: ::oauth_core::metadata::Rotation::None,
                    ..::oauth_core::metadata::GrantMetadata::new(
                        ::oauth_core::metadata::GrantType::RefreshToken,
                        &[
                            ::oauth_core::metadata::ClientAuth::ClientSecretBasic(
                                ::oauth_core::metadata::BasicEncoding::Form,
                            ),
                        ],
                    )
                },
                ::oauth_core::metadata::GrantMetadata {
                    default_scopes: &["https://api.ebay.com/oauth/api_scope"],
                    ..::oauth_core::metadata::GrantMetadata::new(
                        ::oauth_core::metadata::GrantType::ClientCredentials,
                        &[
                            ::oauth_core::metadata::ClientAuth::ClientSecretBasic(
                                ::oauth_core::metadata::BasicEncoding::Form,
                            ),
                        ],
                    )
                },
            ],
            client_auth: &[
                ::oauth_core::metadata::ClientAuth::ClientSecretBasic(
                    ::oauth_core::metadata::BasicEncoding::Form,
                ),
            ],
            scopes: &[
                ::oauth_core::metadata::ScopeMetadata {
                    value: "https://api.ebay.com/oauth/api_scope",
                    grants: &[],
                },
                ::oauth_core::metadata::ScopeMetadata {
                    value: "https://api.ebay.com/oauth/api_scope/sell.account",
                    grants: &[
                        ::oauth_core::metadata::GrantType::AuthorizationCode,
                        ::oauth_core::metadata::GrantType::RefreshToken,
                    ],
                },
                ::oauth_core::metadata::ScopeMetadata {
                    value: "https://api.ebay.com/oauth/api_scope/sell.account.readonly",
                    grants: &[
                        ::oauth_core::metadata::GrantType::AuthorizationCode,
                        ::oauth_core::metadata::GrantType::RefreshToken,
                    ],
                },
                ::oauth_core::metadata::ScopeMetadata {
                    value: "https://api.ebay.com/oauth/api_scope/sell.inventory",
                    grants: &[
                        ::oauth_core::metadata::GrantType::AuthorizationCode,
                        ::oauth_core::metadata::GrantType::RefreshToken,
                    ],
                },
            ],
            redirect_uri: ::oauth_core::metadata::RedirectUriKind::Opaque,
            authorization_request: ::oauth_core::metadata::RequestFormat {
                params: &[
                    ::oauth_core::metadata::ParameterMetadata {
                        name: "prompt",
                        value: ::oauth_core::metadata::ParameterValue::OneOf(&["login"]),
                    },
                    ::oauth_core::metadata::ParameterMetadata {
                        name: "locale",
                        value: ::oauth_core::metadata::ParameterValue::Optional,
                    },
                ],
                ..::oauth_core::Metadata::DEFAULT.authorization_request
            },
            token_response: ::oauth_core::metadata::TokenResponseFormat {
                bearer_aliases: &["User Access Token", "Application Access Token"],
                refresh_token_expires_in: ::core::option::Option::Some(
                    "refresh_token_expires_in",
                ),
                ..::oauth_core::metadata::TokenResponseFormat::DEFAULT
            },
            ..::oauth_core::Metadata::DEFAULT
        };
        &METADATA
    }
    fn variables(&self, variables: &mut ::oauth_core::Variables) {
        variables.set::<::oauth_core::HostSuffix, Site>("site", &self.site);
    }
}
#[automatically_derived]
impl ::oauth_core::Supports<
    ::oauth_core::grant::AuthorizationCode,
    ::oauth_core::ClientSecret,
> for Ebay {}
#[automatically_derived]
impl ::oauth_core::Supports<::oauth_core::grant::Refresh, ::oauth_core::ClientSecret>
for Ebay {}
#[automatically_derived]
impl ::oauth_core::Supports<
    ::oauth_core::grant::ClientCredentials,
    ::oauth_core::ClientSecret,
> for Ebay {}
#[automatically_derived]
impl ::oauth_core::Accepts<::oauth_core::ClientSecret> for Ebay {}
#[automatically_derived]
impl ::oauth_core::HasEndpoint<::oauth_core::endpoint::Authorization> for Ebay {}
#[automatically_derived]
impl ::oauth_core::HasEndpoint<::oauth_core::endpoint::Token> for Ebay {}
#[automatically_derived]
impl ::oauth_core::HasEndpoint<::oauth_core::endpoint::Api> for Ebay {}
#[automatically_derived]
#[allow(dead_code)]
impl Ebay {
    ///The scope `https://api.ebay.com/oauth/api_scope`.
    pub const API_SCOPE: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "https://api.ebay.com/oauth/api_scope",
    );
    ///The parameter `prompt` with the value `login`.
    pub const PROMPT_LOGIN: ::oauth_core::Parameter<
        Self,
        ::oauth_core::endpoint::Authorization,
    > = ::oauth_core::Parameter::declared("prompt", "login");
    ///The parameter `locale`.
    pub const LOCALE: ::oauth_core::ParameterName<
        Self,
        ::oauth_core::endpoint::Authorization,
    > = ::oauth_core::ParameterName::declared("locale");
}
const _: () = {
    ///Limits a scope to `authorization_code` and `refresh_token`.
    #[derive(::core::fmt::Debug)]
    #[allow(unreachable_pub)]
    pub enum AuthorizationCodeOrRefresh {}
    impl ::oauth_core::AllowedIn<::oauth_core::grant::AuthorizationCode>
    for AuthorizationCodeOrRefresh {}
    impl ::oauth_core::AllowedIn<::oauth_core::grant::Refresh>
    for AuthorizationCodeOrRefresh {}
    #[automatically_derived]
    #[allow(dead_code)]
    impl Ebay {
        ///The scope `https://api.ebay.com/oauth/api_scope/sell.account`, which `authorization_code` and `refresh_token` may ask for.
        pub const SELL_ACCOUNT: ::oauth_core::Scope<Self, AuthorizationCodeOrRefresh> = ::oauth_core::Scope::declared(
            "https://api.ebay.com/oauth/api_scope/sell.account",
        );
        ///The scope `https://api.ebay.com/oauth/api_scope/sell.account.readonly`, which `authorization_code` and `refresh_token` may ask for.
        pub const SELL_ACCOUNT_READONLY: ::oauth_core::Scope<
            Self,
            AuthorizationCodeOrRefresh,
        > = ::oauth_core::Scope::declared(
            "https://api.ebay.com/oauth/api_scope/sell.account.readonly",
        );
        ///The scope `https://api.ebay.com/oauth/api_scope/sell.inventory`, which `authorization_code` and `refresh_token` may ask for.
        pub const SELL_INVENTORY: ::oauth_core::Scope<
            Self,
            AuthorizationCodeOrRefresh,
        > = ::oauth_core::Scope::declared(
            "https://api.ebay.com/oauth/api_scope/sell.inventory",
        );
    }
};
