#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::{SecretText, oauth_provider};

/// Xiaomi: login by a Mi Account, and what is kept in it.
#[rustfmt::skip]
#[oauth_provider(
    authorization_endpoint = "https://account.xiaomi.com/oauth2/authorize",
    token_endpoint = "https://account.xiaomi.com/oauth2/token",
    userinfo_endpoint = "https://open.account.xiaomi.com/user/profile",
    api_base = "https://open.account.xiaomi.com",
    client_auth(client_secret_post),
    grants(authorization_code, refresh_token(rotation(strict))),
    scopes(profile = "1", relation = "2", open_id = "3", phone = "4", email = "6", router = "1000",
        contacts = "2000", mi_home = "6000", yellow_pages = "7000", gallery = "11000", app_data = "12001",
        fitness = "13002", coupon = "16000"),
    authorization_request(params(skip_confirm(one_of(yes = "true")))),
    token_request(method(get, because = "the documented request is a GET with the secret in its query")),
    refresh_request(send(redirect_uri)),
    callback(map(access_denied = "96012", invalid_request("96002", "96010"), invalid_scope = "96007",
        unauthorized_client("96001", "96003", "96005"), unsupported_response_type = "96011")),
    token_response(format(json_of_any_type), prefix = "&&&START&&&", token_type(alias("mac")), extra(XiaomiExtra)),
    error_response(map(access_denied = "96012", invalid_client("96001", "96003"),
        invalid_grant("96004", "96009", "96013"), invalid_request("96002", "96010"), invalid_scope = "96007",
        invalid_token = "96008", unauthorized_client = "96005", unsupported_grant_type = "96006")),
    userinfo_request(query(clientId = "{client_id}")),
    bearer(query = "token", because = "the API reads tokens from the query only")
)]
#[derive(Debug, Clone, Copy)]
pub struct Xiaomi;

/// What Xiaomi's token answer says beyond RFC 6749.
#[derive(Debug, Clone, serde::Deserialize)]
pub struct XiaomiExtra {
    /// The user, as this application knows them.
    #[serde(rename = "openId")]
    pub open_id: Option<String>,
    /// The key for the APIs that want a signature. It is good for as long as the access token.
    pub mac_key: Option<SecretText>,
    /// How that signature is made: `HmacSha1`.
    pub mac_algorithm: Option<String>,
}
