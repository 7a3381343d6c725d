#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::oauth_provider;

/// Toggl Plan: who of a team does what, and when.
#[oauth_provider(
    authorization_endpoint = "https://plan.toggl.com/oauth/login",
    token_endpoint = "https://api.plan.toggl.com/api/v5/authenticate/token",
    userinfo_endpoint = "https://api.plan.toggl.com/api/v5/me",
    api_base = "https://api.plan.toggl.com/api/v5",
    client_auth(client_secret_basic),
    grants(
        authorization_code,
        refresh_token,
        password(because = "Toggl Plan documents it for applications that can keep a password")
    ),
    token_request(send(client_id))
)]
#[derive(Debug, Clone, Copy)]
pub struct TogglPlan;
