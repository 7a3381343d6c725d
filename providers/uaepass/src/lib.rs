#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::{UrlVariable, oauth_provider};

/// UAE PASS: the digital identity of citizens, residents and visitors of the United Arab Emirates.
#[oauth_provider(
    authorization_endpoint = "https://{site}.uaepass.ae/idshub/authorize",
    token_endpoint = "https://{site}.uaepass.ae/idshub/token",
    introspection_endpoint = "https://{site}.uaepass.ae/idshub/introspect",
    userinfo_endpoint = "https://{site}.uaepass.ae/idshub/userinfo",
    client_auth(client_secret_basic),
    grants(authorization_code(default_scopes(general))),
    scopes(
        general = "urn:uae:digitalid:profile:general",
        profile_type = "urn:uae:digitalid:profile:general:profileType",
        unified_id = "urn:uae:digitalid:profile:general:unifiedId"
    ),
    authorization_request(params(acr_values(optional), ui_locales(one_of(en, ar)))),
    token_request(body(multipart))
)]
#[derive(Debug, Clone, Copy)]
pub struct UaePass {
    /// Production or staging.
    pub site: Site,
}

/// The two worlds of UAE PASS, each with clients and accounts of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, UrlVariable)]
pub enum Site {
    /// The real one.
    #[url("id")]
    Production,
    /// For tests.
    #[url("stg-id")]
    Staging,
}
