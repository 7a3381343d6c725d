#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::{HostLabel, Segment, oauth_provider};

/// Shopify: the Admin API of one store, by its name before `.myshopify.com`.
#[rustfmt::skip]
#[oauth_provider(
    authorization_endpoint = "https://{shop}.myshopify.com/admin/oauth/authorize",
    token_endpoint = "https://{shop}.myshopify.com/admin/oauth/access_token",
    api_base = "https://{shop}.myshopify.com/admin/api/{version}",
    client_auth(client_secret_post),
    grants(authorization_code, client_credentials, refresh_token(rotation(strict))),
    scope_delimiter = ",",
    custom_scopes(allowed),
    scopes(
        customer_read_companies, customer_read_customers, customer_read_draft_orders, customer_read_locations,
        customer_read_markets, customer_read_metaobjects, customer_read_orders,
        customer_read_own_subscription_contracts, customer_read_store_credit_accounts,
        customer_write_companies, customer_write_customers, customer_write_locations, customer_write_orders,
        customer_write_own_subscription_contracts, customer_write_subscription_contracts, read_all_orders,
        read_analytics, read_app_proxy, read_apps, read_assigned_fulfillment_orders, read_cart_transforms,
        read_channels, read_checkout_and_accounts_configurations, read_checkout_branding_settings,
        read_content, read_customer_events, read_customer_merge, read_customer_payment_methods,
        read_customers, read_delivery_customizations, read_discounts, read_draft_orders, read_files,
        read_fulfillments, read_gift_cards, read_inventory, read_legal_policies, read_locales, read_locations,
        read_marketing_events, read_marketplace_fulfillment_orders, read_markets,
        read_merchant_approval_signals, read_merchant_managed_fulfillment_orders, read_metaobject_definitions,
        read_metaobjects, read_online_store_navigation, read_online_store_pages, read_order_edits,
        read_orders, read_own_subscription_contracts, read_payment_customizations, read_payment_gateways,
        read_payment_mandate, read_payment_terms, read_pixels, read_price_rules, read_privacy_settings,
        read_product_feeds, read_product_listings, read_products, read_publications, read_reports,
        read_resource_feedbacks, read_returns, read_script_tags, read_shipping,
        read_shopify_payments_dispute_evidences, read_shopify_payments_disputes,
        read_shopify_payments_payouts, read_store_credit_account_transactions, read_store_credit_accounts,
        read_themes, read_third_party_fulfillment_orders, read_translations, read_users, read_validations,
        unauthenticated_read_checkouts, unauthenticated_read_content, unauthenticated_read_customer_tags,
        unauthenticated_read_customers, unauthenticated_read_metaobjects,
        unauthenticated_read_product_inventory, unauthenticated_read_product_listings,
        unauthenticated_read_product_pickup_locations, unauthenticated_read_product_tags,
        unauthenticated_read_selling_plans, unauthenticated_write_checkouts, unauthenticated_write_customers,
        write_app_proxy, write_assigned_fulfillment_orders, write_cart_transforms, write_channels,
        write_checkout_and_accounts_configurations, write_checkout_branding_settings, write_content,
        write_customer_merge, write_customers, write_delivery_customizations, write_discounts,
        write_draft_orders, write_files, write_fulfillments, write_gift_cards, write_inventory,
        write_legal_policies, write_locales, write_locations, write_marketing_events,
        write_marketplace_fulfillment_orders, write_markets, write_merchant_managed_fulfillment_orders,
        write_metaobject_definitions, write_metaobjects, write_online_store_navigation,
        write_online_store_pages, write_order_edits, write_orders, write_own_subscription_contracts,
        write_payment_customizations, write_payment_gateways, write_payment_mandate, write_payment_sessions,
        write_payment_terms, write_pixels, write_price_rules, write_privacy_settings, write_product_feeds,
        write_product_listings, write_products, write_publications, write_reports, write_resource_feedbacks,
        write_returns, write_script_tags, write_shipping, write_store_credit_account_transactions,
        write_themes, write_third_party_fulfillment_orders, write_translations, write_users, write_validations
    ),
    authorization_request(params(access_mode(one_of(per_user = "per-user"), name = "grant_options[]"))),
    token_request(params(expiring(one_of(yes = "1", no = "0")))),
    callback(hmac_sha256 = "hmac", equals(shop = "{shop}.myshopify.com"), capture(host, timestamp)),
    token_response(
        fields(refresh_token_expires_in = "refresh_token_expires_in"),
        expires_in(never),
        extra(ShopifyExtra)
    ),
    bearer(header = "X-Shopify-Access-Token")
)]
#[derive(Debug, Clone)]
pub struct Shopify {
    /// The name of the store: `example` of `example.myshopify.com`.
    pub shop: HostLabel,
    /// The version of the Admin API, such as `2026-10`.
    pub version: Segment,
}

/// What Shopify's token answer says beyond RFC 6749: of whom an online token is.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct ShopifyExtra {
    /// The scopes that the user may use, joined by commas; online tokens only.
    pub associated_user_scope: Option<String>,
    /// The user; online tokens only.
    pub associated_user: Option<AssociatedUser>,
}

/// A member of the store's staff.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct AssociatedUser {
    /// The identifier of the user.
    pub id: u64,
    /// The first name.
    pub first_name: String,
    /// The last name.
    pub last_name: String,
    /// The address, which is the user's own only if `email_verified`.
    pub email: String,
    /// Whether the user proved to own the address.
    pub email_verified: bool,
    /// Whether the store belongs to the user.
    pub account_owner: bool,
    /// The language of the user, such as `en`.
    pub locale: String,
    /// Whether the user is a partner who works for the store.
    pub collaborator: bool,
}
