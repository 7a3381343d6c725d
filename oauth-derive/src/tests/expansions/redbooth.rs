#[allow(unexpected_cfgs)]
const _: () = {
    #[cfg(rust_analyzer)]
    {
        mod hints_0 {
            use ::oauth_core::__private::ide::keys::*;
            use self::{
                authorization_endpoint as _, token_endpoint as _, api_base as _,
                client_auth as _, grants as _, scopes as _, authorization_request as _,
            };
        }
        mod hints_1 {
            use ::oauth_core::__private::ide::client_auth::*;
            use self::client_secret_post as _;
        }
        mod hints_2 {
            use ::oauth_core::__private::ide::grants::*;
            use self::{authorization_code as _, refresh_token as _};
        }
        mod hints_3 {
            use ::oauth_core::__private::ide::refresh_token::*;
            use self::rotation as _;
        }
        mod hints_4 {
            use ::oauth_core::__private::ide::rotation::*;
            use self::strict as _;
        }
        mod hints_5 {
            use ::oauth_core::__private::ide::authorization_request::*;
            use self::method as _;
        }
        mod hints_6 {
            use ::oauth_core::__private::ide::method::*;
            use self::{get as _, post as _};
        }
    }
};
/// Redbooth: tasks and projects of a team.
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
| `refresh_token` | `client_secret_post` |

# Scopes

| constant | scope | grants |
|---|---|---|
| [`ALL`](Self::ALL) | `all` | all |
*/
pub struct Redbooth;
#[automatically_derived]
impl ::oauth_core::Provider for Redbooth {
    type Auth = ::oauth_core::ClientSecret;
    type Extra = ::oauth_core::NoExtra;
    type TokenDetails = ::oauth_core::NoExtra;
    fn metadata(&self) -> &'static ::oauth_core::Metadata {
        const METADATA: ::oauth_core::Metadata = ::oauth_core::Metadata {
            name: "Redbooth",
            authorization_endpoint: ::core::option::Option::Some(
                "https://redbooth.com/oauth2/authorize",
            ),
            token_endpoint: ::core::option::Option::Some(
                "https://redbooth.com/oauth2/token",
            ),
            api_base: ::core::option::Option::Some("https://redbooth.com/api/3"),
            grants: &[
                ::oauth_core::metadata::GrantMetadata {
                    issues_refresh_token: true,
                    ..::oauth_core::metadata::GrantMetadata::new(
                        ::oauth_core::metadata::GrantType::AuthorizationCode,
                        &[::oauth_core::metadata::ClientAuth::ClientSecretPost],
                    )
                },
                ::oauth_core::metadata::GrantMetadata {
                    issues_refresh_token: true,
                    rotation: ::oauth_core::metadata::Rotation::Strict,
                    ..::oauth_core::metadata::GrantMetadata::new(
                        ::oauth_core::metadata::GrantType::RefreshToken,
                        &[::oauth_core::metadata::ClientAuth::ClientSecretPost],
                    )
                },
            ],
            client_auth: &[::oauth_core::metadata::ClientAuth::ClientSecretPost],
            scopes: &[
                ::oauth_core::metadata::ScopeMetadata {
                    value: "all",
                    grants: &[],
                },
            ],
            authorization_request: ::oauth_core::metadata::RequestFormat {
                method: &[
                    ::oauth_core::metadata::Method::Get,
                    ::oauth_core::metadata::Method::Post,
                ],
                ..::oauth_core::Metadata::DEFAULT.authorization_request
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
> for Redbooth {}
#[automatically_derived]
impl ::oauth_core::Supports<::oauth_core::grant::Refresh, ::oauth_core::ClientSecret>
for Redbooth {}
#[automatically_derived]
impl ::oauth_core::Accepts<::oauth_core::ClientSecret> for Redbooth {}
#[automatically_derived]
impl ::oauth_core::HasEndpoint<::oauth_core::endpoint::Authorization> for Redbooth {}
#[automatically_derived]
impl ::oauth_core::HasEndpoint<::oauth_core::endpoint::AuthorizationByPost>
for Redbooth {}
#[automatically_derived]
impl ::oauth_core::HasEndpoint<::oauth_core::endpoint::Token> for Redbooth {}
#[automatically_derived]
impl ::oauth_core::HasEndpoint<::oauth_core::endpoint::Api> for Redbooth {}
#[automatically_derived]
#[allow(dead_code)]
impl Redbooth {
    ///The scope `all`.
    pub const ALL: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared("all");
}
