#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::{UrlVariable, oauth_provider};

/// Docusign: agreements and signatures, in production or in a developer account.
#[rustfmt::skip]
#[oauth_provider(
    authorization_endpoint = "https://{account}.docusign.com/oauth/auth",
    token_endpoint = "https://{account}.docusign.com/oauth/token",
    userinfo_endpoint = "https://{account}.docusign.com/oauth/userinfo",
    client_auth(client_secret_basic, none),
    grants(authorization_code, refresh_token),
    custom_scopes(allowed),
    scopes(
        signature, extended, impersonation, openid, cors, click_manage = "click.manage",
        click_send = "click.send", organization_read, group_read, permission_read, user_read, user_write,
        account_read, account_write, domain_read, identity_provider_read, user_data_redact,
        asset_group_account_read, asset_group_account_clone_write, asset_group_account_clone_read,
        organization_sub_account_read, organization_sub_account_write, connect_org_config_read_api,
        connect_org_config_write_api, connect_org_hmac_read_api, connect_org_hmac_write_api,
        connect_org_oauth_read_api, connect_org_oauth_write_api, adm_store_unified_repo_read, models_read,
        aow_manage, webforms_read, webforms_instance_read, webforms_instance_write,
        dtr_rooms_read = "dtr.rooms.read", dtr_rooms_write = "dtr.rooms.write",
        dtr_documents_read = "dtr.documents.read", dtr_documents_write = "dtr.documents.write",
        dtr_profile_read = "dtr.profile.read", dtr_profile_write = "dtr.profile.write",
        dtr_company_read = "dtr.company.read", dtr_company_write = "dtr.company.write", room_forms
    ),
    authorization_request(params(admin_consent_scope(scopes))),
    userinfo_response(api_base(
        member = "/accounts/0/base_uri", hosts("*.docusign.net"), path = "/restapi/v2.1/accounts"
    ))
)]
#[derive(Debug, Clone, Copy)]
pub struct Docusign {
    /// Production or a developer account.
    pub account: Account,
}

impl Docusign {
    /// Agreements that bind.
    pub const PRODUCTION: Self = Self { account: Account::Production };
    /// Developer accounts, whose agreements bind nobody.
    pub const DEVELOPER: Self = Self { account: Account::Developer };
}

/// The two worlds of Docusign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, UrlVariable)]
pub enum Account {
    /// Agreements that bind.
    #[url("account")]
    Production,
    /// For tests, with its own users.
    #[url("account-d")]
    Developer,
}

/// What [`Client::userinfo`](oauth_core::Client::userinfo) brings.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct UserInfo {
    /// The user.
    pub sub: String,
    /// The name of the user.
    pub name: Option<String>,
    /// The e-mail address of the user.
    pub email: Option<String>,
    /// The accounts of the user.
    pub accounts: Vec<UserAccount>,
}

/// One account of [`UserInfo`].
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct UserAccount {
    /// The account, with which the paths of its API begin.
    pub account_id: String,
    /// Its name.
    pub account_name: String,
    /// Where its API is, for [`AccessToken::with_api_base`](oauth_core::AccessToken::with_api_base).
    pub base_uri: String,
}
