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
        use ::oauth_core::metadata as m;
        const METADATA: m::Metadata = m::Metadata {
            name: "Standard",
            issuer: ::core::option::Option::Some("https://{host}"),
            authorization_endpoint: ::core::option::Option::Some(
                "https://{host}/authorize",
            ),
            token_endpoint: ::core::option::Option::Some("https://{host}/token"),
            grants: &[
                m::GrantMetadata {
                    issues_refresh_token: true,
                    ..m::GrantMetadata::new(
                        m::GrantType::AUTHORIZATION_CODE,
                        &[m::ClientAuth::ClientSecretPost],
                    )
                },
                m::GrantMetadata::new(
                    m::GrantType::CLIENT_CREDENTIALS,
                    &[m::ClientAuth::ClientSecretPost],
                ),
                m::GrantMetadata {
                    issues_refresh_token: true,
                    ..m::GrantMetadata::new(
                        m::GrantType::PASSWORD,
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
            custom_scopes: true,
            ssrf: m::AddressPolicy::DenyPrivate,
            deviations: &[
                m::Deviation {
                    what: "password",
                    rule: "RFC 9700 section 2.4",
                    because: "a generic client takes what the server offers",
                },
            ],
            ..m::Metadata::DEFAULT
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
