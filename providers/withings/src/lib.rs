#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::oauth_provider;

/// Withings: scales, watches and other devices that measure health.
#[oauth_provider(
    authorization_endpoint = "https://account.withings.com/oauth2_user/authorize2",
    token_endpoint = "https://wbsapi.withings.net/v2/oauth2",
    api_base = "https://wbsapi.withings.net",
    client_auth(client_secret_post),
    grants(authorization_code, refresh_token(rotation(strict))),
    scope_delimiter = ",",
    scopes(
        user_info = "user.info",
        user_metrics = "user.metrics",
        user_activity = "user.activity",
        user_sleepevents = "user.sleepevents"
    ),
    authorization_request(params(mode(one_of(demo)))),
    token_request(params(action = "requesttoken")),
    token_response(root = "/body", extra(WithingsExtra)),
    error_response(
        when(differs("/status", "0")),
        code = "/status",
        description = "/error",
        map(
            invalid_grant("100", "101", "102", "200", "401"),
            invalid_request = "503",
            unauthorized_client("214", "277", "2553", "2554", "2555"),
            temporarily_unavailable("522", "601")
        )
    )
)]
#[derive(Debug, Clone, Copy)]
pub struct Withings;

/// What Withings' token answer says beyond RFC 6749.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct WithingsExtra {
    /// The user.
    pub userid: UserId,
}

/// The identifier of a user, which comes as a number or as a text.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
#[serde(untagged)]
pub enum UserId {
    /// As a JSON number.
    Number(u64),
    /// As a JSON string of digits.
    Text(String),
}
