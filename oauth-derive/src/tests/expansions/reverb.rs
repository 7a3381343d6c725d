/// Reverb: buy and sell musical gear.
#[rustfmt::skip]
#[derive(Debug, Clone, Copy)]
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
| [`READ_FEEDBACK`](Self::READ_FEEDBACK) | `read_feedback` | all |
| [`WRITE_FEEDBACK`](Self::WRITE_FEEDBACK) | `write_feedback` | all |
| [`READ_LISTINGS`](Self::READ_LISTINGS) | `read_listings` | all |
| [`WRITE_LISTINGS`](Self::WRITE_LISTINGS) | `write_listings` | all |
| [`READ_LISTS`](Self::READ_LISTS) | `read_lists` | all |
| [`WRITE_LISTS`](Self::WRITE_LISTS) | `write_lists` | all |
| [`READ_MESSAGES`](Self::READ_MESSAGES) | `read_messages` | all |
| [`WRITE_MESSAGES`](Self::WRITE_MESSAGES) | `write_messages` | all |
| [`READ_OFFERS`](Self::READ_OFFERS) | `read_offers` | all |
| [`WRITE_OFFERS`](Self::WRITE_OFFERS) | `write_offers` | all |
| [`READ_ORDERS`](Self::READ_ORDERS) | `read_orders` | all |
| [`WRITE_ORDERS`](Self::WRITE_ORDERS) | `write_orders` | all |
| [`READ_PROFILE`](Self::READ_PROFILE) | `read_profile` | all |
| [`WRITE_PROFILE`](Self::WRITE_PROFILE) | `write_profile` | all |
| [`READ_REVIEWS`](Self::READ_REVIEWS) | `read_reviews` | all |
| [`WRITE_REVIEWS`](Self::WRITE_REVIEWS) | `write_reviews` | all |
| [`READ_PAYOUTS`](Self::READ_PAYOUTS) | `read_payouts` | all |
*/
pub struct Reverb;
#[automatically_derived]
impl ::oauth_core::Provider for Reverb {
    type Auth = ::oauth_core::ClientSecret;
    type Extra = ReverbExtra;
    type TokenDetails = ::oauth_core::NoExtra;
    fn metadata(&self) -> &'static ::oauth_core::Metadata {
        use ::oauth_core::metadata as m;
        #[allow(clippy::needless_update)]
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
                m::ScopeMetadata::new("public", &[]),
                m::ScopeMetadata::new("read_feedback", &[]),
                m::ScopeMetadata::new("write_feedback", &[]),
                m::ScopeMetadata::new("read_listings", &[]),
                m::ScopeMetadata::new("write_listings", &[]),
                m::ScopeMetadata::new("read_lists", &[]),
                m::ScopeMetadata::new("write_lists", &[]),
                m::ScopeMetadata::new("read_messages", &[]),
                m::ScopeMetadata::new("write_messages", &[]),
                m::ScopeMetadata::new("read_offers", &[]),
                m::ScopeMetadata::new("write_offers", &[]),
                m::ScopeMetadata::new("read_orders", &[]),
                m::ScopeMetadata::new("write_orders", &[]),
                m::ScopeMetadata::new("read_profile", &[]),
                m::ScopeMetadata::new("write_profile", &[]),
                m::ScopeMetadata::new("read_reviews", &[]),
                m::ScopeMetadata::new("write_reviews", &[]),
                m::ScopeMetadata::new("read_payouts", &[]),
            ],
            token_response: &m::TokenResponseFormat {
                expires_in: m::ExpiryFormat {
                    absent: m::AbsentExpiry::Never,
                    ..m::ExpiryFormat::DEFAULT
                },
                ..m::TokenResponseFormat::DEFAULT
            },
            bearer: m::BearerFormat {
                headers: &[
                    ("Accept", "application/hal+json"),
                    ("Accept-Version", "3.0"),
                ],
                ..m::BearerFormat::DEFAULT
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
#[allow(dead_code)]
impl Reverb {
    /// The scope `public`.
    pub const PUBLIC: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "public",
    );
    /// The scope `read_feedback`.
    pub const READ_FEEDBACK: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "read_feedback",
    );
    /// The scope `write_feedback`.
    pub const WRITE_FEEDBACK: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "write_feedback",
    );
    /// The scope `read_listings`.
    pub const READ_LISTINGS: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "read_listings",
    );
    /// The scope `write_listings`.
    pub const WRITE_LISTINGS: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "write_listings",
    );
    /// The scope `read_lists`.
    pub const READ_LISTS: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "read_lists",
    );
    /// The scope `write_lists`.
    pub const WRITE_LISTS: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "write_lists",
    );
    /// The scope `read_messages`.
    pub const READ_MESSAGES: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "read_messages",
    );
    /// The scope `write_messages`.
    pub const WRITE_MESSAGES: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "write_messages",
    );
    /// The scope `read_offers`.
    pub const READ_OFFERS: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "read_offers",
    );
    /// The scope `write_offers`.
    pub const WRITE_OFFERS: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "write_offers",
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
    /// The scope `write_profile`.
    pub const WRITE_PROFILE: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "write_profile",
    );
    /// The scope `read_reviews`.
    pub const READ_REVIEWS: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "read_reviews",
    );
    /// The scope `write_reviews`.
    pub const WRITE_REVIEWS: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "write_reviews",
    );
    /// The scope `read_payouts`.
    pub const READ_PAYOUTS: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "read_payouts",
    );
}
