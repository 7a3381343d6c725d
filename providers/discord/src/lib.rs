#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::{SecretText, oauth_provider};

/// Discord: servers, voice and chat.
#[rustfmt::skip]
#[oauth_provider(
    issuer = "https://discord.com",
    authorization_endpoint = "https://discord.com/oauth2/authorize",
    token_endpoint = "https://discord.com/api/oauth2/token",
    revocation_endpoint = "https://discord.com/api/oauth2/token/revoke",
    userinfo_endpoint = "https://discord.com/api/oauth2/userinfo",
    api_base = "https://discord.com/api/v10",
    client_auth(client_secret_basic, client_secret_post, none),
    grants(authorization_code, refresh_token(rotation(strict)), client_credentials),
    scopes(activities_read = "activities.read", activities_write = "activities.write",
        applications_builds_read = "applications.builds.read",
        applications_builds_upload = "applications.builds.upload",
        applications_commands = "applications.commands",
        applications_commands_update = "applications.commands.update",
        applications_commands_permissions_update = "applications.commands.permissions.update",
        applications_entitlements = "applications.entitlements",
        applications_store_update = "applications.store.update", bot, connections,
        dm_channels_read = "dm_channels.read", email, gdm_join = "gdm.join", guilds,
        guilds_join = "guilds.join", guilds_members_read = "guilds.members.read", identify,
        identify_premium = "identify.premium", messages_read = "messages.read",
        relationships_read = "relationships.read", role_connections_write = "role_connections.write", rpc,
        rpc_activities_write = "rpc.activities.write", rpc_notifications_read = "rpc.notifications.read",
        rpc_voice_read = "rpc.voice.read", rpc_voice_write = "rpc.voice.write", voice,
        webhook_incoming = "webhook.incoming", openid,
        sdk_social_layer_presence = "sdk.social_layer_presence", sdk_social_layer = "sdk.social_layer"),
    custom_scopes(allowed),
    authorization_request(params(prompt(one_of(consent, none)), integration_type(one_of(guild = "0", user = "1")),
        permissions(optional), guild_id(optional), disable_guild_select(one_of(true, false)))),
    callback(capture(joined_guild_id = "guild_id", granted_permissions = "permissions")),
    token_response(extra(DiscordExtra))
)]
#[derive(Debug, Clone, Copy)]
pub struct Discord;

/// What Discord's token answer says beyond RFC 6749.
#[derive(Debug, Clone, serde::Deserialize)]
pub struct DiscordExtra {
    /// The guild that the bot joined, with the scope `bot`.
    pub guild: Option<Guild>,
    /// The webhook that was made, with the scope `webhook.incoming`.
    pub webhook: Option<Webhook>,
}

/// A guild, which people call a server.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct Guild {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The hash of its icon.
    pub icon: Option<String>,
    /// Who owns it.
    pub owner_id: Option<String>,
}

/// A webhook that posts to one channel.
#[derive(Debug, Clone, serde::Deserialize)]
pub struct Webhook {
    /// Its identifier.
    pub id: String,
    /// What it authenticates by. Whoever knows it can post.
    pub token: Option<SecretText>,
    /// Where to post to, with the token in it.
    pub url: Option<SecretText>,
    /// The name that it posts under.
    pub name: Option<String>,
    /// The hash of its avatar.
    pub avatar: Option<String>,
    /// The channel that it posts to.
    pub channel_id: Option<String>,
    /// The guild of that channel.
    pub guild_id: Option<String>,
    /// The application that made it.
    pub application_id: Option<String>,
    /// Its kind; 1 is an incoming webhook.
    #[serde(rename = "type")]
    pub kind: u8,
}
