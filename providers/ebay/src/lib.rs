#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::{UrlVariable, oauth_provider};

/// eBay, in production or in its sandbox; tokens of one are nothing to the other.
#[oauth_provider(
    authorization_endpoint = "https://auth.{site}/oauth2/authorize",
    token_endpoint = "https://api.{site}/identity/v1/oauth2/token",
    api_base = "https://api.{site}",
    client_auth(client_secret_basic),
    grants(
        authorization_code(default_scopes(api_scope)),
        refresh_token(rotation(none), send(scope)),
        client_credentials(default_scopes(api_scope))
    ),
    redirect_uri(opaque),
    scope_prefix = "https://api.ebay.com/oauth/api_scope",
    scopes(
        api_scope = "",
        buy_deal = "/buy.deal",
        buy_guest_order = "/buy.guest.order",
        buy_item_bulk = "/buy.item.bulk",
        buy_item_feed = "/buy.item.feed",
        buy_marketing = "/buy.marketing",
        buy_marketplace_insights = "/buy.marketplace.insights",
        buy_offer_auction = "/buy.offer.auction",
        buy_order = "/buy.order",
        buy_order_readonly = "/buy.order.readonly",
        buy_product_feed = "/buy.product.feed",
        buy_proxy_guest_order = "/buy.proxy.guest.order",
        buy_shopping_cart = "/buy.shopping.cart",
        commerce_catalog_readonly = "/commerce.catalog.readonly",
        commerce_identity_readonly = "/commerce.identity.readonly",
        commerce_identity_address_readonly = "/commerce.identity.address.readonly",
        commerce_identity_email_readonly = "/commerce.identity.email.readonly",
        commerce_identity_name_readonly = "/commerce.identity.name.readonly",
        commerce_identity_phone_readonly = "/commerce.identity.phone.readonly",
        commerce_message = "/commerce.message",
        commerce_notification_subscription = "/commerce.notification.subscription",
        commerce_notification_subscription_readonly = "/commerce.notification.subscription.readonly",
        metadata_insights = "/metadata.insights",
        sell_account = "/sell.account",
        sell_account_readonly = "/sell.account.readonly",
        sell_analytics_readonly = "/sell.analytics.readonly",
        sell_finances = "/sell.finances",
        sell_fulfillment = "/sell.fulfillment",
        sell_fulfillment_readonly = "/sell.fulfillment.readonly",
        sell_inventory = "/sell.inventory",
        sell_inventory_readonly = "/sell.inventory.readonly",
        sell_item_draft = "/sell.item.draft",
        sell_logistics = "/sell.logistics",
        sell_marketing = "/sell.marketing",
        sell_marketing_readonly = "/sell.marketing.readonly",
        sell_marketplace_insights_readonly = "/sell.marketplace.insights.readonly",
        sell_payment_dispute = "/sell.payment.dispute"
    ),
    authorization_request(params(prompt(one_of(login)), locale(optional))),
    token_response(
        token_type(alias("User Access Token", "Application Access Token")),
        fields(refresh_token_expires_in = "refresh_token_expires_in")
    )
)]
#[derive(Debug, Clone, Copy)]
pub struct Ebay {
    /// Production or sandbox.
    pub site: Site,
}

/// The two worlds of eBay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, UrlVariable)]
pub enum Site {
    /// The real one.
    #[url("ebay.com")]
    Production,
    /// For tests, with its own keys, users and RuNames.
    #[url("sandbox.ebay.com")]
    Sandbox,
}

impl Ebay {
    /// The real eBay.
    pub const PRODUCTION: Self = Self { site: Site::Production };
    /// The sandbox.
    pub const SANDBOX: Self = Self { site: Site::Sandbox };
}
