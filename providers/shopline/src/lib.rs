#![doc = include_str!("../README.md")]

mod signer;

pub use oauth_core;
use oauth_core::{HostLabel, Segment, oauth_provider};
pub use signer::Signer;

/// Shopline: the Admin API of one store, by its handle before `.myshopline.com`.
#[rustfmt::skip]
#[oauth_provider(
    authorization_endpoint = "https://{handle}.myshopline.com/admin/oauth-web/",
    token_endpoint = "https://{handle}.myshopline.com/admin/oauth/token/create",
    refresh_endpoint = "https://{handle}.myshopline.com/admin/oauth/token/refresh",
    api_base = "https://{handle}.myshopline.com/admin/openapi/{version}",
    client_auth(client_secret_post),
    grants(authorization_code, access_token_refresh),
    scope_delimiter = ",",
    custom_scopes(allowed),
    scopes(
        read_assigned_fulfillment_orders, read_customers, read_draft_orders, read_fulfillment_service,
        read_markets, read_orders, read_payment, read_pos, read_product_listings, read_products,
        read_returns, read_store_information, read_store_metrics, read_subscription_contracts,
        read_translation, write_customers, write_discounts, write_draft_orders, write_fulfillment_service,
        write_inventory, write_markets, write_orders, write_page, write_payment_gateways, write_price_rules,
        write_products, write_publications, write_subscription_contracts, write_translation
    ),
    pkce(none, because = "the body of a token request is signed as a whole, and `code` is documented as all that it holds"),
    authorization_request(
        fragment = "/oauth/authorize?",
        rename(client_id = "appKey", response_type = "responseType", redirect_uri = "redirectUri", state = "customField")
    ),
    callback(hmac_sha256 = "sign", equals(appkey = "{client_id}", handle = "{handle}")),
    token_request(auth(nothing), body(json), headers(header("appkey", "{client_id}")), omit(grant_type, redirect_uri)),
    refresh_request(auth(bearer), body(query), omit(access_token, grant_type)),
    token_response(
        root = "/data",
        fields(access_token = "accessToken", expires_in = "expireTime"),
        expires_in(rfc3339)
    ),
    error_response(when(differs("/code", "200")), code = "i18nCode", description = "message"),
    hook(signer)
)]
#[derive(Debug, Clone)]
pub struct Shopline {
    /// The handle of the store: `example` of `example.myshopline.com`.
    pub handle: HostLabel,
    /// The version of the Admin API, such as `v20260601`.
    pub version: Segment,
    /// Signs requests for tokens.
    pub signer: Signer,
}
