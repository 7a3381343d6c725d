/// eBay, in production or in its sandbox; tokens of one are nothing to the other.
#[derive(Debug, Clone, Copy)]
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
| [`BUY_DEAL`](Self::BUY_DEAL) | `https://api.ebay.com/oauth/api_scope/buy.deal` | all |
| [`BUY_GUEST_ORDER`](Self::BUY_GUEST_ORDER) | `https://api.ebay.com/oauth/api_scope/buy.guest.order` | all |
| [`BUY_ITEM_BULK`](Self::BUY_ITEM_BULK) | `https://api.ebay.com/oauth/api_scope/buy.item.bulk` | all |
| [`BUY_ITEM_FEED`](Self::BUY_ITEM_FEED) | `https://api.ebay.com/oauth/api_scope/buy.item.feed` | all |
| [`BUY_MARKETING`](Self::BUY_MARKETING) | `https://api.ebay.com/oauth/api_scope/buy.marketing` | all |
| [`BUY_MARKETPLACE_INSIGHTS`](Self::BUY_MARKETPLACE_INSIGHTS) | `https://api.ebay.com/oauth/api_scope/buy.marketplace.insights` | all |
| [`BUY_OFFER_AUCTION`](Self::BUY_OFFER_AUCTION) | `https://api.ebay.com/oauth/api_scope/buy.offer.auction` | all |
| [`BUY_ORDER`](Self::BUY_ORDER) | `https://api.ebay.com/oauth/api_scope/buy.order` | all |
| [`BUY_ORDER_READONLY`](Self::BUY_ORDER_READONLY) | `https://api.ebay.com/oauth/api_scope/buy.order.readonly` | all |
| [`BUY_PRODUCT_FEED`](Self::BUY_PRODUCT_FEED) | `https://api.ebay.com/oauth/api_scope/buy.product.feed` | all |
| [`BUY_PROXY_GUEST_ORDER`](Self::BUY_PROXY_GUEST_ORDER) | `https://api.ebay.com/oauth/api_scope/buy.proxy.guest.order` | all |
| [`BUY_SHOPPING_CART`](Self::BUY_SHOPPING_CART) | `https://api.ebay.com/oauth/api_scope/buy.shopping.cart` | all |
| [`COMMERCE_CATALOG_READONLY`](Self::COMMERCE_CATALOG_READONLY) | `https://api.ebay.com/oauth/api_scope/commerce.catalog.readonly` | all |
| [`COMMERCE_IDENTITY_READONLY`](Self::COMMERCE_IDENTITY_READONLY) | `https://api.ebay.com/oauth/api_scope/commerce.identity.readonly` | all |
| [`COMMERCE_IDENTITY_ADDRESS_READONLY`](Self::COMMERCE_IDENTITY_ADDRESS_READONLY) | `https://api.ebay.com/oauth/api_scope/commerce.identity.address.readonly` | all |
| [`COMMERCE_IDENTITY_EMAIL_READONLY`](Self::COMMERCE_IDENTITY_EMAIL_READONLY) | `https://api.ebay.com/oauth/api_scope/commerce.identity.email.readonly` | all |
| [`COMMERCE_IDENTITY_NAME_READONLY`](Self::COMMERCE_IDENTITY_NAME_READONLY) | `https://api.ebay.com/oauth/api_scope/commerce.identity.name.readonly` | all |
| [`COMMERCE_IDENTITY_PHONE_READONLY`](Self::COMMERCE_IDENTITY_PHONE_READONLY) | `https://api.ebay.com/oauth/api_scope/commerce.identity.phone.readonly` | all |
| [`COMMERCE_MESSAGE`](Self::COMMERCE_MESSAGE) | `https://api.ebay.com/oauth/api_scope/commerce.message` | all |
| [`COMMERCE_NOTIFICATION_SUBSCRIPTION`](Self::COMMERCE_NOTIFICATION_SUBSCRIPTION) | `https://api.ebay.com/oauth/api_scope/commerce.notification.subscription` | all |
| [`COMMERCE_NOTIFICATION_SUBSCRIPTION_READONLY`](Self::COMMERCE_NOTIFICATION_SUBSCRIPTION_READONLY) | `https://api.ebay.com/oauth/api_scope/commerce.notification.subscription.readonly` | all |
| [`METADATA_INSIGHTS`](Self::METADATA_INSIGHTS) | `https://api.ebay.com/oauth/api_scope/metadata.insights` | all |
| [`SELL_ACCOUNT`](Self::SELL_ACCOUNT) | `https://api.ebay.com/oauth/api_scope/sell.account` | all |
| [`SELL_ACCOUNT_READONLY`](Self::SELL_ACCOUNT_READONLY) | `https://api.ebay.com/oauth/api_scope/sell.account.readonly` | all |
| [`SELL_ANALYTICS_READONLY`](Self::SELL_ANALYTICS_READONLY) | `https://api.ebay.com/oauth/api_scope/sell.analytics.readonly` | all |
| [`SELL_FINANCES`](Self::SELL_FINANCES) | `https://api.ebay.com/oauth/api_scope/sell.finances` | all |
| [`SELL_FULFILLMENT`](Self::SELL_FULFILLMENT) | `https://api.ebay.com/oauth/api_scope/sell.fulfillment` | all |
| [`SELL_FULFILLMENT_READONLY`](Self::SELL_FULFILLMENT_READONLY) | `https://api.ebay.com/oauth/api_scope/sell.fulfillment.readonly` | all |
| [`SELL_INVENTORY`](Self::SELL_INVENTORY) | `https://api.ebay.com/oauth/api_scope/sell.inventory` | all |
| [`SELL_INVENTORY_READONLY`](Self::SELL_INVENTORY_READONLY) | `https://api.ebay.com/oauth/api_scope/sell.inventory.readonly` | all |
| [`SELL_ITEM_DRAFT`](Self::SELL_ITEM_DRAFT) | `https://api.ebay.com/oauth/api_scope/sell.item.draft` | all |
| [`SELL_LOGISTICS`](Self::SELL_LOGISTICS) | `https://api.ebay.com/oauth/api_scope/sell.logistics` | all |
| [`SELL_MARKETING`](Self::SELL_MARKETING) | `https://api.ebay.com/oauth/api_scope/sell.marketing` | all |
| [`SELL_MARKETING_READONLY`](Self::SELL_MARKETING_READONLY) | `https://api.ebay.com/oauth/api_scope/sell.marketing.readonly` | all |
| [`SELL_MARKETPLACE_INSIGHTS_READONLY`](Self::SELL_MARKETPLACE_INSIGHTS_READONLY) | `https://api.ebay.com/oauth/api_scope/sell.marketplace.insights.readonly` | all |
| [`SELL_PAYMENT_DISPUTE`](Self::SELL_PAYMENT_DISPUTE) | `https://api.ebay.com/oauth/api_scope/sell.payment.dispute` | all |
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
        #[allow(clippy::needless_update)]
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
                    default_scopes: &["https://api.ebay.com/oauth/api_scope"],
                    issues_refresh_token: true,
                    ..m::GrantMetadata::new(
                        m::GrantType::AUTHORIZATION_CODE,
                        &[m::ClientAuth::ClientSecretBasic(m::BasicEncoding::Form)],
                    )
                },
                m::GrantMetadata {
                    request: &m::RequestFormat {
                        send: &["scope"],
                        ..m::RequestFormat::DEFAULT
                    },
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
                m::ScopeMetadata::new("https://api.ebay.com/oauth/api_scope", &[]),
                m::ScopeMetadata::new(
                    "https://api.ebay.com/oauth/api_scope/buy.deal",
                    &[],
                ),
                m::ScopeMetadata::new(
                    "https://api.ebay.com/oauth/api_scope/buy.guest.order",
                    &[],
                ),
                m::ScopeMetadata::new(
                    "https://api.ebay.com/oauth/api_scope/buy.item.bulk",
                    &[],
                ),
                m::ScopeMetadata::new(
                    "https://api.ebay.com/oauth/api_scope/buy.item.feed",
                    &[],
                ),
                m::ScopeMetadata::new(
                    "https://api.ebay.com/oauth/api_scope/buy.marketing",
                    &[],
                ),
                m::ScopeMetadata::new(
                    "https://api.ebay.com/oauth/api_scope/buy.marketplace.insights",
                    &[],
                ),
                m::ScopeMetadata::new(
                    "https://api.ebay.com/oauth/api_scope/buy.offer.auction",
                    &[],
                ),
                m::ScopeMetadata::new(
                    "https://api.ebay.com/oauth/api_scope/buy.order",
                    &[],
                ),
                m::ScopeMetadata::new(
                    "https://api.ebay.com/oauth/api_scope/buy.order.readonly",
                    &[],
                ),
                m::ScopeMetadata::new(
                    "https://api.ebay.com/oauth/api_scope/buy.product.feed",
                    &[],
                ),
                m::ScopeMetadata::new(
                    "https://api.ebay.com/oauth/api_scope/buy.proxy.guest.order",
                    &[],
                ),
                m::ScopeMetadata::new(
                    "https://api.ebay.com/oauth/api_scope/buy.shopping.cart",
                    &[],
                ),
                m::ScopeMetadata::new(
                    "https://api.ebay.com/oauth/api_scope/commerce.catalog.readonly",
                    &[],
                ),
                m::ScopeMetadata::new(
                    "https://api.ebay.com/oauth/api_scope/commerce.identity.readonly",
                    &[],
                ),
                m::ScopeMetadata::new(
                    "https://api.ebay.com/oauth/api_scope/commerce.identity.address.readonly",
                    &[],
                ),
                m::ScopeMetadata::new(
                    "https://api.ebay.com/oauth/api_scope/commerce.identity.email.readonly",
                    &[],
                ),
                m::ScopeMetadata::new(
                    "https://api.ebay.com/oauth/api_scope/commerce.identity.name.readonly",
                    &[],
                ),
                m::ScopeMetadata::new(
                    "https://api.ebay.com/oauth/api_scope/commerce.identity.phone.readonly",
                    &[],
                ),
                m::ScopeMetadata::new(
                    "https://api.ebay.com/oauth/api_scope/commerce.message",
                    &[],
                ),
                m::ScopeMetadata::new(
                    "https://api.ebay.com/oauth/api_scope/commerce.notification.subscription",
                    &[],
                ),
                m::ScopeMetadata::new(
                    "https://api.ebay.com/oauth/api_scope/commerce.notification.subscription.readonly",
                    &[],
                ),
                m::ScopeMetadata::new(
                    "https://api.ebay.com/oauth/api_scope/metadata.insights",
                    &[],
                ),
                m::ScopeMetadata::new(
                    "https://api.ebay.com/oauth/api_scope/sell.account",
                    &[],
                ),
                m::ScopeMetadata::new(
                    "https://api.ebay.com/oauth/api_scope/sell.account.readonly",
                    &[],
                ),
                m::ScopeMetadata::new(
                    "https://api.ebay.com/oauth/api_scope/sell.analytics.readonly",
                    &[],
                ),
                m::ScopeMetadata::new(
                    "https://api.ebay.com/oauth/api_scope/sell.finances",
                    &[],
                ),
                m::ScopeMetadata::new(
                    "https://api.ebay.com/oauth/api_scope/sell.fulfillment",
                    &[],
                ),
                m::ScopeMetadata::new(
                    "https://api.ebay.com/oauth/api_scope/sell.fulfillment.readonly",
                    &[],
                ),
                m::ScopeMetadata::new(
                    "https://api.ebay.com/oauth/api_scope/sell.inventory",
                    &[],
                ),
                m::ScopeMetadata::new(
                    "https://api.ebay.com/oauth/api_scope/sell.inventory.readonly",
                    &[],
                ),
                m::ScopeMetadata::new(
                    "https://api.ebay.com/oauth/api_scope/sell.item.draft",
                    &[],
                ),
                m::ScopeMetadata::new(
                    "https://api.ebay.com/oauth/api_scope/sell.logistics",
                    &[],
                ),
                m::ScopeMetadata::new(
                    "https://api.ebay.com/oauth/api_scope/sell.marketing",
                    &[],
                ),
                m::ScopeMetadata::new(
                    "https://api.ebay.com/oauth/api_scope/sell.marketing.readonly",
                    &[],
                ),
                m::ScopeMetadata::new(
                    "https://api.ebay.com/oauth/api_scope/sell.marketplace.insights.readonly",
                    &[],
                ),
                m::ScopeMetadata::new(
                    "https://api.ebay.com/oauth/api_scope/sell.payment.dispute",
                    &[],
                ),
            ],
            redirect_uri: m::RedirectUriKind::Opaque,
            authorization_request: &m::RequestFormat {
                params: &[
                    m::ParameterMetadata::new(
                        "prompt",
                        m::ParameterValue::OneOf(&["login"]),
                    ),
                    m::ParameterMetadata::new("locale", m::ParameterValue::Optional),
                ],
                ..m::RequestFormat::AUTHORIZATION
            },
            token_response: &m::TokenResponseFormat {
                fields: &[("refresh_token_expires_in", &["refresh_token_expires_in"])],
                bearer_aliases: &["User Access Token", "Application Access Token"],
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
#[allow(dead_code)]
impl Ebay {
    /// The scope `https://api.ebay.com/oauth/api_scope`.
    pub const API_SCOPE: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "https://api.ebay.com/oauth/api_scope",
    );
    /// The scope `https://api.ebay.com/oauth/api_scope/buy.deal`.
    pub const BUY_DEAL: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "https://api.ebay.com/oauth/api_scope/buy.deal",
    );
    /// The scope `https://api.ebay.com/oauth/api_scope/buy.guest.order`.
    pub const BUY_GUEST_ORDER: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "https://api.ebay.com/oauth/api_scope/buy.guest.order",
    );
    /// The scope `https://api.ebay.com/oauth/api_scope/buy.item.bulk`.
    pub const BUY_ITEM_BULK: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "https://api.ebay.com/oauth/api_scope/buy.item.bulk",
    );
    /// The scope `https://api.ebay.com/oauth/api_scope/buy.item.feed`.
    pub const BUY_ITEM_FEED: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "https://api.ebay.com/oauth/api_scope/buy.item.feed",
    );
    /// The scope `https://api.ebay.com/oauth/api_scope/buy.marketing`.
    pub const BUY_MARKETING: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "https://api.ebay.com/oauth/api_scope/buy.marketing",
    );
    /// The scope `https://api.ebay.com/oauth/api_scope/buy.marketplace.insights`.
    pub const BUY_MARKETPLACE_INSIGHTS: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "https://api.ebay.com/oauth/api_scope/buy.marketplace.insights",
    );
    /// The scope `https://api.ebay.com/oauth/api_scope/buy.offer.auction`.
    pub const BUY_OFFER_AUCTION: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "https://api.ebay.com/oauth/api_scope/buy.offer.auction",
    );
    /// The scope `https://api.ebay.com/oauth/api_scope/buy.order`.
    pub const BUY_ORDER: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "https://api.ebay.com/oauth/api_scope/buy.order",
    );
    /// The scope `https://api.ebay.com/oauth/api_scope/buy.order.readonly`.
    pub const BUY_ORDER_READONLY: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "https://api.ebay.com/oauth/api_scope/buy.order.readonly",
    );
    /// The scope `https://api.ebay.com/oauth/api_scope/buy.product.feed`.
    pub const BUY_PRODUCT_FEED: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "https://api.ebay.com/oauth/api_scope/buy.product.feed",
    );
    /// The scope `https://api.ebay.com/oauth/api_scope/buy.proxy.guest.order`.
    pub const BUY_PROXY_GUEST_ORDER: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "https://api.ebay.com/oauth/api_scope/buy.proxy.guest.order",
    );
    /// The scope `https://api.ebay.com/oauth/api_scope/buy.shopping.cart`.
    pub const BUY_SHOPPING_CART: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "https://api.ebay.com/oauth/api_scope/buy.shopping.cart",
    );
    /// The scope `https://api.ebay.com/oauth/api_scope/commerce.catalog.readonly`.
    pub const COMMERCE_CATALOG_READONLY: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "https://api.ebay.com/oauth/api_scope/commerce.catalog.readonly",
    );
    /// The scope `https://api.ebay.com/oauth/api_scope/commerce.identity.readonly`.
    pub const COMMERCE_IDENTITY_READONLY: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "https://api.ebay.com/oauth/api_scope/commerce.identity.readonly",
    );
    /// The scope `https://api.ebay.com/oauth/api_scope/commerce.identity.address.readonly`.
    pub const COMMERCE_IDENTITY_ADDRESS_READONLY: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "https://api.ebay.com/oauth/api_scope/commerce.identity.address.readonly",
    );
    /// The scope `https://api.ebay.com/oauth/api_scope/commerce.identity.email.readonly`.
    pub const COMMERCE_IDENTITY_EMAIL_READONLY: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "https://api.ebay.com/oauth/api_scope/commerce.identity.email.readonly",
    );
    /// The scope `https://api.ebay.com/oauth/api_scope/commerce.identity.name.readonly`.
    pub const COMMERCE_IDENTITY_NAME_READONLY: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "https://api.ebay.com/oauth/api_scope/commerce.identity.name.readonly",
    );
    /// The scope `https://api.ebay.com/oauth/api_scope/commerce.identity.phone.readonly`.
    pub const COMMERCE_IDENTITY_PHONE_READONLY: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "https://api.ebay.com/oauth/api_scope/commerce.identity.phone.readonly",
    );
    /// The scope `https://api.ebay.com/oauth/api_scope/commerce.message`.
    pub const COMMERCE_MESSAGE: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "https://api.ebay.com/oauth/api_scope/commerce.message",
    );
    /// The scope `https://api.ebay.com/oauth/api_scope/commerce.notification.subscription`.
    pub const COMMERCE_NOTIFICATION_SUBSCRIPTION: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "https://api.ebay.com/oauth/api_scope/commerce.notification.subscription",
    );
    /// The scope `https://api.ebay.com/oauth/api_scope/commerce.notification.subscription.readonly`.
    pub const COMMERCE_NOTIFICATION_SUBSCRIPTION_READONLY: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "https://api.ebay.com/oauth/api_scope/commerce.notification.subscription.readonly",
    );
    /// The scope `https://api.ebay.com/oauth/api_scope/metadata.insights`.
    pub const METADATA_INSIGHTS: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "https://api.ebay.com/oauth/api_scope/metadata.insights",
    );
    /// The scope `https://api.ebay.com/oauth/api_scope/sell.account`.
    pub const SELL_ACCOUNT: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "https://api.ebay.com/oauth/api_scope/sell.account",
    );
    /// The scope `https://api.ebay.com/oauth/api_scope/sell.account.readonly`.
    pub const SELL_ACCOUNT_READONLY: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "https://api.ebay.com/oauth/api_scope/sell.account.readonly",
    );
    /// The scope `https://api.ebay.com/oauth/api_scope/sell.analytics.readonly`.
    pub const SELL_ANALYTICS_READONLY: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "https://api.ebay.com/oauth/api_scope/sell.analytics.readonly",
    );
    /// The scope `https://api.ebay.com/oauth/api_scope/sell.finances`.
    pub const SELL_FINANCES: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "https://api.ebay.com/oauth/api_scope/sell.finances",
    );
    /// The scope `https://api.ebay.com/oauth/api_scope/sell.fulfillment`.
    pub const SELL_FULFILLMENT: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "https://api.ebay.com/oauth/api_scope/sell.fulfillment",
    );
    /// The scope `https://api.ebay.com/oauth/api_scope/sell.fulfillment.readonly`.
    pub const SELL_FULFILLMENT_READONLY: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "https://api.ebay.com/oauth/api_scope/sell.fulfillment.readonly",
    );
    /// The scope `https://api.ebay.com/oauth/api_scope/sell.inventory`.
    pub const SELL_INVENTORY: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "https://api.ebay.com/oauth/api_scope/sell.inventory",
    );
    /// The scope `https://api.ebay.com/oauth/api_scope/sell.inventory.readonly`.
    pub const SELL_INVENTORY_READONLY: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "https://api.ebay.com/oauth/api_scope/sell.inventory.readonly",
    );
    /// The scope `https://api.ebay.com/oauth/api_scope/sell.item.draft`.
    pub const SELL_ITEM_DRAFT: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "https://api.ebay.com/oauth/api_scope/sell.item.draft",
    );
    /// The scope `https://api.ebay.com/oauth/api_scope/sell.logistics`.
    pub const SELL_LOGISTICS: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "https://api.ebay.com/oauth/api_scope/sell.logistics",
    );
    /// The scope `https://api.ebay.com/oauth/api_scope/sell.marketing`.
    pub const SELL_MARKETING: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "https://api.ebay.com/oauth/api_scope/sell.marketing",
    );
    /// The scope `https://api.ebay.com/oauth/api_scope/sell.marketing.readonly`.
    pub const SELL_MARKETING_READONLY: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "https://api.ebay.com/oauth/api_scope/sell.marketing.readonly",
    );
    /// The scope `https://api.ebay.com/oauth/api_scope/sell.marketplace.insights.readonly`.
    pub const SELL_MARKETPLACE_INSIGHTS_READONLY: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "https://api.ebay.com/oauth/api_scope/sell.marketplace.insights.readonly",
    );
    /// The scope `https://api.ebay.com/oauth/api_scope/sell.payment.dispute`.
    pub const SELL_PAYMENT_DISPUTE: ::oauth_core::Scope<Self> = ::oauth_core::Scope::declared(
        "https://api.ebay.com/oauth/api_scope/sell.payment.dispute",
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
