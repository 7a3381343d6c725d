#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::{UrlVariable, oauth_provider};

/// Square: payments and shops, in production or in its sandbox.
#[rustfmt::skip]
#[oauth_provider(
    authorization_endpoint = "https://connect.{site}/oauth2/authorize",
    token_endpoint = "https://connect.{site}/oauth2/token",
    revocation_endpoint = "https://connect.{site}/oauth2/revoke",
    introspection_endpoint = "https://connect.{site}/oauth2/token/status",
    api_base = "https://connect.{site}",
    client_auth(client_secret_post, none),
    grants(authorization_code, refresh_token),
    pkce(public_clients, because = "code_challenge selects the flow without a secret; its refresh tokens last 90 days"),
    scopes(addon_configurations_read = "ADDON_CONFIGURATIONS_READ",
        addon_configurations_write = "ADDON_CONFIGURATIONS_WRITE",
        appointments_all_read = "APPOINTMENTS_ALL_READ", appointments_all_write = "APPOINTMENTS_ALL_WRITE",
        appointments_business_settings_read = "APPOINTMENTS_BUSINESS_SETTINGS_READ",
        appointments_read = "APPOINTMENTS_READ", appointments_write = "APPOINTMENTS_WRITE",
        bank_accounts_read = "BANK_ACCOUNTS_READ", cash_drawer_read = "CASH_DRAWER_READ",
        channels_create = "CHANNELS_CREATE", channels_read = "CHANNELS_READ",
        channels_update = "CHANNELS_UPDATE", customers_read = "CUSTOMERS_READ",
        customers_write = "CUSTOMERS_WRITE", devices_read = "DEVICES_READ",
        device_credential_management = "DEVICE_CREDENTIAL_MANAGEMENT",
        discount_codes_read = "DISCOUNT_CODES_READ", discount_codes_write = "DISCOUNT_CODES_WRITE",
        disputes_read = "DISPUTES_READ", disputes_write = "DISPUTES_WRITE", employees_read = "EMPLOYEES_READ",
        employees_write = "EMPLOYEES_WRITE", giftcards_read = "GIFTCARDS_READ",
        giftcards_write = "GIFTCARDS_WRITE", inventory_read = "INVENTORY_READ",
        inventory_write = "INVENTORY_WRITE", invoices_read = "INVOICES_READ",
        invoices_write = "INVOICES_WRITE", items_read = "ITEMS_READ", items_write = "ITEMS_WRITE",
        loyalty_read = "LOYALTY_READ", loyalty_write = "LOYALTY_WRITE",
        merchant_profile_read = "MERCHANT_PROFILE_READ", merchant_profile_write = "MERCHANT_PROFILE_WRITE",
        online_store_site_read = "ONLINE_STORE_SITE_READ",
        online_store_snippets_read = "ONLINE_STORE_SNIPPETS_READ",
        online_store_snippets_write = "ONLINE_STORE_SNIPPETS_WRITE", orders_read = "ORDERS_READ",
        orders_write = "ORDERS_WRITE", payments_read = "PAYMENTS_READ", payments_write = "PAYMENTS_WRITE",
        payments_write_additional_recipients = "PAYMENTS_WRITE_ADDITIONAL_RECIPIENTS",
        payments_write_in_person = "PAYMENTS_WRITE_IN_PERSON",
        payments_write_shared_onfile = "PAYMENTS_WRITE_SHARED_ONFILE", payouts_read = "PAYOUTS_READ",
        permission_sets_read = "PERMISSION_SETS_READ", permission_sets_write = "PERMISSION_SETS_WRITE",
        reservations_read = "RESERVATIONS_READ", reservations_write = "RESERVATIONS_WRITE",
        restaurant_checks_read = "RESTAURANT_CHECKS_READ", settlements_read = "SETTLEMENTS_READ",
        subscriptions_read = "SUBSCRIPTIONS_READ", subscriptions_write = "SUBSCRIPTIONS_WRITE",
        timecards_read = "TIMECARDS_READ", timecards_settings_read = "TIMECARDS_SETTINGS_READ",
        timecards_settings_write = "TIMECARDS_SETTINGS_WRITE", timecards_write = "TIMECARDS_WRITE",
        vendor_read = "VENDOR_READ", vendor_write = "VENDOR_WRITE"),
    custom_scopes(allowed),
    authorization_request(params(session(optional), locale(one_of(
        en_ie = "en-IE", en_us = "en-US", en_ca = "en-CA", es_us = "es-US", fr_ca = "fr-CA", ja_jp = "ja-JP"
    )))),
    token_request(body(json), params(short_lived(optional, boolean), scopes(scopes, array))),
    revocation_request(
        auth(client_secret_header(name = "Authorization", scheme = "Client", because = "documented as the only way")),
        body(json), rename(token = "access_token"), omit(token_type_hint),
        tokens(access_token)
    ),
    introspection_request(auth(bearer), omit(token)),
    introspection_response(active(status), exp(rfc3339), extra(TokenStatus),
        fields(scope = "scopes", exp = "expires_at")),
    token_response(
        fields(expires_in = "expires_at", refresh_token_expires_in = "refresh_token_expires_at"),
        expires_in(rfc3339), refresh_token_expires_in(rfc3339), extra(SquareExtra)
    ),
    error_response(code("/errors/0/code", "type"), description("/errors/0/detail", "message"))
)]
#[derive(Debug, Clone, Copy)]
pub struct Square {
    /// Production or sandbox.
    pub site: Site,
}

/// The two worlds of Square.
#[derive(Debug, Clone, Copy, PartialEq, Eq, UrlVariable)]
pub enum Site {
    /// The real one.
    #[url("squareup.com")]
    Production,
    /// For tests, with its own application id and secret.
    #[url("squareupsandbox.com")]
    Sandbox,
}

impl Square {
    /// The real Square.
    pub const PRODUCTION: Self = Self { site: Site::Production };
    /// The sandbox.
    pub const SANDBOX: Self = Self { site: Site::Sandbox };
}

/// What Square's token answer says beyond RFC 6749.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct SquareExtra {
    /// The seller that the token acts for.
    pub merchant_id: String,
    /// Whether the access token lasts a day in place of thirty.
    pub short_lived: bool,
}

/// What Square says about an access token.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct TokenStatus {
    /// The scopes of the token.
    pub scopes: Vec<String>,
    /// When the token stops being good, as in RFC 3339; some tokens do not expire.
    pub expires_at: Option<String>,
    /// The application that the token was issued to.
    pub client_id: String,
    /// The seller that the token acts for.
    pub merchant_id: String,
}
