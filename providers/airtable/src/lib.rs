#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::oauth_provider;

/// Airtable: bases and their records.
#[rustfmt::skip]
#[oauth_provider(
    authorization_endpoint = "https://airtable.com/oauth2/v1/authorize",
    token_endpoint = "https://airtable.com/oauth2/v1/token",
    userinfo_endpoint = "https://api.airtable.com/v0/meta/whoami",
    api_base = "https://api.airtable.com/v0",
    client_auth(client_secret_basic, none),
    grants(authorization_code, refresh_token(rotation(strict))),
    pkce(required),
    scopes(data_records_read = "data.records:read", data_records_write = "data.records:write",
        data_record_comments_read = "data.recordComments:read",
        data_record_comments_write = "data.recordComments:write", schema_bases_read = "schema.bases:read",
        schema_bases_write = "schema.bases:write", webhook_manage = "webhook:manage",
        block_manage = "block:manage", user_email_read = "user.email:read",
        enterprise_groups_read = "enterprise.groups:read",
        workspaces_and_bases_read = "workspacesAndBases:read",
        workspaces_and_bases_write = "workspacesAndBases:write",
        workspaces_and_bases_shares_manage = "workspacesAndBases.shares:manage",
        enterprise_account_read = "enterprise.account:read",
        enterprise_account_write = "enterprise.account:write", enterprise_user_read = "enterprise.user:read",
        enterprise_user_write = "enterprise.user:write",
        enterprise_audit_logs_read = "enterprise.auditLogs:read",
        enterprise_change_events_read = "enterprise.changeEvents:read",
        enterprise_exports_manage = "enterprise.exports:manage",
        enterprise_scim_users_and_groups_manage = "enterprise.scim.usersAndGroups:manage",
        workspaces_and_bases_manage = "workspacesAndBases:manage"),
    custom_scopes(allowed),
    token_response(fields(refresh_token_expires_in = "refresh_expires_in"))
)]
#[derive(Debug, Clone, Copy)]
pub struct Airtable;
