#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::oauth_provider;

/// WeChat: login to a website by a QR code.
#[oauth_provider(
    authorization_endpoint = "https://open.weixin.qq.com/connect/qrconnect",
    token_endpoint = "https://api.weixin.qq.com/sns/oauth2/access_token",
    refresh_endpoint = "https://api.weixin.qq.com/sns/oauth2/refresh_token",
    api_base = "https://api.weixin.qq.com",
    client_auth(client_secret_post),
    grants(authorization_code(default_scopes(snsapi_login)), refresh_token),
    scope_delimiter = ",",
    scopes(snsapi_login),
    pkce(none, because = "the authorization page matches its parameters against a strict pattern"),
    authorization_request(
        rename(client_id = "appid"),
        params(lang(one_of(cn, en))),
        fragment = "wechat_redirect"
    ),
    token_request(
        method(get, because = "the documented request is a GET with the secret in its query"),
        rename(client_id = "appid", client_secret = "secret"),
        omit(redirect_uri)
    ),
    refresh_request(auth(client_id)),
    callback(no_code(access_denied)),
    token_response(format(json_of_any_type), extra(WeChatExtra)),
    error_response(
        when(differs("/errcode", "0")),
        code = "/errcode",
        description = "/errmsg",
        map(
            invalid_grant("40029", "40030", "40163", "42002", "42003"),
            invalid_client("40001", "40013", "40125"),
            invalid_request("41002", "41003", "41004", "41008"),
            invalid_scope = "10005",
            unauthorized_client = "48001",
            unsupported_grant_type = "40002",
            temporarily_unavailable("-1", "45009", "45011")
        )
    ),
    bearer(query = "access_token", because = "the API reads tokens from the query only")
)]
#[derive(Debug, Clone, Copy)]
pub struct WeChat;

/// WeChat for pages that an official account shows inside the app.
#[oauth_provider(
    authorization_endpoint = "https://open.weixin.qq.com/connect/oauth2/authorize",
    token_endpoint = "https://api.weixin.qq.com/sns/oauth2/access_token",
    refresh_endpoint = "https://api.weixin.qq.com/sns/oauth2/refresh_token",
    api_base = "https://api.weixin.qq.com",
    client_auth(client_secret_post),
    grants(authorization_code(default_scopes(snsapi_base)), refresh_token),
    scope_delimiter = ",",
    scopes(snsapi_base, snsapi_userinfo),
    pkce(none, because = "the authorization page matches its parameters against a strict pattern"),
    authorization_request(
        rename(client_id = "appid"),
        params(
            force_popup(one_of(yes = "true"), name = "forcePopup"),
            force_snap_shot(one_of(yes = "true"), name = "forceSnapShot")
        ),
        fragment = "wechat_redirect"
    ),
    token_request(
        method(get, because = "the documented request is a GET with the secret in its query"),
        rename(client_id = "appid", client_secret = "secret"),
        omit(redirect_uri)
    ),
    refresh_request(auth(client_id)),
    token_response(format(json_of_any_type), extra(WeChatExtra)),
    error_response(
        when(differs("/errcode", "0")),
        code = "/errcode",
        description = "/errmsg",
        map(
            invalid_grant("40029", "40030", "40163", "42002", "42003"),
            invalid_client("40001", "40013", "40125"),
            invalid_request("41002", "41003", "41004", "41008"),
            invalid_scope = "10005",
            unauthorized_client = "48001",
            unsupported_grant_type = "40002",
            temporarily_unavailable("-1", "45009", "45011")
        )
    ),
    bearer(query = "access_token", because = "the API reads tokens from the query only")
)]
#[derive(Debug, Clone, Copy)]
pub struct WeChatOfficialAccount;

/// What WeChat's token answer says beyond RFC 6749.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct WeChatExtra {
    /// The user, as this app knows them.
    pub openid: String,
    /// The user, as all apps of one Open Platform account know them.
    pub unionid: Option<String>,
    /// `1` for the shared identity of a page in snapshot mode; official accounts only.
    pub is_snapshotuser: Option<u8>,
}
