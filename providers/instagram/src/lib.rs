#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::oauth_provider;

/// Instagram: professional accounts, by the Instagram API with Instagram Login.
#[oauth_provider(
    authorization_endpoint = "https://www.instagram.com/oauth/authorize",
    token_endpoint = "https://api.instagram.com/oauth/access_token",
    long_lived_token_endpoint = "https://graph.instagram.com/access_token",
    refresh_endpoint = "https://graph.instagram.com/refresh_access_token",
    userinfo_endpoint = "https://graph.instagram.com/me?fields=user_id,username",
    api_base = "https://graph.instagram.com",
    client_auth(client_secret_post),
    grants(
        authorization_code,
        long_lived_token(grant_type = "ig_exchange_token"),
        access_token_refresh(grant_type = "ig_refresh_token")
    ),
    scope_delimiter = ",",
    scope_prefix = "instagram_business_",
    scopes(basic, content_publish, manage_comments, manage_messages, manage_insights),
    authorization_request(params(force_reauth(one_of(yes = "true")))),
    long_lived_token_request(method(get, because = "the documented calls are GETs"), omit(client_id)),
    refresh_request(method(get, because = "the documented calls are GETs"), auth(nothing)),
    token_response(
        root("/data/0", ""),
        fields(scope = "permissions"),
        expires_in(default = "3600"),
        extra(InstagramExtra)
    ),
    error_response(
        code("/error_type", "/error/code"),
        description("/error_message", "/error/message"),
        map(
            invalid_grant("OAuthException", "190"),
            invalid_client = "101",
            unauthorized_client = "OAuthForbiddenException",
            temporarily_unavailable("OAuthRateLimitException", "4")
        )
    )
)]
#[derive(Debug, Clone, Copy)]
pub struct Instagram;

/// What Instagram's token answer says beyond RFC 6749.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct InstagramExtra {
    /// The professional account; in the answer to a code only.
    pub user_id: Option<UserId>,
}

/// The identifier of an account, which comes as a number or as a text.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
#[serde(untagged)]
pub enum UserId {
    /// As a JSON number, which may be larger than 2^53.
    Number(u64),
    /// As a JSON string of digits.
    Text(String),
}
