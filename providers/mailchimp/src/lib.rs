#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::oauth_provider;

/// Mailchimp Marketing: audiences and campaigns.
#[oauth_provider(
    authorization_endpoint = "https://login.mailchimp.com/oauth2/authorize",
    token_endpoint = "https://login.mailchimp.com/oauth2/token",
    userinfo_endpoint = "https://login.mailchimp.com/oauth2/metadata",
    client_auth(client_secret_post),
    grants(authorization_code),
    token_response(expires_in(never, zero(never))),
    userinfo_response(api_base(member = "api_endpoint", hosts("*.api.mailchimp.com"), path = "/3.0"))
)]
#[derive(Debug, Clone, Copy)]
pub struct Mailchimp;

/// What [`Client::userinfo`](oauth_core::Client::userinfo) brings: the account, and where its API is.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct AccountMetadata {
    /// The data center, such as `us6`.
    pub dc: String,
    /// The beginning of API URLs, such as `https://us6.api.mailchimp.com`.
    pub api_endpoint: String,
    /// What the user is in the account, such as `owner`.
    pub role: Option<String>,
    /// The name of the account.
    pub accountname: Option<String>,
    /// The number of the account.
    pub user_id: Option<u64>,
    /// Where the user logs in.
    pub login_url: Option<String>,
    /// The user.
    pub login: Option<AccountLogin>,
}

/// The user of [`AccountMetadata`].
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct AccountLogin {
    /// The number of the login.
    pub login_id: Option<u64>,
    /// The name of the login.
    pub login_name: Option<String>,
    /// The e-mail address of the login.
    pub login_email: Option<String>,
    /// The e-mail address of the user.
    pub email: Option<String>,
    /// The URL of a picture.
    pub avatar: Option<String>,
}
