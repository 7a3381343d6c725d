#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::oauth_provider;

/// Xero: the books of organisations.
#[rustfmt::skip]
#[oauth_provider(
    issuer = "https://identity.xero.com",
    authorization_endpoint = "https://login.xero.com/identity/connect/authorize",
    token_endpoint = "https://identity.xero.com/connect/token",
    revocation_endpoint = "https://identity.xero.com/connect/revocation",
    userinfo_endpoint = "https://identity.xero.com/connect/userinfo",
    api_base = "https://api.xero.com",
    client_auth(client_secret_basic, none),
    grants(
        authorization_code,
        refresh_token(rotation(strict), offline_scope(offline_access)),
        client_credentials(client_auth(client_secret_basic))
    ),
    scopes(offline_access, openid, profile, email, accounting_invoices = "accounting.invoices",
        accounting_invoices_read = "accounting.invoices.read", accounting_payments = "accounting.payments",
        accounting_payments_read = "accounting.payments.read",
        accounting_banktransactions = "accounting.banktransactions",
        accounting_banktransactions_read = "accounting.banktransactions.read",
        accounting_manualjournals = "accounting.manualjournals",
        accounting_manualjournals_read = "accounting.manualjournals.read",
        accounting_classicexpenses = "accounting.classicexpenses",
        accounting_classicexpenses_read = "accounting.classicexpenses.read",
        accounting_transactions = "accounting.transactions",
        accounting_transactions_read = "accounting.transactions.read",
        accounting_reports_read = "accounting.reports.read",
        accounting_reports_aged_read = "accounting.reports.aged.read",
        accounting_reports_balancesheet_read = "accounting.reports.balancesheet.read",
        accounting_reports_banksummary_read = "accounting.reports.banksummary.read",
        accounting_reports_budgetsummary_read = "accounting.reports.budgetsummary.read",
        accounting_reports_executivesummary_read = "accounting.reports.executivesummary.read",
        accounting_reports_profitandloss_read = "accounting.reports.profitandloss.read",
        accounting_reports_trialbalance_read = "accounting.reports.trialbalance.read",
        accounting_reports_taxreports_read = "accounting.reports.taxreports.read",
        accounting_reports_tenninetynine_read = "accounting.reports.tenninetynine.read",
        accounting_journals_read = "accounting.journals.read", accounting_settings = "accounting.settings",
        accounting_settings_read = "accounting.settings.read", accounting_contacts = "accounting.contacts",
        accounting_contacts_read = "accounting.contacts.read",
        accounting_attachments = "accounting.attachments",
        accounting_attachments_read = "accounting.attachments.read",
        accounting_budgets_read = "accounting.budgets.read", assets, assets_read = "assets.read", bankfeeds,
        files, files_read = "files.read", finance_accountingactivity_read = "finance.accountingactivity.read",
        finance_bankstatementsplus_read = "finance.bankstatementsplus.read",
        finance_cashvalidation_read = "finance.cashvalidation.read",
        finance_statements_read = "finance.statements.read", marketplace_billing = "marketplace.billing",
        paymentservices, payroll_employees = "payroll.employees",
        payroll_employees_read = "payroll.employees.read", payroll_payruns = "payroll.payruns",
        payroll_payruns_read = "payroll.payruns.read", payroll_payslip = "payroll.payslip",
        payroll_payslip_read = "payroll.payslip.read", payroll_settings = "payroll.settings",
        payroll_settings_read = "payroll.settings.read", payroll_timesheets = "payroll.timesheets",
        payroll_timesheets_read = "payroll.timesheets.read", projects, projects_read = "projects.read",
        practicemanager, practicemanager_read = "practicemanager.read"),
    revocation_request(tokens(refresh_token))
)]
#[derive(Debug, Clone, Copy)]
pub struct Xero;

/// One connection of `GET https://api.xero.com/connections`: an organisation that the tokens reach.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Connection {
    /// The connection, by which `DELETE connections/{id}` ends it.
    pub id: String,
    /// The login that made it.
    pub auth_event_id: Option<String>,
    /// The organisation: the value of the header `xero-tenant-id`.
    pub tenant_id: String,
    /// What it is, such as `ORGANISATION` or `PRACTICE`.
    pub tenant_type: String,
    /// Its name.
    pub tenant_name: Option<String>,
    /// When it was made, without a time zone.
    pub created_date_utc: Option<String>,
    /// When it was last changed, without a time zone.
    pub updated_date_utc: Option<String>,
}
