#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::oauth_provider;

/// Stripe Connect: platforms that act for accounts which their owners made themselves.
#[rustfmt::skip]
#[oauth_provider(
    authorization_endpoint = "https://connect.stripe.com/oauth/authorize",
    token_endpoint = "https://connect.stripe.com/oauth/token",
    userinfo_endpoint = "https://api.stripe.com/v1/account",
    api_base = "https://api.stripe.com/v1",
    client_auth(client_secret_post),
    grants(authorization_code, refresh_token),
    scopes(read_write, read_only),
    authorization_request(params(stripe_landing(one_of(login, register)), always_prompt(one_of(true, false)),
        stripe_user_email(optional, name = "stripe_user[email]"),
        stripe_user_url(optional, name = "stripe_user[url]"),
        stripe_user_country(optional, name = "stripe_user[country]"),
        stripe_user_phone_number(optional, name = "stripe_user[phone_number]"),
        stripe_user_business_name(optional, name = "stripe_user[business_name]"),
        stripe_user_business_type(optional, name = "stripe_user[business_type]"),
        stripe_user_first_name(optional, name = "stripe_user[first_name]"),
        stripe_user_last_name(optional, name = "stripe_user[last_name]"),
        stripe_user_dob_day(optional, name = "stripe_user[dob_day]"),
        stripe_user_dob_month(optional, name = "stripe_user[dob_month]"),
        stripe_user_dob_year(optional, name = "stripe_user[dob_year]"),
        stripe_user_street_address(optional, name = "stripe_user[street_address]"),
        stripe_user_city(optional, name = "stripe_user[city]"),
        stripe_user_state(optional, name = "stripe_user[state]"),
        stripe_user_zip(optional, name = "stripe_user[zip]"),
        stripe_user_physical_product(optional, name = "stripe_user[physical_product]"),
        stripe_user_product_description(optional, name = "stripe_user[product_description]"),
        stripe_user_currency(optional, name = "stripe_user[currency]"),
        stripe_user_first_name_kana(optional, name = "stripe_user[first_name_kana]"),
        stripe_user_first_name_kanji(optional, name = "stripe_user[first_name_kanji]"),
        stripe_user_last_name_kana(optional, name = "stripe_user[last_name_kana]"),
        stripe_user_last_name_kanji(optional, name = "stripe_user[last_name_kanji]"),
        stripe_user_gender(optional, name = "stripe_user[gender]"),
        stripe_user_block_kana(optional, name = "stripe_user[block_kana]"),
        stripe_user_block_kanji(optional, name = "stripe_user[block_kanji]"),
        stripe_user_building_kana(optional, name = "stripe_user[building_kana]"),
        stripe_user_building_kanji(optional, name = "stripe_user[building_kanji]"))),
    token_request(omit(client_id, redirect_uri)),
    token_response(expires_in(never), extra(StripeExtra))
)]
#[derive(Debug, Clone, Copy)]
pub struct Stripe;

/// Stripe Apps: apps of the Stripe App Marketplace.
#[oauth_provider(
    authorization_endpoint = "https://marketplace.stripe.com/oauth/v2/authorize",
    token_endpoint = "https://api.stripe.com/v1/oauth/token",
    userinfo_endpoint = "https://api.stripe.com/v1/account",
    api_base = "https://api.stripe.com/v1",
    client_auth(client_secret_basic(
        encoding = "secret_as_username",
        because = "Stripe's API keys stand alone: its samples authenticate with the key and an empty password"
    )),
    grants(authorization_code, refresh_token(rotation(strict))),
    pkce(
        none,
        because = "PKCE is not documented, and api.stripe.com refuses unknown parameters (`parameter_unknown`)"
    ),
    token_request(omit(redirect_uri)),
    token_response(expires_in(default = "3600"), extra(StripeAppsExtra)),
    error_response(
        code = "/error/type",
        description = "/error/message",
        map(invalid_request = "invalid_request_error")
    )
)]
#[derive(Debug, Clone, Copy)]
pub struct StripeApps;

/// What the token answer of Connect says beyond RFC 6749.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct StripeExtra {
    /// The connected account, `acct_…`: what the header `Stripe-Account` wants beside the platform's own key.
    pub stripe_user_id: String,
    /// The publishable key of the connected account.
    pub stripe_publishable_key: Option<String>,
    /// Whether the tokens are for real money.
    pub livemode: bool,
}

/// What the token answer of Stripe Apps says beyond RFC 6749.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct StripeAppsExtra {
    /// The account, `acct_…`, in the answer to a code.
    pub stripe_user_id: Option<String>,
    /// The account, `acct_…`, in the answer to a refresh token.
    pub account_id: Option<String>,
    /// The publishable key of the account.
    pub stripe_publishable_key: Option<String>,
    /// Whether the tokens are for real money.
    pub livemode: bool,
}
