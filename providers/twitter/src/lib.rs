#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::oauth_provider;

/// X, formerly Twitter: version 2 of the API, for users.
#[rustfmt::skip]
#[oauth_provider(
    authorization_endpoint = "https://x.com/i/oauth2/authorize",
    token_endpoint = "https://api.x.com/2/oauth2/token",
    revocation_endpoint = "https://api.x.com/2/oauth2/revoke",
    userinfo_endpoint = "https://api.x.com/2/users/me",
    api_base = "https://api.x.com/2",
    client_auth(client_secret_basic, none),
    grants(authorization_code, refresh_token(rotation(strict), offline_scope(offline_access))),
    pkce(required),
    scopes(tweet_read = "tweet.read", tweet_write = "tweet.write",
        tweet_moderate_write = "tweet.moderate.write", users_email = "users.email", users_read = "users.read",
        follows_read = "follows.read", follows_write = "follows.write", offline_access = "offline.access",
        space_read = "space.read", mute_read = "mute.read", mute_write = "mute.write",
        like_read = "like.read", like_write = "like.write", list_read = "list.read",
        list_write = "list.write", block_read = "block.read", block_write = "block.write",
        bookmark_read = "bookmark.read", bookmark_write = "bookmark.write", dm_read = "dm.read",
        dm_write = "dm.write", media_write = "media.write", timeline_read = "timeline.read",
        broadcast_read = "broadcast.read", broadcast_write = "broadcast.write", ads_read = "ads.read",
        ads_write = "ads.write"),
    custom_scopes(allowed),
    error_response(map(invalid_grant = "invalid_request"))
)]
#[derive(Debug, Clone, Copy)]
pub struct Twitter;
