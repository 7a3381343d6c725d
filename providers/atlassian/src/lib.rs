#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::oauth_provider;

/// Atlassian Cloud: Jira, Confluence and Jira Service Management.
#[rustfmt::skip]
#[oauth_provider(
    authorization_endpoint = "https://auth.atlassian.com/authorize",
    token_endpoint = "https://auth.atlassian.com/oauth/token",
    revocation_endpoint = "https://auth.atlassian.com/oauth/revoke",
    userinfo_endpoint = "https://api.atlassian.com/me",
    api_base = "https://api.atlassian.com",
    client_auth(client_secret_post),
    grants(authorization_code, refresh_token(rotation(strict), offline_scope(offline_access)), client_credentials),
    custom_scopes(allowed),
    scopes(
        offline_access, read_me = "read:me", read_account = "read:account",
        report_personal_data = "report:personal-data", read_jira_user = "read:jira-user",
        read_jira_work = "read:jira-work", write_jira_work = "write:jira-work",
        manage_jira_project = "manage:jira-project",
        manage_jira_configuration = "manage:jira-configuration",
        manage_jira_webhook = "manage:jira-webhook",
        manage_jira_data_provider = "manage:jira-data-provider",
        read_servicedesk_request = "read:servicedesk-request",
        write_servicedesk_request = "write:servicedesk-request",
        manage_servicedesk_customer = "manage:servicedesk-customer",
        read_servicemanagement_insight_objects = "read:servicemanagement-insight-objects",
        write_confluence_content = "write:confluence-content",
        read_confluence_space_summary = "read:confluence-space.summary",
        write_confluence_space = "write:confluence-space", write_confluence_file = "write:confluence-file",
        read_confluence_props = "read:confluence-props", write_confluence_props = "write:confluence-props",
        manage_confluence_configuration = "manage:confluence-configuration",
        read_confluence_content_all = "read:confluence-content.all",
        read_confluence_content_summary = "read:confluence-content.summary",
        search_confluence = "search:confluence",
        read_confluence_content_permission = "read:confluence-content.permission",
        read_confluence_user = "read:confluence-user", read_confluence_groups = "read:confluence-groups",
        write_confluence_groups = "write:confluence-groups",
        readonly_content_attachment_confluence = "readonly:content.attachment:confluence",
        import_import_configuration_cmdb = "import:import-configuration:cmdb"
    ),
    authorization_request(params(audience = "api.atlassian.com", prompt = "consent")),
    token_request(body(json))
)]
#[derive(Debug, Clone, Copy)]
pub struct Atlassian;
