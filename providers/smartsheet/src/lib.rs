#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::{UrlVariable, oauth_provider};

/// Smartsheet, in one of its regions; tokens of one are nothing to another.
#[rustfmt::skip]
#[oauth_provider(
    authorization_endpoint = "https://app.{region}/b/authorize",
    token_endpoint = "https://api.{region}/2.0/token",
    revocation_endpoint = "https://api.{region}/2.0/token",
    userinfo_endpoint = "https://api.{region}/2.0/users/me",
    api_base = "https://api.{region}/2.0",
    client_auth(client_secret_post, client_secret_digest(parameter = "hash", separator = "|",
        because = "it is documented as equal to the secret, and keeps that off the wire")),
    grants(authorization_code, refresh_token(rotation(strict))),
    scopes(admin_sheets = "ADMIN_SHEETS", admin_sights = "ADMIN_SIGHTS", admin_users = "ADMIN_USERS",
        admin_webhooks = "ADMIN_WEBHOOKS", admin_workspaces = "ADMIN_WORKSPACES",
        create_sheets = "CREATE_SHEETS", create_sights = "CREATE_SIGHTS", delete_sheets = "DELETE_SHEETS",
        delete_sights = "DELETE_SIGHTS", read_contacts = "READ_CONTACTS", read_events = "READ_EVENTS",
        read_sheets = "READ_SHEETS", read_sights = "READ_SIGHTS", read_users = "READ_USERS",
        share_sheets = "SHARE_SHEETS", share_sights = "SHARE_SIGHTS", write_sheets = "WRITE_SHEETS"),
    token_request(omit(redirect_uri)),
    revocation_request(method(delete), auth(bearer), omit(token)),
    error_response(description = "message")
)]
#[derive(Debug, Clone, Copy)]
pub struct Smartsheet {
    /// Where the users are.
    pub region: Region,
}

/// The regions of Smartsheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, UrlVariable)]
pub enum Region {
    /// The United States, and everyone else.
    #[url("smartsheet.com")]
    UnitedStates,
    /// The European Union.
    #[url("smartsheet.eu")]
    Europe,
    /// Australia.
    #[url("smartsheet.au")]
    Australia,
    /// Agencies of the United States.
    #[url("smartsheetgov.com")]
    Government,
}

impl Smartsheet {
    /// The United States, and everyone else.
    pub const UNITED_STATES: Self = Self { region: Region::UnitedStates };
    /// The European Union.
    pub const EUROPE: Self = Self { region: Region::Europe };
    /// Australia.
    pub const AUSTRALIA: Self = Self { region: Region::Australia };
    /// Agencies of the United States.
    pub const GOVERNMENT: Self = Self { region: Region::Government };
}
