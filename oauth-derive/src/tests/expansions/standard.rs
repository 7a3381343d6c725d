/// The authorization server of RFC 6749, at a host of your choice; scopes are joined by a space.
#[derive(Debug, Clone)]
/**
# Endpoints

| endpoint | URL |
|---|---|
| `authorization_endpoint` | `https://{host}/authorize` |
| `token_endpoint` | `https://{host}/token` |

# Grants

| grant | client authentication |
|---|---|
| `authorization_code` | `client_secret_post` |
| `implicit` | `none` |
| `password` | `client_secret_post` |
| `client_credentials` | `client_secret_post` |
| `refresh_token` | `client_secret_post` |

# Deviations

| declared | against | because |
|---|---|---|
| `implicit` | RFC 9700 section 2.1.2 | RFC 6749 section 4.2 describes it, and servers of its time know no other for browsers |
| `password` | RFC 9700 section 2.4 | RFC 6749 section 4.3 describes it, and servers of its time rely on it |
*/
pub struct Standard {
    /// The host of the server, such as `server.example.com`.
    pub host: Host,
}
#[automatically_derived]
impl ::oauth_core::Provider for Standard {
    type Auth = ::oauth_core::ClientSecret;
    type Extra = ::oauth_core::NoExtra;
    type TokenDetails = ::oauth_core::NoExtra;
    fn metadata(&self) -> &'static ::oauth_core::Metadata {
        use ::oauth_core::metadata as m;
        #[allow(clippy::needless_update)]
        const METADATA: m::Metadata = m::Metadata {
            name: "Standard",
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
                m::GrantMetadata::new(m::GrantType::IMPLICIT, &[m::ClientAuth::None]),
                m::GrantMetadata {
                    issues_refresh_token: true,
                    ..m::GrantMetadata::new(
                        m::GrantType::PASSWORD,
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
                    what: "implicit",
                    rule: "RFC 9700 section 2.1.2",
                    because: "RFC 6749 section 4.2 describes it, and servers of its time know no other for browsers",
                },
                m::Deviation {
                    what: "password",
                    rule: "RFC 9700 section 2.4",
                    because: "RFC 6749 section 4.3 describes it, and servers of its time rely on it",
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
impl ::oauth_core::Supports<::oauth_core::grant::Implicit, ::oauth_core::ClientId>
for Standard {}
#[automatically_derived]
impl ::oauth_core::Supports<::oauth_core::grant::Password, ::oauth_core::ClientSecret>
for Standard {}
#[automatically_derived]
impl ::oauth_core::Supports<
    ::oauth_core::grant::ClientCredentials,
    ::oauth_core::ClientSecret,
> for Standard {}
#[automatically_derived]
impl ::oauth_core::Supports<::oauth_core::grant::Refresh, ::oauth_core::ClientSecret>
for Standard {}
#[automatically_derived]
impl ::oauth_core::Accepts<::oauth_core::ClientSecret> for Standard {}
#[automatically_derived]
impl ::oauth_core::Accepts<::oauth_core::ClientId> for Standard {}
#[automatically_derived]
impl ::oauth_core::HasEndpoint<::oauth_core::endpoint::Authorization> for Standard {}
#[automatically_derived]
impl ::oauth_core::HasEndpoint<::oauth_core::endpoint::Token> for Standard {}
#[automatically_derived]
impl ::oauth_core::CustomScopes for Standard {}

/// The same server, but scopes are joined by a comma.
#[derive(Debug, Clone)]
/**
# Endpoints

| endpoint | URL |
|---|---|
| `authorization_endpoint` | `https://{host}/authorize` |
| `token_endpoint` | `https://{host}/token` |

# Grants

| grant | client authentication |
|---|---|
| `authorization_code` | `client_secret_post` |
| `implicit` | `none` |
| `password` | `client_secret_post` |
| `client_credentials` | `client_secret_post` |
| `refresh_token` | `client_secret_post` |

# Deviations

| declared | against | because |
|---|---|---|
| `implicit` | RFC 9700 section 2.1.2 | RFC 6749 section 4.2 describes it, and servers of its time know no other for browsers |
| `password` | RFC 9700 section 2.4 | RFC 6749 section 4.3 describes it, and servers of its time rely on it |
*/
pub struct StandardComma {
    /// The host of the server, such as `server.example.com`.
    pub host: Host,
}
#[automatically_derived]
impl ::oauth_core::Provider for StandardComma {
    type Auth = ::oauth_core::ClientSecret;
    type Extra = ::oauth_core::NoExtra;
    type TokenDetails = ::oauth_core::NoExtra;
    fn metadata(&self) -> &'static ::oauth_core::Metadata {
        use ::oauth_core::metadata as m;
        #[allow(clippy::needless_update)]
        const METADATA: m::Metadata = m::Metadata {
            name: "StandardComma",
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
                m::GrantMetadata::new(m::GrantType::IMPLICIT, &[m::ClientAuth::None]),
                m::GrantMetadata {
                    issues_refresh_token: true,
                    ..m::GrantMetadata::new(
                        m::GrantType::PASSWORD,
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
                        m::GrantType::REFRESH_TOKEN,
                        &[m::ClientAuth::ClientSecretPost],
                    )
                },
            ],
            client_auth: &[m::ClientAuth::ClientSecretPost],
            scope_delimiter: ',',
            custom_scopes: true,
            ssrf: m::AddressPolicy::DenyPrivate,
            deviations: &[
                m::Deviation {
                    what: "implicit",
                    rule: "RFC 9700 section 2.1.2",
                    because: "RFC 6749 section 4.2 describes it, and servers of its time know no other for browsers",
                },
                m::Deviation {
                    what: "password",
                    rule: "RFC 9700 section 2.4",
                    because: "RFC 6749 section 4.3 describes it, and servers of its time rely on it",
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
> for StandardComma {}
#[automatically_derived]
impl ::oauth_core::Supports<::oauth_core::grant::Implicit, ::oauth_core::ClientId>
for StandardComma {}
#[automatically_derived]
impl ::oauth_core::Supports<::oauth_core::grant::Password, ::oauth_core::ClientSecret>
for StandardComma {}
#[automatically_derived]
impl ::oauth_core::Supports<
    ::oauth_core::grant::ClientCredentials,
    ::oauth_core::ClientSecret,
> for StandardComma {}
#[automatically_derived]
impl ::oauth_core::Supports<::oauth_core::grant::Refresh, ::oauth_core::ClientSecret>
for StandardComma {}
#[automatically_derived]
impl ::oauth_core::Accepts<::oauth_core::ClientSecret> for StandardComma {}
#[automatically_derived]
impl ::oauth_core::Accepts<::oauth_core::ClientId> for StandardComma {}
#[automatically_derived]
impl ::oauth_core::HasEndpoint<::oauth_core::endpoint::Authorization> for StandardComma {}
#[automatically_derived]
impl ::oauth_core::HasEndpoint<::oauth_core::endpoint::Token> for StandardComma {}
#[automatically_derived]
impl ::oauth_core::CustomScopes for StandardComma {}
