/// Redbooth: team work, formerly Teambox.
#[derive(Debug, Clone, Copy)]
/**
# Endpoints

| endpoint | URL |
|---|---|
| `authorization_endpoint` | `https://redbooth.com/oauth2/authorize` |
| `token_endpoint` | `https://redbooth.com/oauth2/token` |
| `api_base` | `https://redbooth.com/api/3` |

# Grants

| grant | client authentication |
|---|---|
| `authorization_code` | `client_secret_post` |
| `implicit` | `none` |
| `refresh_token` | `client_secret_post` |

# Scopes

| constant | scope | grants |
|---|---|---|
| [`ALL`](Self::ALL) | `all` | all |

# Deviations

| declared | against | because |
|---|---|---|
| `implicit` | RFC 9700 section 2.1.2 | the documentation offers response_type=token to browser and mobile apps |
*/
pub struct Redbooth;
#[automatically_derived]
impl ::oauth_core::Provider for Redbooth {
    type Auth = ::oauth_core::ClientSecret;
    type Extra = ::oauth_core::NoExtra;
    type TokenDetails = ::oauth_core::NoExtra;
    fn metadata(&self) -> &'static ::oauth_core::Metadata {
        use ::oauth_core::metadata as m;
        #[allow(clippy::needless_update)]
        const METADATA: m::Metadata = m::Metadata {
            name: "Redbooth",
            authorization_endpoint: ::core::option::Option::Some(
                "https://redbooth.com/oauth2/authorize",
            ),
            token_endpoint: ::core::option::Option::Some(
                "https://redbooth.com/oauth2/token",
            ),
            api_base: ::core::option::Option::Some("https://redbooth.com/api/3"),
            grants: &[
                m::GrantMetadata {
                    issues_refresh_token: true,
                    ..m::GrantMetadata::new(
                        m::GrantType::AUTHORIZATION_CODE,
                        &[m::ClientAuth::ClientSecretPost],
                    )
                },
                m::GrantMetadata::new(m::GrantType::IMPLICIT, &[m::ClientAuth::None]),
                m::GrantMetadata {
                    issues_refresh_token: true,
                    rotation: m::Rotation::Strict,
                    ..m::GrantMetadata::new(
                        m::GrantType::REFRESH_TOKEN,
                        &[m::ClientAuth::ClientSecretPost],
                    )
                },
            ],
            client_auth: &[m::ClientAuth::ClientSecretPost],
            scopes: &[m::ScopeMetadata::new("all", &[])],
            authorization_request: &m::RequestFormat {
                method: &[m::Method::Get, m::Method::Post],
                ..m::RequestFormat::AUTHORIZATION
            },
            deviations: &[
                m::Deviation {
                    what: "implicit",
                    rule: "RFC 9700 section 2.1.2",
                    because: "the documentation offers response_type=token to browser and mobile apps",
                },
            ],
            ..m::Metadata::DEFAULT
        };
        &METADATA
    }
}
#[automatically_derived]
impl ::oauth_core::Supports<
    ::oauth_core::grant::AuthorizationCode,
    ::oauth_core::ClientSecret,
> for Redbooth {}
#[automatically_derived]
impl ::oauth_core::Supports<::oauth_core::grant::Implicit, ::oauth_core::ClientId>
for Redbooth {}
#[automatically_derived]
impl ::oauth_core::Supports<::oauth_core::grant::Refresh, ::oauth_core::ClientSecret>
for Redbooth {}
#[automatically_derived]
impl ::oauth_core::Accepts<::oauth_core::ClientSecret> for Redbooth {}
#[automatically_derived]
impl ::oauth_core::Accepts<::oauth_core::ClientId> for Redbooth {}
#[automatically_derived]
impl ::oauth_core::HasEndpoint<::oauth_core::endpoint::Authorization> for Redbooth {}
#[automatically_derived]
impl ::oauth_core::HasEndpoint<::oauth_core::endpoint::AuthorizationByPost>
for Redbooth {}
#[automatically_derived]
impl ::oauth_core::HasEndpoint<::oauth_core::endpoint::Token> for Redbooth {}
#[automatically_derived]
impl ::oauth_core::HasEndpoint<::oauth_core::endpoint::Api> for Redbooth {}
#[allow(dead_code)]
impl Redbooth {
    /// The scope `all`.
    pub const ALL: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared("all");
}
