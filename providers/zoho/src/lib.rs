#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::{UrlVariable, oauth_provider};

/// Zoho: CRM, Books, Desk, Mail and more, in the data centre where the user lives.
#[rustfmt::skip]
#[oauth_provider(
    authorization_endpoint = "https://{data_center.accounts}/oauth/v2/auth",
    token_endpoint = "https://{data_center.accounts}/oauth/v2/token",
    revocation_endpoint = "https://{data_center.accounts}/oauth/v2/token/revoke",
    userinfo_endpoint = "https://{data_center.accounts}/oauth/user/info",
    client_auth(client_secret_post),
    grants(authorization_code, refresh_token(rotation(none)), client_credentials),
    scope_delimiter = ",",
    custom_scopes(allowed),
    scopes(
        aaa_server_profile_read = "AaaServer.profile.READ", desk_articles_all = "Desk.articles.ALL",
        desk_basic_all = "Desk.basic.ALL", desk_basic_read = "Desk.basic.READ",
        desk_contacts_all = "Desk.contacts.ALL", desk_contacts_read = "Desk.contacts.READ",
        desk_events_all = "Desk.events.ALL", desk_search_all = "Desk.search.ALL",
        desk_settings_all = "Desk.settings.ALL", desk_tasks_all = "Desk.tasks.ALL",
        desk_tickets_all = "Desk.tickets.ALL", desk_tickets_read = "Desk.tickets.READ",
        sales_iq_conversations_read = "SalesIQ.conversations.READ",
        work_drive_files_all = "WorkDrive.files.ALL", work_drive_workspace_all = "WorkDrive.workspace.ALL",
        zohopeople_attendance_all = "ZOHOPEOPLE.attendance.ALL",
        zohopeople_automation_all = "ZOHOPEOPLE.automation.ALL",
        zohopeople_dashboard_all = "ZOHOPEOPLE.dashboard.ALL",
        zohopeople_employee_all = "ZOHOPEOPLE.employee.ALL", zohopeople_forms_all = "ZOHOPEOPLE.forms.ALL",
        zohopeople_leave_all = "ZOHOPEOPLE.leave.ALL",
        zohopeople_timetracker_all = "ZOHOPEOPLE.timetracker.ALL",
        zoho_analytics_data_all = "ZohoAnalytics.data.all", zoho_bigin_bulk_all = "ZohoBigin.bulk.ALL",
        zoho_bigin_modules_all = "ZohoBigin.modules.ALL",
        zoho_bigin_notifications_all = "ZohoBigin.notifications.ALL",
        zoho_bigin_org_all = "ZohoBigin.org.ALL", zoho_bigin_settings_all = "ZohoBigin.settings.ALL",
        zoho_bigin_users_all = "ZohoBigin.users.ALL", zoho_bookings_data_create = "ZohoBookings.data.CREATE",
        zoho_books_accountants_all = "ZohoBooks.accountants.ALL",
        zoho_books_banking_all = "ZohoBooks.banking.ALL", zoho_books_bills_all = "ZohoBooks.bills.ALL",
        zoho_books_contacts_all = "ZohoBooks.contacts.ALL",
        zoho_books_creditnotes_all = "ZohoBooks.creditnotes.ALL",
        zoho_books_customerpayments_all = "ZohoBooks.customerpayments.ALL",
        zoho_books_debitnotes_all = "ZohoBooks.debitnotes.ALL",
        zoho_books_estimates_all = "ZohoBooks.estimates.ALL",
        zoho_books_expenses_all = "ZohoBooks.expenses.ALL",
        zoho_books_fullaccess_all = "ZohoBooks.fullaccess.all",
        zoho_books_invoices_all = "ZohoBooks.invoices.ALL",
        zoho_books_projects_all = "ZohoBooks.projects.ALL",
        zoho_books_purchaseorders_all = "ZohoBooks.purchaseorders.ALL",
        zoho_books_salesorders_all = "ZohoBooks.salesorders.ALL",
        zoho_books_settings_all = "ZohoBooks.settings.ALL",
        zoho_books_vendorpayments_all = "ZohoBooks.vendorpayments.ALL",
        zoho_crm_bulk_all = "ZohoCRM.bulk.ALL", zoho_crm_bulk_create = "ZohoCRM.bulk.CREATE",
        zoho_crm_bulk_read = "ZohoCRM.bulk.READ", zoho_crm_coql_read = "ZohoCRM.coql.READ",
        zoho_crm_files_create = "ZohoCRM.files.CREATE", zoho_crm_files_read = "ZohoCRM.files.READ",
        zoho_crm_modules_all = "ZohoCRM.modules.ALL", zoho_crm_modules_create = "ZohoCRM.modules.CREATE",
        zoho_crm_modules_delete = "ZohoCRM.modules.DELETE", zoho_crm_modules_read = "ZohoCRM.modules.READ",
        zoho_crm_modules_update = "ZohoCRM.modules.UPDATE",
        zoho_crm_modules_accounts_all = "ZohoCRM.modules.accounts.ALL",
        zoho_crm_modules_calls_all = "ZohoCRM.modules.calls.ALL",
        zoho_crm_modules_campaigns_all = "ZohoCRM.modules.campaigns.ALL",
        zoho_crm_modules_cases_all = "ZohoCRM.modules.cases.ALL",
        zoho_crm_modules_contacts_all = "ZohoCRM.modules.contacts.ALL",
        zoho_crm_modules_custom_all = "ZohoCRM.modules.custom.ALL",
        zoho_crm_modules_deals_all = "ZohoCRM.modules.deals.ALL",
        zoho_crm_modules_events_all = "ZohoCRM.modules.events.ALL",
        zoho_crm_modules_invoices_all = "ZohoCRM.modules.invoices.ALL",
        zoho_crm_modules_leads_all = "ZohoCRM.modules.leads.ALL",
        zoho_crm_modules_notes_all = "ZohoCRM.modules.notes.ALL",
        zoho_crm_modules_products_all = "ZohoCRM.modules.products.ALL",
        zoho_crm_modules_purchaseorders_all = "ZohoCRM.modules.purchaseorders.ALL",
        zoho_crm_modules_quotes_all = "ZohoCRM.modules.quotes.ALL",
        zoho_crm_modules_salesorders_all = "ZohoCRM.modules.salesorders.ALL",
        zoho_crm_modules_tasks_all = "ZohoCRM.modules.tasks.ALL",
        zoho_crm_modules_vendors_all = "ZohoCRM.modules.vendors.ALL",
        zoho_crm_notifications_create = "ZohoCRM.notifications.CREATE",
        zoho_crm_notifications_delete = "ZohoCRM.notifications.DELETE",
        zoho_crm_notifications_read = "ZohoCRM.notifications.READ",
        zoho_crm_notifications_update = "ZohoCRM.notifications.UPDATE", zoho_crm_org_all = "ZohoCRM.org.ALL",
        zoho_crm_org_read = "ZohoCRM.org.READ", zoho_crm_settings_all = "ZohoCRM.settings.ALL",
        zoho_crm_settings_read = "ZohoCRM.settings.READ",
        zoho_crm_settings_currencies_all = "ZohoCRM.settings.currencies.ALL",
        zoho_crm_settings_custom_buttons_all = "ZohoCRM.settings.custom_buttons.ALL",
        zoho_crm_settings_custom_links_all = "ZohoCRM.settings.custom_links.ALL",
        zoho_crm_settings_custom_views_all = "ZohoCRM.settings.custom_views.ALL",
        zoho_crm_settings_fields_all = "ZohoCRM.settings.fields.ALL",
        zoho_crm_settings_layouts_all = "ZohoCRM.settings.layouts.ALL",
        zoho_crm_settings_macros_all = "ZohoCRM.settings.macros.ALL",
        zoho_crm_settings_modules_all = "ZohoCRM.settings.modules.ALL",
        zoho_crm_settings_profiles_all = "ZohoCRM.settings.profiles.ALL",
        zoho_crm_settings_related_lists_all = "ZohoCRM.settings.related_lists.ALL",
        zoho_crm_settings_roles_all = "ZohoCRM.settings.roles.ALL",
        zoho_crm_settings_tab_groups_all = "ZohoCRM.settings.tab_groups.ALL",
        zoho_crm_settings_tags_all = "ZohoCRM.settings.tags.ALL",
        zoho_crm_settings_territories_all = "ZohoCRM.settings.territories.ALL",
        zoho_crm_settings_variables_all = "ZohoCRM.settings.variables.ALL",
        zoho_crm_users_all = "ZohoCRM.users.ALL", zoho_crm_users_read = "ZohoCRM.users.READ",
        zoho_calendar_bookings_all = "ZohoCalendar.bookings.ALL",
        zoho_calendar_bookings_delete = "ZohoCalendar.bookings.DELETE",
        zoho_calendar_calendar_all = "ZohoCalendar.calendar.ALL",
        zoho_calendar_calendar_create = "ZohoCalendar.calendar.CREATE",
        zoho_calendar_calendar_delete = "ZohoCalendar.calendar.DELETE",
        zoho_calendar_calendar_read = "ZohoCalendar.calendar.READ",
        zoho_calendar_calendar_update = "ZohoCalendar.calendar.UPDATE",
        zoho_calendar_event_all = "ZohoCalendar.event.ALL",
        zoho_calendar_event_create = "ZohoCalendar.event.CREATE",
        zoho_calendar_event_delete = "ZohoCalendar.event.DELETE",
        zoho_calendar_event_read = "ZohoCalendar.event.READ",
        zoho_calendar_event_update = "ZohoCalendar.event.UPDATE",
        zoho_calendar_resources_all = "ZohoCalendar.resources.ALL",
        zoho_calendar_resources_create = "ZohoCalendar.resources.CREATE",
        zoho_calendar_resources_delete = "ZohoCalendar.resources.DELETE",
        zoho_calendar_resources_read = "ZohoCalendar.resources.READ",
        zoho_calendar_resources_update = "ZohoCalendar.resources.UPDATE",
        zoho_campaigns_contact_all = "ZohoCampaigns.contact.ALL",
        zoho_cliq_messages_all = "ZohoCliq.Messages.ALL",
        zoho_creator_form_create = "ZohoCreator.form.CREATE",
        zoho_creator_report_read = "ZohoCreator.report.READ",
        zoho_inventory_fullaccess_all = "ZohoInventory.fullaccess.all",
        zoho_invoice_fullaccess_all = "ZohoInvoice.fullaccess.all",
        zoho_mail_accounts_read = "ZohoMail.accounts.READ",
        zoho_mail_attachments_all = "ZohoMail.attachments.ALL",
        zoho_mail_attachments_read = "ZohoMail.attachments.READ",
        zoho_mail_contacts_all = "ZohoMail.contacts.ALL", zoho_mail_contacts_read = "ZohoMail.contacts.READ",
        zoho_mail_folders_all = "ZohoMail.folders.ALL", zoho_mail_folders_read = "ZohoMail.folders.READ",
        zoho_mail_messages_all = "ZohoMail.messages.ALL",
        zoho_mail_messages_create = "ZohoMail.messages.CREATE",
        zoho_mail_messages_delete = "ZohoMail.messages.DELETE",
        zoho_mail_messages_read = "ZohoMail.messages.READ",
        zoho_mail_messages_update = "ZohoMail.messages.UPDATE", zoho_mail_notes_all = "ZohoMail.notes.ALL",
        zoho_mail_notes_read = "ZohoMail.notes.READ",
        zoho_mail_organization_accounts_read = "ZohoMail.organization.accounts.READ",
        zoho_mail_tags_all = "ZohoMail.tags.ALL", zoho_mail_tags_read = "ZohoMail.tags.READ",
        zoho_mail_tasks_all = "ZohoMail.tasks.ALL", zoho_mail_tasks_read = "ZohoMail.tasks.READ",
        zoho_projects_projects_all = "ZohoProjects.projects.ALL",
        zoho_projects_tasks_all = "ZohoProjects.tasks.ALL",
        zoho_recruit_modules_all = "ZohoRecruit.modules.ALL",
        zoho_sign_documents_all = "ZohoSign.documents.ALL", email, openid, phone, profile
    ),
    authorization_request(params(access_type(one_of(offline, online)), prompt(one_of(consent)))),
    client_credentials_request(params(soid(optional))),
    revocation_request(auth(nothing), omit(token_type_hint)),
    callback(capture(location), learn(variable("data_center.accounts", "accounts-server"))),
    token_response(
        fields(expires_in("expires_in_sec", "expires_in")),
        scope(delimiter = " "),
        api_base(
            member = "api_domain",
            hosts("*.zohoapis.com", "*.zohoapis.eu", "*.zohoapis.in", "*.zohoapis.com.au", "*.zohoapis.jp",
                "*.zohoapis.ca", "*.zohoapis.com.cn", "*.zohoapis.sa", "*.zohoapis.uk", "*.zohoapis.ae")
        )
    ),
    error_response(map(
        invalid_grant("invalid_code", "invalid_redirect_uri"),
        invalid_client = "invalid_client_secret",
        invalid_request = "missing_org_info",
        server_error = "general_error",
        temporarily_unavailable = "Access Denied"
    )),
    bearer(scheme = "Zoho-oauthtoken")
)]
#[derive(Debug, Clone, Copy)]
pub struct Zoho {
    /// Where logins start; tokens are asked for where the callback says that the user lives.
    pub data_center: DataCenter,
}

/// A data centre of Zoho; users and their tokens belong to one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, UrlVariable)]
pub enum DataCenter {
    /// The United States.
    #[url(location = "us", accounts = "accounts.zoho.com")]
    UnitedStates,
    /// Europe.
    #[url(location = "eu", accounts = "accounts.zoho.eu")]
    Europe,
    /// India.
    #[url(location = "in", accounts = "accounts.zoho.in")]
    India,
    /// Australia.
    #[url(location = "au", accounts = "accounts.zoho.com.au")]
    Australia,
    /// Japan.
    #[url(location = "jp", accounts = "accounts.zoho.jp")]
    Japan,
    /// Canada.
    #[url(location = "ca", accounts = "accounts.zohocloud.ca")]
    Canada,
    /// China.
    #[url(location = "cn", accounts = "accounts.zoho.com.cn")]
    China,
    /// Saudi Arabia.
    #[url(location = "sa", accounts = "accounts.zoho.sa")]
    SaudiArabia,
    /// The United Kingdom.
    #[url(location = "uk", accounts = "accounts.zoho.uk")]
    UnitedKingdom,
    /// The United Arab Emirates.
    #[url(location = "ae", accounts = "accounts.zoho.ae")]
    UnitedArabEmirates,
}
