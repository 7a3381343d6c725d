#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::oauth_provider;

/// WeCom (企业微信): one app of a company.
#[oauth_provider(
    token_endpoint = "https://qyapi.weixin.qq.com/cgi-bin/gettoken",
    api_base = "https://qyapi.weixin.qq.com/cgi-bin",
    client_auth(client_secret_post),
    grants(client_credentials),
    client_credentials_request(
        method(get, because = "the documented request is a GET with the secret in its query"),
        rename(client_id = "corpid", client_secret = "corpsecret"),
        omit(grant_type)
    ),
    error_response(
        when(differs("/errcode", "0")),
        code = "/errcode",
        description = "/errmsg",
        map(invalid_client("40001", "40013"), temporarily_unavailable("-1", "45009"))
    ),
    bearer(query = "access_token", because = "the API reads tokens from the query only")
)]
#[derive(Debug, Clone, Copy)]
pub struct WeCom;
