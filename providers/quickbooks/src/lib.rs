#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::{UrlVariable, oauth_provider};

/// QuickBooks Online of Intuit, with production companies or those of the sandbox.
#[rustfmt::skip]
#[oauth_provider(
    issuer = "https://oauth.platform.intuit.com/op/v1",
    authorization_endpoint = "https://appcenter.intuit.com/connect/oauth2",
    token_endpoint = "https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer",
    revocation_endpoint = "https://developer.api.intuit.com/v2/oauth2/tokens/revoke",
    userinfo_endpoint = "https://{site.accounts}.platform.intuit.com/v1/openid_connect/userinfo",
    api_base = "https://{site.api}.api.intuit.com",
    client_auth(client_secret_basic),
    grants(authorization_code, refresh_token),
    scopes(com_intuit_quickbooks_accounting = "com.intuit.quickbooks.accounting",
        com_intuit_quickbooks_payment = "com.intuit.quickbooks.payment", openid, profile, email, phone,
        address, payroll_compensation_read = "payroll.compensation.read",
        project_management_project = "project-management.project",
        app_foundations_custom_field_definitions = "app-foundations.custom-field-definitions",
        app_foundations_custom_field_definitions_read = "app-foundations.custom-field-definitions.read",
        app_foundations_custom_dimensions_read = "app-foundations.custom-dimensions.read",
        time_tracking_time_entry = "time-tracking.time-entry",
        indirect_tax_tax_calculation_quickbooks = "indirect-tax.tax-calculation.quickbooks",
        com_intuit_quickbooks_payroll = "com.intuit.quickbooks.payroll",
        com_intuit_quickbooks_payroll_timetracking = "com.intuit.quickbooks.payroll.timetracking",
        com_intuit_quickbooks_payroll_benefits = "com.intuit.quickbooks.payroll.benefits",
        com_intuit_quickbooks_payroll_payslip_read = "com.intuit.quickbooks.payroll.payslip.read",
        intuit_name),
    custom_scopes(allowed),
    callback(capture(realm_id = "realmId")),
    revocation_request(body(json), omit(token_type_hint)),
    token_response(fields(refresh_token_expires_in = "x_refresh_token_expires_in"))
)]
#[derive(Debug, Clone, Copy)]
pub struct QuickBooks {
    /// Production or sandbox.
    pub site: Site,
}

/// The two worlds of QuickBooks. They share the login, and differ in the keys and the API.
#[derive(Debug, Clone, Copy, PartialEq, Eq, UrlVariable)]
pub enum Site {
    /// Real companies, with the production keys.
    #[url(accounts = "accounts", api = "quickbooks")]
    Production,
    /// Companies for tests, with the development keys.
    #[url(accounts = "sandbox-accounts", api = "sandbox-quickbooks")]
    Sandbox,
}

impl QuickBooks {
    /// Real companies.
    pub const PRODUCTION: Self = Self { site: Site::Production };
    /// The sandbox.
    pub const SANDBOX: Self = Self { site: Site::Sandbox };
}
