#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::oauth_provider;

/// Figma: designs, comments and components.
#[rustfmt::skip]
#[oauth_provider(
    authorization_endpoint = "https://www.figma.com/oauth",
    token_endpoint = "https://api.figma.com/v1/oauth/token",
    refresh_endpoint = "https://api.figma.com/v1/oauth/refresh",
    userinfo_endpoint = "https://api.figma.com/v1/me",
    api_base = "https://api.figma.com/v1",
    client_auth(client_secret_basic),
    grants(authorization_code, refresh_token(rotation(none))),
    scopes(current_user_read = "current_user:read", file_comments_read = "file_comments:read",
        file_comments_write = "file_comments:write", file_content_read = "file_content:read",
        file_dev_resources_read = "file_dev_resources:read",
        file_dev_resources_write = "file_dev_resources:write", file_metadata_read = "file_metadata:read",
        file_variables_read = "file_variables:read", file_variables_write = "file_variables:write",
        file_versions_read = "file_versions:read", files_read = "files:read",
        library_analytics_read = "library_analytics:read", library_assets_read = "library_assets:read",
        library_content_read = "library_content:read", org_activity_log_read = "org:activity_log_read",
        org_ai_metering_usage_read = "org:ai_metering_usage_read",
        org_developer_log_read = "org:developer_log_read", org_discovery_read = "org:discovery_read",
        project_metadata_read = "project_metadata:read", projects_read = "projects:read",
        selections_read = "selections:read", team_library_content_read = "team_library_content:read",
        webhooks_read = "webhooks:read", webhooks_write = "webhooks:write"),
    refresh_request(omit(grant_type)),
    token_response(extra(FigmaExtra)),
    error_response(code = "i18n", description = "message")
)]
#[derive(Debug, Clone, Copy)]
pub struct Figma;

/// What Figma's token answer says beyond RFC 6749.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct FigmaExtra {
    /// The user who logged in. A refresh does not say.
    pub user_id_string: Option<String>,
}
