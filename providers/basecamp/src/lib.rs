#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::oauth_provider;

/// Basecamp: projects, and the other products of 37signals that share its login.
#[oauth_provider(
    authorization_endpoint = "https://launchpad.37signals.com/authorization/new",
    token_endpoint = "https://launchpad.37signals.com/authorization/token",
    userinfo_endpoint = "https://launchpad.37signals.com/authorization.json",
    api_base = "https://3.basecampapi.com",
    client_auth(client_secret_post),
    grants(
        authorization_code(response_type = "web_server", grant_type = "web_server"),
        refresh_token(grant_type = "refresh")
    ),
    authorization_request(rename(response_type = "type")),
    token_request(rename(grant_type = "type")),
    refresh_request(rename(grant_type = "type"), send(redirect_uri)),
    bearer(headers(header("User-Agent", "{user_agent}")))
)]
#[derive(Debug, Clone)]
pub struct Basecamp {
    /// What Basecamp's API asks of every program: its name, and how to reach you, such as
    /// `Example (https://app.example/contact)`.
    pub user_agent: String,
}
