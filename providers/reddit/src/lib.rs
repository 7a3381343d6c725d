#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::oauth_provider;

/// Reddit, for web apps and script apps: those with a secret.
#[rustfmt::skip]
#[oauth_provider(
    authorization_endpoint = "https://www.reddit.com/api/v1/authorize",
    token_endpoint = "https://www.reddit.com/api/v1/access_token",
    revocation_endpoint = "https://www.reddit.com/api/v1/revoke_token",
    userinfo_endpoint = "https://oauth.reddit.com/api/v1/me",
    api_base = "https://oauth.reddit.com",
    client_auth(client_secret_basic),
    grants(authorization_code, refresh_token, client_credentials,
        password(because = "script apps act for their own developer, and have no other login without a browser")),
    scopes(account, announcements, creddits, edit, flair, history, identity, livemanage, modconfig,
        modcontributors, modflair, modlog, modmail, modnote, modothers, modposts, modself, modtraffic,
        modwiki, mysubreddits, privatemessages, read, report, save, structuredstyles, submit, subscribe,
        vote, wikiedit, wikiread, adsread, adsedit, all = "*"),
    custom_scopes(allowed),
    authorization_request(params(duration(one_of(temporary, permanent)))),
    token_request(headers(header("User-Agent", "{user_agent}"))),
    password_request(params(otp(optional))),
    revocation_request(headers(header("User-Agent", "{user_agent}"))),
    error_response(map(invalid_grant = "400", invalid_client = "401")),
    bearer(headers(header("User-Agent", "{user_agent}")))
)]
#[derive(Debug, Clone)]
pub struct Reddit {
    /// What Reddit asks of every program, such as `linux:org.example.app:1.0 (by /u/name)`.
    pub user_agent: String,
}

/// Reddit, for installed apps: those without a secret.
#[rustfmt::skip]
#[oauth_provider(
    authorization_endpoint = "https://www.reddit.com/api/v1/authorize",
    token_endpoint = "https://www.reddit.com/api/v1/access_token",
    revocation_endpoint = "https://www.reddit.com/api/v1/revoke_token",
    userinfo_endpoint = "https://oauth.reddit.com/api/v1/me",
    api_base = "https://oauth.reddit.com",
    client_auth(none(basic)),
    grants(authorization_code, refresh_token,
        client_credentials(client_auth(none(basic)),
            grant_type = "https://oauth.reddit.com/grants/installed_client")),
    scopes(account, announcements, creddits, edit, flair, history, identity, livemanage, modconfig,
        modcontributors, modflair, modlog, modmail, modnote, modothers, modposts, modself, modtraffic,
        modwiki, mysubreddits, privatemessages, read, report, save, structuredstyles, submit, subscribe,
        vote, wikiedit, wikiread, adsread, adsedit, all = "*"),
    custom_scopes(allowed),
    authorization_request(params(duration(one_of(temporary, permanent)))),
    token_request(headers(header("User-Agent", "{user_agent}"))),
    client_credentials_request(params(device_id(required))),
    revocation_request(headers(header("User-Agent", "{user_agent}"))),
    error_response(map(invalid_grant = "400", invalid_client = "401")),
    bearer(headers(header("User-Agent", "{user_agent}")))
)]
#[derive(Debug, Clone)]
pub struct RedditInstalled {
    /// What Reddit asks of every program, such as `linux:org.example.app:1.0 (by /u/name)`.
    pub user_agent: String,
}
