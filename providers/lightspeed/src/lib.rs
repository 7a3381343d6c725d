#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::{HostLabel, Segment, oauth_provider};

/// Lightspeed Retail (X-Series), formerly Vend: one store, by its name before `.retail.lightspeed.app`.
#[rustfmt::skip]
#[oauth_provider(
    authorization_endpoint = "https://secure.retail.lightspeed.app/connect",
    token_endpoint = "https://{domain_prefix}.retail.lightspeed.app/api/1.0/token",
    userinfo_endpoint = "https://{domain_prefix}.retail.lightspeed.app/api/{version}/user",
    api_base = "https://{domain_prefix}.retail.lightspeed.app/api/{version}",
    client_auth(client_secret_post),
    grants(authorization_code, refresh_token(rotation(strict))),
    custom_scopes(allowed),
    scopes(
        audit_read = "audit:read", billing_partner_subscription_read = "billing:partner_subscription:read",
        billing_partner_subscription_write = "billing:partner_subscription:write",
        business_rules_read = "business_rules:read", business_rules_write = "business_rules:write",
        channels_read = "channels:read", consignments_read = "consignments:read",
        consignments_write_inventory_count = "consignments:write:inventory_count",
        consignments_write_stock_order = "consignments:write:stock_order",
        consignments_write_stock_transfer = "consignments:write:stock_transfer",
        custom_fields_read = "custom_fields:read", custom_fields_write = "custom_fields:write",
        customers_read = "customers:read", customers_write = "customers:write",
        fulfillments_read = "fulfillments:read", fulfillments_write = "fulfillments:write",
        gift_cards_read = "gift_cards:read", gift_cards_write_issue = "gift_cards:write:issue",
        gift_cards_write_redeem = "gift_cards:write:redeem", inventory_read = "inventory:read",
        inventory_write = "inventory:write", outlets_read = "outlets:read",
        payment_types_read = "payment_types:read", payments_read = "payments:read",
        products_read = "products:read", products_read_price_books = "products:read:price_books",
        products_write = "products:write", products_write_price_books = "products:write:price_books",
        promotions_read = "promotions:read", promotions_write = "promotions:write",
        register_close = "register:close", register_open = "register:open", registers_read = "registers:read",
        remote_rules_read = "remote_rules:read", remote_rules_write = "remote_rules:write",
        retailer_read = "retailer:read", sales_read = "sales:read", sales_write = "sales:write",
        serial_numbers_read = "serial_numbers:read", serial_numbers_write = "serial_numbers:write",
        services_read = "services:read", services_write = "services:write",
        store_credits_read = "store_credits:read", store_credits_write_issue = "store_credits:write:issue",
        suppliers_read = "suppliers:read", suppliers_write = "suppliers:write", taxes_read = "taxes:read",
        taxes_write = "taxes:write", users_read = "users:read", users_write = "users:write", webhooks
    ),
    callback(equals(domain_prefix = "{domain_prefix}")),
    token_response(extra(LightspeedExtra))
)]
#[derive(Debug, Clone)]
pub struct Lightspeed {
    /// The store: `example` of `example.retail.lightspeed.app`.
    pub domain_prefix: HostLabel,
    /// The version of the API, such as `2026-07`.
    pub version: Segment,
}

/// What Lightspeed's token answer says beyond RFC 6749.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct LightspeedExtra {
    /// The store that the tokens belong to.
    pub domain_prefix: String,
}
