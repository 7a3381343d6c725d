#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::oauth_provider;

/// HubSpot: customers, marketing and content of one account.
#[rustfmt::skip]
#[oauth_provider(
    authorization_endpoint = "https://app.hubspot.com/oauth/authorize",
    token_endpoint = "https://api.hubapi.com/oauth/2026-03/token",
    revocation_endpoint = "https://api.hubapi.com/oauth/2026-03/token/revoke",
    introspection_endpoint = "https://api.hubapi.com/oauth/2026-03/token/introspect",
    api_base = "https://api.hubapi.com",
    client_auth(client_secret_post),
    grants(authorization_code, refresh_token, client_credentials),
    scopes(account_info_security_read = "account-info.security.read", automation,
        automation_sequences_enrollments_write = "automation.sequences.enrollments.write",
        automation_sequences_read = "automation.sequences.read",
        automation_sequences_write = "automation.sequences.write", cms_domains_read = "cms.domains.read",
        cms_domains_write = "cms.domains.write",
        cms_knowledge_base_settings_read = "cms.knowledge_base.settings.read",
        cms_knowledge_base_settings_write = "cms.knowledge_base.settings.write",
        cms_membership_access_groups_write = "cms.membership.access_groups.write",
        communication_preferences_read = "communication_preferences.read",
        communication_preferences_read_write = "communication_preferences.read_write",
        communication_preferences_statuses_batch_read = "communication_preferences.statuses.batch.read",
        communication_preferences_statuses_batch_write = "communication_preferences.statuses.batch.write",
        communication_preferences_write = "communication_preferences.write", content,
        content_landing_pages_read = "content.landing_pages.read",
        content_site_pages_read = "content.site_pages.read",
        conversations_custom_channels_read = "conversations.custom_channels.read",
        conversations_custom_channels_write = "conversations.custom_channels.write",
        conversations_read = "conversations.read",
        conversations_visitor_identification_tokens_create = "conversations.visitor_identification.tokens.create",
        conversations_write = "conversations.write", crm_dealsplits_read_write = "crm.dealsplits.read_write",
        crm_export = "crm.export",
        crm_extensions_calling_transcripts_read = "crm.extensions_calling_transcripts.read",
        crm_extensions_calling_transcripts_write = "crm.extensions_calling_transcripts.write",
        crm_import = "crm.import", crm_lists_read = "crm.lists.read", crm_lists_write = "crm.lists.write",
        crm_objects_appointments_read = "crm.objects.appointments.read",
        crm_objects_appointments_write = "crm.objects.appointments.write",
        crm_objects_calls_read = "crm.objects.calls.read", crm_objects_carts_read = "crm.objects.carts.read",
        crm_objects_carts_write = "crm.objects.carts.write",
        crm_objects_commercepayments_read = "crm.objects.commercepayments.read",
        crm_objects_commercepayments_write = "crm.objects.commercepayments.write",
        crm_objects_companies_read = "crm.objects.companies.read",
        crm_objects_companies_write = "crm.objects.companies.write",
        crm_objects_contacts_read = "crm.objects.contacts.read",
        crm_objects_contacts_write = "crm.objects.contacts.write",
        crm_objects_contracts_read = "crm.objects.contracts.read",
        crm_objects_courses_read = "crm.objects.courses.read",
        crm_objects_courses_write = "crm.objects.courses.write",
        crm_objects_custom_read = "crm.objects.custom.read",
        crm_objects_custom_write = "crm.objects.custom.write",
        crm_objects_deals_read = "crm.objects.deals.read",
        crm_objects_deals_write = "crm.objects.deals.write",
        crm_objects_emails_read = "crm.objects.emails.read",
        crm_objects_feedback_submissions_read = "crm.objects.feedback_submissions.read",
        crm_objects_goals_read = "crm.objects.goals.read",
        crm_objects_goals_write = "crm.objects.goals.write",
        crm_objects_invoices_read = "crm.objects.invoices.read",
        crm_objects_invoices_write = "crm.objects.invoices.write",
        crm_objects_leads_read = "crm.objects.leads.read",
        crm_objects_leads_write = "crm.objects.leads.write",
        crm_objects_line_items_read = "crm.objects.line_items.read",
        crm_objects_line_items_write = "crm.objects.line_items.write",
        crm_objects_listings_read = "crm.objects.listings.read",
        crm_objects_listings_write = "crm.objects.listings.write",
        crm_objects_marketing_events_read = "crm.objects.marketing_events.read",
        crm_objects_marketing_events_write = "crm.objects.marketing_events.write",
        crm_objects_meetings_read = "crm.objects.meetings.read",
        crm_objects_notes_read = "crm.objects.notes.read",
        crm_objects_orders_read = "crm.objects.orders.read",
        crm_objects_orders_write = "crm.objects.orders.write",
        crm_objects_owners_read = "crm.objects.owners.read",
        crm_objects_partner_clients_read = "crm.objects.partner-clients.read",
        crm_objects_partner_clients_write = "crm.objects.partner-clients.write",
        crm_objects_partner_services_read = "crm.objects.partner-services.read",
        crm_objects_partner_services_write = "crm.objects.partner-services.write",
        crm_objects_products_read = "crm.objects.products.read",
        crm_objects_products_write = "crm.objects.products.write",
        crm_objects_projects_read = "crm.objects.projects.read",
        crm_objects_projects_write = "crm.objects.projects.write",
        crm_objects_quotes_read = "crm.objects.quotes.read",
        crm_objects_quotes_write = "crm.objects.quotes.write",
        crm_objects_services_read = "crm.objects.services.read",
        crm_objects_services_write = "crm.objects.services.write",
        crm_objects_subscriptions_read = "crm.objects.subscriptions.read",
        crm_objects_subscriptions_write = "crm.objects.subscriptions.write",
        crm_objects_tasks_read = "crm.objects.tasks.read", crm_objects_users_read = "crm.objects.users.read",
        crm_objects_users_write = "crm.objects.users.write",
        crm_pipelines_orders_read = "crm.pipelines.orders.read",
        crm_pipelines_orders_write = "crm.pipelines.orders.write",
        crm_schemas_companies_read = "crm.schemas.companies.read",
        crm_schemas_companies_write = "crm.schemas.companies.write",
        crm_schemas_contacts_read = "crm.schemas.contacts.read",
        crm_schemas_contacts_write = "crm.schemas.contacts.write",
        crm_schemas_custom_read = "crm.schemas.custom.read",
        crm_schemas_custom_write = "crm.schemas.custom.write",
        crm_schemas_deals_read = "crm.schemas.deals.read",
        crm_schemas_deals_write = "crm.schemas.deals.write",
        crm_schemas_invoices_read = "crm.schemas.invoices.read",
        crm_schemas_invoices_write = "crm.schemas.invoices.write",
        crm_schemas_line_items_read = "crm.schemas.line_items.read",
        crm_schemas_orders_read = "crm.schemas.orders.read",
        crm_schemas_orders_write = "crm.schemas.orders.write",
        crm_schemas_quotes_read = "crm.schemas.quotes.read",
        crm_schemas_quotes_write = "crm.schemas.quotes.write", e_commerce = "e-commerce", files,
        files_delete = "files.delete", files_ui_hidden_read = "files.ui_hidden.read", forms, hubdb,
        marketing_email = "marketing-email", marketing_campaigns_read = "marketing.campaigns.read",
        marketing_campaigns_revenue_read = "marketing.campaigns.revenue.read",
        marketing_campaigns_write = "marketing.campaigns.write", oauth, sales_email_read = "sales-email-read",
        settings_currencies_read = "settings.currencies.read",
        settings_currencies_write = "settings.currencies.write", settings_users_read = "settings.users.read",
        settings_users_teams_read = "settings.users.teams.read",
        settings_users_teams_write = "settings.users.teams.write", tax_rates_read = "tax_rates.read", tickets,
        timeline, transactional_email = "transactional-email",
        webhooks_journal_data_access = "webhooks-journal-data-access",
        webhooks_journal_snapshot_management = "webhooks-journal-snapshot-management",
        webhooks_journal_subscription_management = "webhooks-journal-subscription-management",
        webhooks_journal_subscription_read = "webhooks-journal-subscription-read"),
    custom_scopes(allowed),
    revocation_request(tokens(refresh_token)),
    authorization_request(params(optional_scope(scopes))),
    token_response(fields(scope = "scopes"), extra(HubSpotExtra)),
    introspection_response(exp(seconds), extra(TokenInformation),
        fields(scope = "scopes", username = "user", sub = "user_id", exp = "expires_in")),
    error_response(code("error", "category", "status"), description = "message",
        map(invalid_grant("BAD_AUTH_CODE", "BAD_REFRESH_TOKEN", "BAD_REDIRECT_URI"), invalid_client = "BAD_CLIENT_ID"))
)]
#[derive(Debug, Clone, Copy)]
pub struct HubSpot;

/// What HubSpot's token answer says beyond RFC 6749.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct HubSpotExtra {
    /// What the token is: `access_token`, or `client_credentials` for one of the app itself.
    pub token_use: Option<String>,
    /// The account, for tokens that belong to one.
    pub hub_id: Option<u64>,
    /// The user who installed the app.
    pub user_id: Option<u64>,
}

/// What HubSpot says about a token beyond RFC 7662.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct TokenInformation {
    /// What the token is, such as `access_token`.
    pub token_use: Option<String>,
    /// The scopes of the token.
    #[serde(default)]
    pub scopes: Vec<String>,
    /// How many seconds an access token stays good.
    pub expires_in: Option<u64>,
    /// The app.
    pub app_id: Option<u64>,
    /// The account.
    pub hub_id: Option<u64>,
    /// The domain of the account.
    pub hub_domain: Option<String>,
    /// The e-mail address of the user.
    pub user: Option<String>,
    /// The number of the user.
    pub user_id: Option<u64>,
    /// Whether the app is installed by a private link.
    pub is_private_distribution: Option<bool>,
}
