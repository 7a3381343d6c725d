#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::{UrlVariable, oauth_provider};

/// Box: files of enterprises.
#[rustfmt::skip]
#[oauth_provider(
    authorization_endpoint = "https://{site}.box.com/api/oauth2/authorize",
    token_endpoint = "https://api.box.com/oauth2/token",
    revocation_endpoint = "https://api.box.com/oauth2/revoke",
    userinfo_endpoint = "https://api.box.com/2.0/users/me",
    api_base = "https://api.box.com/2.0",
    client_auth(client_secret_post),
    grants(authorization_code, refresh_token(rotation(strict)), client_credentials),
    scopes(root_readonly, root_readwrite, manage_managed_users, manage_app_users, manage_groups, manage_webhook,
        manage_enterprise_properties, manage_data_retention, manage_legal_holds,
        sign_requests_readwrite = "sign_requests.readwrite", ai_readwrite = "ai.readwrite", manage_triggers,
        enterprise_content),
    client_credentials_request(params(box_subject_type(one_of(enterprise, user)), box_subject_id(required))),
    token_response(extra(BoxExtra)),
    revocation_request(omit(token_type_hint))
)]
#[derive(Debug, Clone, Copy)]
pub struct BoxCom {
    /// Where users log in.
    pub site: Site,
}

impl BoxCom {
    /// Users log in at `account.box.com`.
    pub const ACCOUNT: Self = Self { site: Site::Account };
    /// Users of Box Verified Enterprise log in at `ent.box.com`.
    pub const ENTERPRISE: Self = Self { site: Site::Enterprise };
}

/// Where users log in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, UrlVariable)]
pub enum Site {
    /// Everyone.
    #[url("account")]
    Account,
    /// Enterprises with Box Verified Enterprise.
    #[url("ent")]
    Enterprise,
}

/// What Box's token answer says beyond RFC 6749.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct BoxExtra {
    /// What the token is limited to; nothing for a token that was not downscoped.
    #[serde(default)]
    pub restricted_to: Vec<Restriction>,
}

/// A scope, and the item that it is limited to.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct Restriction {
    /// The scope.
    pub scope: String,
    /// The file or folder.
    pub object: Option<Item>,
}

/// A file or folder.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct Item {
    /// `file` or `folder`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub name: Option<String>,
}
