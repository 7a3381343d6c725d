#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::oauth_provider;

/// Youzan: one shop, for an app of its own (自用型).
#[oauth_provider(
    token_endpoint = "https://open.youzanyun.com/auth/token",
    api_base = "https://open.youzanyun.com/api",
    client_auth(client_secret_post),
    grants(client_credentials(grant_type = "silent")),
    client_credentials_request(
        body(json),
        rename(grant_type = "authorize_type"),
        params(grant_id = "{grant_id}")
    ),
    token_response(
        root = "/data",
        fields(expires_in = "expires"),
        expires_in(unix_milliseconds),
        extra(YouzanExtra)
    ),
    error_response(when(equals("/success", "false")), code = "/code", description = "/message"),
    bearer(query = "access_token", because = "the API reads tokens from the query only")
)]
#[derive(Debug, Clone)]
pub struct Youzan {
    /// The number of the shop that uses the app (`kdt_id`).
    pub grant_id: String,
}

/// What Youzan's token answer says beyond RFC 6749.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct YouzanExtra {
    /// The number of the shop that the token is for.
    pub authority_id: Option<String>,
}
