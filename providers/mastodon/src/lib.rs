#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::{Host, oauth_provider};

/// Mastodon: one instance, by its host.
#[rustfmt::skip]
#[oauth_provider(
    authorization_endpoint = "https://{instance}/oauth/authorize",
    token_endpoint = "https://{instance}/oauth/token",
    revocation_endpoint = "https://{instance}/oauth/revoke",
    userinfo_endpoint = "https://{instance}/oauth/userinfo",
    api_base = "https://{instance}/api",
    client_auth(client_secret_post, client_secret_basic),
    grants(authorization_code, client_credentials),
    custom_scopes(allowed),
    scopes(
        profile, read, write, push, follow, read_accounts = "read:accounts", read_blocks = "read:blocks",
        read_bookmarks = "read:bookmarks", read_collections = "read:collections",
        read_favourites = "read:favourites", read_filters = "read:filters", read_follows = "read:follows",
        read_lists = "read:lists", read_mutes = "read:mutes", read_notifications = "read:notifications",
        read_search = "read:search", read_statuses = "read:statuses", write_accounts = "write:accounts",
        write_blocks = "write:blocks", write_bookmarks = "write:bookmarks",
        write_collections = "write:collections", write_conversations = "write:conversations",
        write_favourites = "write:favourites", write_filters = "write:filters",
        write_follows = "write:follows", write_lists = "write:lists", write_media = "write:media",
        write_mutes = "write:mutes", write_notifications = "write:notifications",
        write_reports = "write:reports", write_statuses = "write:statuses", admin_read = "admin:read",
        admin_write = "admin:write", admin_read_accounts = "admin:read:accounts",
        admin_read_canonical_email_blocks = "admin:read:canonical_email_blocks",
        admin_read_domain_allows = "admin:read:domain_allows",
        admin_read_domain_blocks = "admin:read:domain_blocks",
        admin_read_email_domain_blocks = "admin:read:email_domain_blocks",
        admin_read_ip_blocks = "admin:read:ip_blocks", admin_read_reports = "admin:read:reports",
        admin_write_accounts = "admin:write:accounts",
        admin_write_canonical_email_blocks = "admin:write:canonical_email_blocks",
        admin_write_domain_allows = "admin:write:domain_allows",
        admin_write_domain_blocks = "admin:write:domain_blocks",
        admin_write_email_domain_blocks = "admin:write:email_domain_blocks",
        admin_write_ip_blocks = "admin:write:ip_blocks", admin_write_reports = "admin:write:reports"
    ),
    authorization_request(params(force_login(one_of(true)), lang(optional))),
    token_response(expires_in(never), extra(MastodonExtra)),
    ssrf(deny_private)
)]
#[derive(Debug, Clone)]
pub struct Mastodon {
    /// The host of the instance, such as `mastodon.social`.
    pub instance: Host,
}

/// What Mastodon's token answer says beyond RFC 6749.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
pub struct MastodonExtra {
    /// When the token was issued, in seconds since 1970.
    pub created_at: u64,
}
