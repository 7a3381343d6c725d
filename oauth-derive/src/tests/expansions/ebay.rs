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
        use ::oauth_core::metadata as m;
        const METADATA: m::Metadata = m::Metadata {
            name: "Ebay",
            authorization_endpoint: ::core::option::Option::Some(
                "https://auth.{site}/oauth2/authorize",
            ),
            token_endpoint: ::core::option::Option::Some(
                "https://api.{site}/identity/v1/oauth2/token",
            ),
            api_base: ::core::option::Option::Some("https://api.{site}"),
            grants: &[
                m::GrantMetadata {
                    issues_refresh_token: true,
                    ..m::GrantMetadata::new(
                        m::GrantType::AUTHORIZATION_CODE,
                        &[m::ClientAuth::ClientSecretBasic(m::BasicEncoding::Form)],
                    )
                },
                m::GrantMetadata {
                    sends_scope: true,
                    rotation: m::Rotation::None,
                    ..m::GrantMetadata::new(
                        m::GrantType::REFRESH_TOKEN,
                        &[m::ClientAuth::ClientSecretBasic(m::BasicEncoding::Form)],
                    )
                },
                m::GrantMetadata {
                    default_scopes: &["https://api.ebay.com/oauth/api_scope"],
                    ..m::GrantMetadata::new(
                        m::GrantType::CLIENT_CREDENTIALS,
                        &[m::ClientAuth::ClientSecretBasic(m::BasicEncoding::Form)],
                    )
                },
            ],
            client_auth: &[m::ClientAuth::ClientSecretBasic(m::BasicEncoding::Form)],
            scopes: &[
                m::ScopeMetadata {
                    value: "https://api.ebay.com/oauth/api_scope",
                    grants: &[],
                },
                m::ScopeMetadata {
                    value: "https://api.ebay.com/oauth/api_scope/sell.account",
                    grants: &[
                        m::GrantType::AUTHORIZATION_CODE,
                        m::GrantType::REFRESH_TOKEN,
                    ],
                },
                m::ScopeMetadata {
                    value: "https://api.ebay.com/oauth/api_scope/sell.account.readonly",
                    grants: &[
                        m::GrantType::AUTHORIZATION_CODE,
                        m::GrantType::REFRESH_TOKEN,
                    ],
                },
                m::ScopeMetadata {
                    value: "https://api.ebay.com/oauth/api_scope/sell.inventory",
                    grants: &[
                        m::GrantType::AUTHORIZATION_CODE,
                        m::GrantType::REFRESH_TOKEN,
                    ],
                },
            ],
            redirect_uri: m::RedirectUriKind::Opaque,
            authorization_request: m::RequestFormat {
                params: &[
                    m::ParameterMetadata {
                        name: "prompt",
                        value: m::ParameterValue::OneOf(&["login"]),
                    },
                    m::ParameterMetadata {
                        name: "locale",
                        value: m::ParameterValue::Optional,
                    },
                ],
                ..m::Metadata::DEFAULT.authorization_request
            },
            token_response: m::TokenResponseFormat {
                bearer_aliases: &["User Access Token", "Application Access Token"],
                refresh_token_expires_in: ::core::option::Option::Some(
                    "refresh_token_expires_in",
                ),
                ..m::TokenResponseFormat::DEFAULT
            },
            ..m::Metadata::DEFAULT
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
    /// The scope `https://api.ebay.com/oauth/api_scope`.
    pub const API_SCOPE: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "https://api.ebay.com/oauth/api_scope",
    );
    /// The parameter `prompt` with the value `login`.
    pub const PROMPT_LOGIN: ::oauth_core::Parameter<
        Self,
        ::oauth_core::endpoint::Authorization,
    > = ::oauth_core::Parameter::declared("prompt", "login");
    /// The parameter `locale`.
    pub const LOCALE: ::oauth_core::ParameterName<
        Self,
        ::oauth_core::endpoint::Authorization,
    > = ::oauth_core::ParameterName::declared("locale");
}
const _: () = {
    /// Limits a scope to `authorization_code` and `refresh_token`.
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
        /// The scope `https://api.ebay.com/oauth/api_scope/sell.account`, which `authorization_code` and `refresh_token` may ask for.
        pub const SELL_ACCOUNT: ::oauth_core::Scope<Self, AuthorizationCodeOrRefresh> = ::oauth_core::Scope::declared(
            "https://api.ebay.com/oauth/api_scope/sell.account",
        );
        /// The scope `https://api.ebay.com/oauth/api_scope/sell.account.readonly`, which `authorization_code` and `refresh_token` may ask for.
        pub const SELL_ACCOUNT_READONLY: ::oauth_core::Scope<
            Self,
            AuthorizationCodeOrRefresh,
        > = ::oauth_core::Scope::declared(
            "https://api.ebay.com/oauth/api_scope/sell.account.readonly",
        );
        /// The scope `https://api.ebay.com/oauth/api_scope/sell.inventory`, which `authorization_code` and `refresh_token` may ask for.
        pub const SELL_INVENTORY: ::oauth_core::Scope<
            Self,
            AuthorizationCodeOrRefresh,
        > = ::oauth_core::Scope::declared(
            "https://api.ebay.com/oauth/api_scope/sell.inventory",
        );
    }
};
