#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::{SecretText, oauth_provider};

/// Slack: apps with a bot, whose answers may hold the token of a user beside that of the bot.
#[rustfmt::skip]
#[oauth_provider(
    authorization_endpoint = "https://slack.com/oauth/v2/authorize",
    token_endpoint = "https://slack.com/api/oauth.v2.access",
    revocation_endpoint = "https://slack.com/api/auth.revoke",
    api_base = "https://slack.com/api",
    client_auth(client_secret_basic, client_secret_post, none),
    grants(authorization_code, refresh_token(rotation(strict))),
    pkce(public_clients, because = "Slack answers `pkce_not_allowed` to an app that did not opt in, and the opt-in makes it public"),
    scope_delimiter = ",",
    scopes(admin, admin_analytics_read = "admin.analytics:read",
        admin_app_activities_read = "admin.app_activities:read", admin_apps_read = "admin.apps:read",
        admin_apps_write = "admin.apps:write", admin_barriers_read = "admin.barriers:read",
        admin_barriers_write = "admin.barriers:write", admin_chat_read = "admin.chat:read",
        admin_chat_write = "admin.chat:write",
        admin_conversations_manage_objects = "admin.conversations:manage_objects",
        admin_conversations_read = "admin.conversations:read",
        admin_conversations_write = "admin.conversations:write", admin_invites_read = "admin.invites:read",
        admin_invites_write = "admin.invites:write", admin_roles_read = "admin.roles:read",
        admin_roles_write = "admin.roles:write", admin_teams_read = "admin.teams:read",
        admin_teams_write = "admin.teams:write", admin_usergroups_read = "admin.usergroups:read",
        admin_usergroups_write = "admin.usergroups:write", admin_users_read = "admin.users:read",
        admin_users_write = "admin.users:write", admin_workflows_read = "admin.workflows:read",
        admin_workflows_write = "admin.workflows:write", app_configurations_read = "app_configurations:read",
        app_configurations_write = "app_configurations:write", app_mentions_read = "app_mentions:read",
        apps_requests_write = "apps.requests:write", assistant_write = "assistant:write",
        auditlogs_read = "auditlogs:read", bookmarks_read = "bookmarks:read",
        bookmarks_write = "bookmarks:write", calls_read = "calls:read", calls_write = "calls:write",
        canvases_read = "canvases:read", canvases_write = "canvases:write",
        channels_history = "channels:history", channels_join = "channels:join",
        channels_manage = "channels:manage", channels_read = "channels:read",
        channels_write = "channels:write", channels_write_invites = "channels:write.invites",
        channels_write_topic = "channels:write.topic", chat_write = "chat:write",
        chat_write_customize = "chat:write.customize", chat_write_public = "chat:write.public", commands,
        conversations_connect_manage = "conversations.connect:manage",
        conversations_connect_read = "conversations.connect:read",
        conversations_connect_write = "conversations.connect:write", datastore_read = "datastore:read",
        datastore_write = "datastore:write", dnd_read = "dnd:read", dnd_write = "dnd:write",
        emoji_read = "emoji:read", files_read = "files:read", files_write = "files:write",
        groups_history = "groups:history", groups_read = "groups:read", groups_write = "groups:write",
        groups_write_invites = "groups:write.invites", groups_write_topic = "groups:write.topic",
        hosting_read = "hosting:read", hosting_write = "hosting:write", identity_avatar = "identity.avatar",
        identity_basic = "identity.basic", identity_email = "identity.email", identity_team = "identity.team",
        im_history = "im:history", im_read = "im:read", im_write = "im:write",
        im_write_topic = "im:write.topic", incoming_webhook = "incoming-webhook",
        links_embed_write = "links.embed:write", links_read = "links:read", links_write = "links:write",
        metadata_message_read = "metadata.message:read", mpim_history = "mpim:history",
        mpim_read = "mpim:read", mpim_write = "mpim:write", mpim_write_topic = "mpim:write.topic",
        pins_read = "pins:read", pins_write = "pins:write", reactions_read = "reactions:read",
        reactions_write = "reactions:write", reminders_read = "reminders:read",
        reminders_write = "reminders:write", remote_files_read = "remote_files:read",
        remote_files_share = "remote_files:share", remote_files_write = "remote_files:write",
        search_read = "search:read", search_read_enterprise = "search:read.enterprise",
        search_read_files = "search:read.files", search_read_im = "search:read.im",
        search_read_mpim = "search:read.mpim", search_read_private = "search:read.private",
        search_read_public = "search:read.public", search_read_users = "search:read.users",
        stars_read = "stars:read", stars_write = "stars:write", team_billing_read = "team.billing:read",
        team_preferences_read = "team.preferences:read", team_read = "team:read",
        tokens_basic = "tokens.basic", triggers_read = "triggers:read", triggers_write = "triggers:write",
        usergroups_read = "usergroups:read", usergroups_write = "usergroups:write",
        users_profile_read = "users.profile:read", users_profile_write = "users.profile:write",
        users_read = "users:read", users_read_email = "users:read.email", users_write = "users:write",
        workflow_steps_execute = "workflow.steps:execute",
        workflows_templates_read = "workflows.templates:read",
        workflows_templates_write = "workflows.templates:write"),
    custom_scopes(allowed),
    authorization_request(params(user_scope(scopes), team(optional))),
    token_response(expires_in(never), token_type(alias("bot", "user")), also(user = "/authed_user"), extra(Installation)),
    revocation_request(auth(bearer), omit(token)),
    error_response(when(equals("/ok", "false")), map(invalid_client("invalid_client_id", "bad_client_secret"),
        invalid_grant("invalid_code", "code_already_used", "invalid_code_verifier", "invalid_refresh_token", "bad_redirect_uri"),
        unsupported_grant_type = "invalid_grant_type", invalid_scope = "no_scopes",
        temporarily_unavailable("service_unavailable", "ratelimited"), server_error("internal_error", "fatal_error")))
)]
#[derive(Debug, Clone, Copy)]
pub struct Slack;

/// Slack: apps without a bot, which ask for the token of a user alone.
#[rustfmt::skip]
#[oauth_provider(
    authorization_endpoint = "https://slack.com/oauth/v2/authorize",
    token_endpoint = "https://slack.com/api/oauth.v2.access",
    revocation_endpoint = "https://slack.com/api/auth.revoke",
    api_base = "https://slack.com/api",
    client_auth(client_secret_basic, client_secret_post, none),
    grants(authorization_code, refresh_token(rotation(strict))),
    pkce(public_clients, because = "Slack answers `pkce_not_allowed` to an app that did not opt in, and the opt-in makes it public"),
    scope_delimiter = ",",
    scopes(admin, admin_analytics_read = "admin.analytics:read",
        admin_app_activities_read = "admin.app_activities:read", admin_apps_read = "admin.apps:read",
        admin_apps_write = "admin.apps:write", admin_barriers_read = "admin.barriers:read",
        admin_barriers_write = "admin.barriers:write", admin_chat_read = "admin.chat:read",
        admin_chat_write = "admin.chat:write",
        admin_conversations_manage_objects = "admin.conversations:manage_objects",
        admin_conversations_read = "admin.conversations:read",
        admin_conversations_write = "admin.conversations:write", admin_invites_read = "admin.invites:read",
        admin_invites_write = "admin.invites:write", admin_roles_read = "admin.roles:read",
        admin_roles_write = "admin.roles:write", admin_teams_read = "admin.teams:read",
        admin_teams_write = "admin.teams:write", admin_usergroups_read = "admin.usergroups:read",
        admin_usergroups_write = "admin.usergroups:write", admin_users_read = "admin.users:read",
        admin_users_write = "admin.users:write", admin_workflows_read = "admin.workflows:read",
        admin_workflows_write = "admin.workflows:write", app_configurations_read = "app_configurations:read",
        app_configurations_write = "app_configurations:write", apps_requests_write = "apps.requests:write",
        auditlogs_read = "auditlogs:read", bookmarks_read = "bookmarks:read",
        bookmarks_write = "bookmarks:write", calls_read = "calls:read", calls_write = "calls:write",
        canvases_read = "canvases:read", canvases_write = "canvases:write",
        channels_history = "channels:history", channels_read = "channels:read",
        channels_write = "channels:write", channels_write_invites = "channels:write.invites",
        channels_write_topic = "channels:write.topic", chat_write = "chat:write", commands,
        dnd_read = "dnd:read", dnd_write = "dnd:write", emoji_read = "emoji:read", files_read = "files:read",
        files_write = "files:write", groups_history = "groups:history", groups_read = "groups:read",
        groups_write = "groups:write", groups_write_invites = "groups:write.invites",
        groups_write_topic = "groups:write.topic", hosting_read = "hosting:read",
        hosting_write = "hosting:write", identity_avatar = "identity.avatar",
        identity_basic = "identity.basic", identity_email = "identity.email", identity_team = "identity.team",
        im_history = "im:history", im_read = "im:read", im_write = "im:write",
        im_write_topic = "im:write.topic", incoming_webhook = "incoming-webhook",
        links_embed_write = "links.embed:write", links_read = "links:read", links_write = "links:write",
        mpim_history = "mpim:history", mpim_read = "mpim:read", mpim_write = "mpim:write",
        mpim_write_topic = "mpim:write.topic", pins_read = "pins:read", pins_write = "pins:write",
        reactions_read = "reactions:read", reactions_write = "reactions:write",
        reminders_read = "reminders:read", reminders_write = "reminders:write",
        remote_files_read = "remote_files:read", remote_files_share = "remote_files:share",
        search_read = "search:read", search_read_files = "search:read.files",
        search_read_im = "search:read.im", search_read_mpim = "search:read.mpim",
        search_read_private = "search:read.private", search_read_public = "search:read.public",
        search_read_users = "search:read.users", stars_read = "stars:read", stars_write = "stars:write",
        team_billing_read = "team.billing:read", team_preferences_read = "team.preferences:read",
        team_read = "team:read", tokens_basic = "tokens.basic", triggers_read = "triggers:read",
        triggers_write = "triggers:write", usergroups_read = "usergroups:read",
        usergroups_write = "usergroups:write", users_profile_read = "users.profile:read",
        users_profile_write = "users.profile:write", users_read = "users:read",
        users_read_email = "users:read.email", users_write = "users:write",
        workflows_templates_read = "workflows.templates:read",
        workflows_templates_write = "workflows.templates:write"),
    custom_scopes(allowed),
    authorization_request(rename(scope = "user_scope"), params(team(optional))),
    token_response(root = "/authed_user", expires_in(never), token_type(alias("user")), extra(AuthedUser)),
    refresh_response(root = ""),
    revocation_request(auth(bearer), omit(token)),
    error_response(when(equals("/ok", "false")), map(invalid_client("invalid_client_id", "bad_client_secret"),
        invalid_grant("invalid_code", "code_already_used", "invalid_code_verifier", "invalid_refresh_token", "bad_redirect_uri"),
        unsupported_grant_type = "invalid_grant_type", invalid_scope = "no_scopes",
        temporarily_unavailable("service_unavailable", "ratelimited"), server_error("internal_error", "fatal_error")))
)]
#[derive(Debug, Clone, Copy)]
pub struct SlackUser;

/// Sign in with Slack: who the user is, by OpenID Connect.
#[rustfmt::skip]
#[oauth_provider(
    authorization_endpoint = "https://slack.com/openid/connect/authorize",
    token_endpoint = "https://slack.com/api/openid.connect.token",
    userinfo_endpoint = "https://slack.com/api/openid.connect.userInfo",
    client_auth(client_secret_basic, client_secret_post, none),
    grants(authorization_code),
    pkce(public_clients, because = "Slack answers `pkce_not_allowed` to an app that did not opt in, and the opt-in makes it public"),
    scopes(openid, email, profile),
    authorization_request(params(team(optional))),
    token_response(expires_in(never)),
    error_response(when(equals("/ok", "false")), map(invalid_client("invalid_client_id", "bad_client_secret"),
        invalid_grant("invalid_code", "code_already_used", "invalid_code_verifier", "invalid_refresh_token", "bad_redirect_uri"),
        unsupported_grant_type = "invalid_grant_type", invalid_scope = "no_scopes",
        temporarily_unavailable("service_unavailable", "ratelimited"), server_error("internal_error", "fatal_error")))
)]
#[derive(Debug, Clone, Copy)]
pub struct SlackSignIn;

/// Where the app was installed, and by whom.
#[derive(Debug, Clone, serde::Deserialize)]
pub struct Installation {
    /// The app.
    pub app_id: Option<String>,
    /// The workspace; none where the app was installed for a whole organization.
    pub team: Option<Place>,
    /// The Enterprise organization, if the workspace belongs to one.
    pub enterprise: Option<Place>,
    /// Whether the app was installed for a whole organization.
    pub is_enterprise_install: Option<bool>,
    /// The user that is the app's bot.
    pub bot_user_id: Option<String>,
    /// Who installed the app. A refresh does not say.
    pub authed_user: Option<AuthedUser>,
    /// The webhook, with the scope `incoming-webhook`.
    pub incoming_webhook: Option<IncomingWebhook>,
}

/// A workspace or an organization.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct Place {
    /// Its identifier, such as `T…` or `E…`.
    pub id: String,
    /// Its name.
    pub name: Option<String>,
}

/// The user who installed the app.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct AuthedUser {
    /// The identifier of the user, such as `U…`. A refresh does not say.
    pub id: Option<String>,
}

/// A webhook that posts to one channel.
#[derive(Debug, Clone, serde::Deserialize)]
pub struct IncomingWebhook {
    /// Where to post to. Whoever knows it can post.
    pub url: SecretText,
    /// The name of the channel.
    pub channel: Option<String>,
    /// The identifier of the channel.
    pub channel_id: Option<String>,
    /// Where people change it.
    pub configuration_url: Option<String>,
}
