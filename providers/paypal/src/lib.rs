#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::{UrlVariable, oauth_provider};

/// PayPal: payments, and Log in with PayPal, for real or in the sandbox.
#[rustfmt::skip]
#[oauth_provider(
    authorization_endpoint = "https://www.{site}/signin/authorize",
    token_endpoint = "https://api-m.{site}/v1/oauth2/token",
    revocation_endpoint = "https://api-m.{site}/v1/oauth2/revoke",
    userinfo_endpoint = "https://api-m.{site}/v1/identity/oauth2/userinfo?schema=paypalv1.1",
    api_base = "https://api-m.{site}",
    client_auth(client_secret_basic),
    grants(authorization_code(default_scopes(openid)), refresh_token(rotation(none)), client_credentials),
    custom_scopes(allowed),
    scopes(
        openid, profile, email, address, phone,
        paypalattributes = "https://uri.paypal.com/services/paypalattributes",
        expresscheckout = "https://uri.paypal.com/services/expresscheckout",
        wallet_sendmoney = "https://uri.paypal.com/services/wallet/sendmoney",
        payments_payouts = "https://uri.paypal.com/payments/payouts",
        applications_verify_webhook_signature = "https://uri.paypal.com/services/applications/verify-webhook-signature",
        applications_webhooks = "https://uri.paypal.com/services/applications/webhooks",
        checkout_onetimepayment = "https://uri.paypal.com/services/checkout/onetimepayment",
        customer_partner = "https://uri.paypal.com/services/customer/partner",
        customer_partner_referrals = "https://uri.paypal.com/services/customer/partner-referrals",
        customer_partner_referrals_readwrite = "https://uri.paypal.com/services/customer/partner-referrals/readwrite",
        disputes_create = "https://uri.paypal.com/services/disputes/create",
        disputes_read = "https://uri.paypal.com/services/disputes/read",
        disputes_read_buyer = "https://uri.paypal.com/services/disputes/read-buyer",
        disputes_read_ebay = "https://uri.paypal.com/services/disputes/read-ebay",
        disputes_read_partner = "https://uri.paypal.com/services/disputes/read-partner",
        disputes_read_seller = "https://uri.paypal.com/services/disputes/read-seller",
        disputes_update_buyer = "https://uri.paypal.com/services/disputes/update-buyer",
        disputes_update_partner = "https://uri.paypal.com/services/disputes/update-partner",
        disputes_update_seller = "https://uri.paypal.com/services/disputes/update-seller",
        disputes_webhooks = "https://uri.paypal.com/services/disputes/webhooks",
        invoicing = "https://uri.paypal.com/services/invoicing",
        invoicing_internal = "https://uri.paypal.com/services/invoicing/internal",
        invoicing_invoices_read = "https://uri.paypal.com/services/invoicing/invoices/read",
        invoicing_invoices_readwrite = "https://uri.paypal.com/services/invoicing/invoices/readwrite",
        payments_channelpartner = "https://uri.paypal.com/services/payments/channelpartner",
        payments_funding_options = "https://uri.paypal.com/services/payments/funding-options",
        payments_futurepayments = "https://uri.paypal.com/services/payments/futurepayments",
        payments_initiatepayment = "https://uri.paypal.com/services/payments/initiatepayment",
        payments_non_referenced_credit = "https://uri.paypal.com/services/payments/non-referenced-credit",
        payments_orders_client_side_integration = "https://uri.paypal.com/services/payments/orders/client-side-integration",
        payments_partnerfee = "https://uri.paypal.com/services/payments/partnerfee",
        payments_payment = "https://uri.paypal.com/services/payments/payment",
        payments_payment_authcapture = "https://uri.paypal.com/services/payments/payment/authcapture",
        payments_payment_reference_transaction = "https://uri.paypal.com/services/payments/payment/reference-transaction",
        payments_paymentcard = "https://uri.paypal.com/services/payments/paymentcard",
        payments_payouts_item_reverse = "https://uri.paypal.com/services/payments/payouts-item/reverse",
        payments_realtimepayment = "https://uri.paypal.com/services/payments/realtimepayment",
        payments_refund = "https://uri.paypal.com/services/payments/refund",
        payments_reversepayment = "https://uri.paypal.com/services/payments/reversepayment",
        payments_unilateralrefund = "https://uri.paypal.com/services/payments/unilateralrefund",
        referred_disputes_readwrite = "https://uri.paypal.com/services/referred-disputes/readwrite",
        reporting_balances_read = "https://uri.paypal.com/services/reporting/balances/read",
        reporting_search_read = "https://uri.paypal.com/services/reporting/search/read",
        shipping_trackers_read = "https://uri.paypal.com/services/shipping/trackers/read",
        shipping_trackers_readwrite = "https://uri.paypal.com/services/shipping/trackers/readwrite",
        subscriptions = "https://uri.paypal.com/services/subscriptions",
        vault_customers_read = "https://uri.paypal.com/services/vault/customers/read",
        vault_customers_readwrite = "https://uri.paypal.com/services/vault/customers/readwrite",
        vault_payment_tokens_read = "https://uri.paypal.com/services/vault/payment-tokens/read",
        vault_payment_tokens_readwrite = "https://uri.paypal.com/services/vault/payment-tokens/readwrite"
    ),
    authorization_request(params(flowEntry = "static", full_page(one_of(true), name = "fullPage"))),
    client_credentials_request(params(ignore_cache(one_of(true, false), name = "ignoreCache"))),
    token_response(extra(PayPalExtra)),
    error_response(map(invalid_grant = "access_denied"))
)]
#[derive(Debug, Clone, Copy)]
pub struct PayPal {
    /// Real money or the sandbox.
    pub site: Site,
}

impl PayPal {
    /// Real money.
    pub const LIVE: Self = Self { site: Site::Live };
    /// The sandbox.
    pub const SANDBOX: Self = Self { site: Site::Sandbox };
}

/// The two worlds of PayPal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, UrlVariable)]
pub enum Site {
    /// Real money.
    #[url("paypal.com")]
    Live,
    /// For tests, with its own applications and accounts.
    #[url("sandbox.paypal.com")]
    Sandbox,
}

/// What PayPal's token answer says beyond RFC 6749.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct PayPalExtra {
    /// The application, `APP-…`; tokens of `client_credentials` only.
    pub app_id: Option<String>,
    /// A date and a random text that PayPal makes; not the `nonce` of OpenID Connect.
    pub nonce: Option<String>,
    /// How the resource owner can log in; tokens of `client_credentials` only.
    #[serde(default)]
    pub supported_authn_schemes: Vec<String>,
}
