#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::oauth_provider;

/// QQ Connect: login to a website by a QQ account.
#[rustfmt::skip]
#[oauth_provider(
    authorization_endpoint = "https://graph.qq.com/oauth2.0/authorize",
    token_endpoint = "https://graph.qq.com/oauth2.0/token",
    userinfo_endpoint = "https://graph.qq.com/oauth2.0/me",
    api_base = "https://graph.qq.com",
    client_auth(client_secret_post),
    grants(authorization_code, refresh_token(rotation(strict))),
    scope_delimiter = ",",
    scopes(get_user_info, list_album, upload_pic),
    authorization_request(params(display(one_of(mobile)))),
    token_request(method(get, because = "the documented request is a GET"), params(fmt = "json", need_openid = "1")),
    refresh_request(params(fmt = "json")),
    token_response(format(json_or_form), extra(QqExtra)),
    error_response(map(invalid_client("100008", "100009"), invalid_grant("100019", "100020", "100021"),
        invalid_request("100001", "100002", "100005", "100006", "100010"), unsupported_grant_type = "100004")),
    callback(map(invalid_request("100000", "100001", "100010"), unauthorized_client("100008", "100011"))),
    userinfo_request(query(fmt = "json")),
    bearer(query = "access_token", because = "the API reads tokens from the query only")
)]
#[derive(Debug, Clone, Copy)]
pub struct Qq;

/// What the token answer of QQ Connect says beyond RFC 6749.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct QqExtra {
    /// The user, as this application knows them. Calls of the API name it.
    pub openid: Option<String>,
}
