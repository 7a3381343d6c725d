#[allow(unexpected_cfgs)]
const _: () = {
    #[cfg(rust_analyzer)]
    {
        mod hints_0 {
            use ::oauth_core::__private::ide::keys::*;
            use self::{
                issuer as _, authorization_endpoint as _, token_endpoint as _, ssrf as _,
                client_auth as _, grants as _, custom_scopes as _,
            };
        }
        mod hints_1 {
            use ::oauth_core::__private::ide::ssrf::*;
            use self::deny_private as _;
        }
        mod hints_2 {
            use ::oauth_core::__private::ide::client_auth::*;
            use self::client_secret_post as _;
        }
        mod hints_3 {
            use ::oauth_core::__private::ide::grants::*;
            use self::{
                authorization_code as _, client_credentials as _, password as _,
                refresh_token as _,
            };
        }
        mod hints_4 {
            use ::oauth_core::__private::ide::password::*;
            use self::because as _;
        }
        mod hints_5 {
            use ::oauth_core::__private::ide::custom_scopes::*;
            use self::allowed as _;
        }
    }
};
/// Any server that follows RFC 6749.
/**
# Endpoints

| endpoint | URL |
|---|---|
| `issuer` | `https://{host}` |
| `authorization_endpoint` | `https://{host}/authorize` |
| `token_endpoint` | `https://{host}/token` |

# Grants

| grant | client authentication |
|---|---|
| `authorization_code` | `client_secret_post` |
| `client_credentials` | `client_secret_post` |
| `password` | `client_secret_post` |
| `refresh_token` | `client_secret_post` |

# Deviations

| declared | against | because |
|---|---|---|
| `password` | RFC 9700 section 2.4 | a generic client takes what the server offers |
*/
pub struct Standard {
    /// The host of the server.
    pub host: Host,
}
#[automatically_derived]
impl ::oauth_core::Provider for Standard {
    type Auth = ::oauth_core::ClientSecret;
    type Extra = ::oauth_core::NoExtra;
    type TokenDetails = ::oauth_core::NoExtra;
    fn metadata(&self) -> &'static ::oauth_core::Metadata {
        const METADATA: ::oauth_core::Metadata = ::oauth_core::Metadata {
            name: "Standard",
            issuer: ::core::option::Option::Some("https://{host}"),
            authorization_endpoint: ::core::option::Option::Some(
                "https://{host}/authorize",
            ),
            token_endpoint: ::core::option::Option::Some("https://{host}/token"),
            grants: &[
                ::oauth_core::metadata::GrantMetadata {
                    issues_refresh_token: true,
                    ..::oauth_core::metadata::GrantMetadata::new(
                        ::oauth_core::metadata::GrantType::AuthorizationCode,
                        &[::oauth_core::metadata::ClientAuth::ClientSecretPost],
                    )
                },
                ::oauth_core::metadata::GrantMetadata::new(
                    ::oauth_core::metadata::GrantType::ClientCredentials,
                    &[::oauth_core::metadata::ClientAuth::ClientSecretPost],
                ),
                ::oauth_core::metadata::GrantMetadata {
                    issues_refresh_token: true,
                    ..::oauth_core::metadata::GrantMetadata::new(
                        ::oauth_core::metadata::GrantType::Password,
                        &[::oauth_core::metadata::ClientAuth::ClientSecretPost],
                    )
                },
                ::oauth_core::metadata::GrantMetadata {
                    issues_refresh_token: true,
                    ..::oauth_core::metadata::GrantMetadata::new(
                        ::oauth_core::metadata::GrantType::RefreshToken,
                        &[::oauth_core::metadata::ClientAuth::ClientSecretPost],
                    )
                },
            ],
            client_auth: &[::oauth_core::metadata::ClientAuth::ClientSecretPost],
            custom_scopes: true,
            ssrf: ::oauth_core::metadata::AddressPolicy::DenyPrivate,
            deviations: &[
                ::oauth_core::metadata::Deviation {
                    what: "password",
                    rule: "RFC 9700 section 2.4",
                    because: "a generic client takes what the server offers",
                },
            ],
            ..::oauth_core::Metadata::DEFAULT
        };
        &METADATA
    }
    fn variables(&self, variables: &mut ::oauth_core::Variables) {
        variables.set::<::oauth_core::Host, Host>("host", &self.host);
    }
}
#[automatically_derived]
impl ::oauth_core::Supports<
    ::oauth_core::grant::AuthorizationCode,
    ::oauth_core::ClientSecret,
> for Standard {}
#[automatically_derived]
impl ::oauth_core::Supports<
    ::oauth_core::grant::ClientCredentials,
    ::oauth_core::ClientSecret,
> for Standard {}
#[automatically_derived]
impl ::oauth_core::Supports<::oauth_core::grant::Password, ::oauth_core::ClientSecret>
for Standard {}
#[automatically_derived]
impl ::oauth_core::Supports<::oauth_core::grant::Refresh, ::oauth_core::ClientSecret>
for Standard {}
#[automatically_derived]
impl ::oauth_core::Accepts<::oauth_core::ClientSecret> for Standard {}
#[automatically_derived]
impl ::oauth_core::HasEndpoint<::oauth_core::endpoint::Authorization> for Standard {}
#[automatically_derived]
impl ::oauth_core::HasEndpoint<::oauth_core::endpoint::Token> for Standard {}
#[automatically_derived]
impl ::oauth_core::CustomScopes for Standard {}
