#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::oauth_provider;

/// Twitch: live streams, channels and chats.
#[rustfmt::skip]
#[oauth_provider(
    issuer = "https://id.twitch.tv/oauth2",
    authorization_endpoint = "https://id.twitch.tv/oauth2/authorize",
    token_endpoint = "https://id.twitch.tv/oauth2/token",
    revocation_endpoint = "https://id.twitch.tv/oauth2/revoke",
    introspection_endpoint = "https://id.twitch.tv/oauth2/validate",
    userinfo_endpoint = "https://id.twitch.tv/oauth2/userinfo",
    api_base = "https://api.twitch.tv/helix",
    client_auth(client_secret_post),
    grants(authorization_code, refresh_token, client_credentials),
    scopes(openid, analytics_read_extensions = "analytics:read:extensions",
        analytics_read_games = "analytics:read:games", bits_read = "bits:read", channel_bot = "channel:bot",
        channel_edit_commercial = "channel:edit:commercial", channel_manage_ads = "channel:manage:ads",
        channel_manage_broadcast = "channel:manage:broadcast", channel_manage_clips = "channel:manage:clips",
        channel_manage_extensions = "channel:manage:extensions",
        channel_manage_guest_star = "channel:manage:guest_star",
        channel_manage_moderators = "channel:manage:moderators",
        channel_manage_polls = "channel:manage:polls",
        channel_manage_predictions = "channel:manage:predictions",
        channel_manage_raids = "channel:manage:raids",
        channel_manage_redemptions = "channel:manage:redemptions",
        channel_manage_schedule = "channel:manage:schedule", channel_manage_videos = "channel:manage:videos",
        channel_manage_vips = "channel:manage:vips", channel_moderate = "channel:moderate",
        channel_read_ads = "channel:read:ads", channel_read_charity = "channel:read:charity",
        channel_read_editors = "channel:read:editors", channel_read_goals = "channel:read:goals",
        channel_read_guest_star = "channel:read:guest_star",
        channel_read_hype_train = "channel:read:hype_train", channel_read_polls = "channel:read:polls",
        channel_read_predictions = "channel:read:predictions",
        channel_read_redemptions = "channel:read:redemptions",
        channel_read_stream_key = "channel:read:stream_key",
        channel_read_subscriptions = "channel:read:subscriptions", channel_read_vips = "channel:read:vips",
        chat_edit = "chat:edit", chat_read = "chat:read", clips_edit = "clips:edit",
        editor_manage_clips = "editor:manage:clips", moderation_read = "moderation:read",
        moderator_manage_announcements = "moderator:manage:announcements",
        moderator_manage_automod = "moderator:manage:automod",
        moderator_manage_automod_settings = "moderator:manage:automod_settings",
        moderator_manage_banned_users = "moderator:manage:banned_users",
        moderator_manage_blocked_terms = "moderator:manage:blocked_terms",
        moderator_manage_chat_messages = "moderator:manage:chat_messages",
        moderator_manage_chat_settings = "moderator:manage:chat_settings",
        moderator_manage_guest_star = "moderator:manage:guest_star",
        moderator_manage_shield_mode = "moderator:manage:shield_mode",
        moderator_manage_shoutouts = "moderator:manage:shoutouts",
        moderator_manage_suspicious_users = "moderator:manage:suspicious_users",
        moderator_manage_unban_requests = "moderator:manage:unban_requests",
        moderator_manage_warnings = "moderator:manage:warnings",
        moderator_read_automod_settings = "moderator:read:automod_settings",
        moderator_read_banned_users = "moderator:read:banned_users",
        moderator_read_blocked_terms = "moderator:read:blocked_terms",
        moderator_read_chat_messages = "moderator:read:chat_messages",
        moderator_read_chat_settings = "moderator:read:chat_settings",
        moderator_read_chatters = "moderator:read:chatters",
        moderator_read_followers = "moderator:read:followers",
        moderator_read_guest_star = "moderator:read:guest_star",
        moderator_read_moderators = "moderator:read:moderators",
        moderator_read_shield_mode = "moderator:read:shield_mode",
        moderator_read_shoutouts = "moderator:read:shoutouts",
        moderator_read_suspicious_users = "moderator:read:suspicious_users",
        moderator_read_unban_requests = "moderator:read:unban_requests",
        moderator_read_vips = "moderator:read:vips", moderator_read_warnings = "moderator:read:warnings",
        user_bot = "user:bot", user_edit = "user:edit", user_edit_broadcast = "user:edit:broadcast",
        user_manage_blocked_users = "user:manage:blocked_users",
        user_manage_chat_color = "user:manage:chat_color", user_manage_whispers = "user:manage:whispers",
        user_read_blocked_users = "user:read:blocked_users", user_read_broadcast = "user:read:broadcast",
        user_read_chat = "user:read:chat", user_read_email = "user:read:email",
        user_read_emotes = "user:read:emotes", user_read_follows = "user:read:follows",
        user_read_moderated_channels = "user:read:moderated_channels",
        user_read_subscriptions = "user:read:subscriptions", user_read_whispers = "user:read:whispers",
        user_write_chat = "user:write:chat", whispers_read = "whispers:read", channel_subscriptions,
        user_edit_follows = "user:edit:follows", whispers_edit = "whispers:edit"),
    authorization_request(params(force_verify(one_of(true, false)))),
    revocation_request(auth(client_id), tokens(access_token)),
    introspection_request(method(get), auth(bearer), omit(token)),
    introspection_response(active(status), fields(scope = "scopes", username = "login", sub = "user_id", exp = "expires_in"),
        exp(seconds, zero(never)), extra(Validation)),
    error_response(code = "message", description = "message", map(invalid_token = "Invalid token",
        invalid_grant("Invalid refresh token", "Invalid authorization code"),
        invalid_client("invalid client", "invalid client secret", "client does not exist"))),
    bearer(headers(header("Client-Id", "{client_id}")))
)]
#[derive(Debug, Clone, Copy)]
pub struct Twitch;

/// What Twitch says of a valid token.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct Validation {
    /// The name of the user; none for a token of the application.
    pub login: Option<String>,
    /// The identifier of the user; none for a token of the application.
    pub user_id: Option<String>,
    /// The scopes of the token.
    pub scopes: Option<Vec<String>>,
    /// For how many seconds the token is still good; `0` for an old one that does not expire.
    pub expires_in: u64,
}
