#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::{Host, PathPrefix, Segment, oauth_provider};

/// Keycloak: one realm of a server.
#[rustfmt::skip]
#[oauth_provider(
    issuer = "https://{host}{path}/realms/{realm}",
    authorization_endpoint = "https://{host}{path}/realms/{realm}/protocol/openid-connect/auth",
    token_endpoint = "https://{host}{path}/realms/{realm}/protocol/openid-connect/token",
    revocation_endpoint = "https://{host}{path}/realms/{realm}/protocol/openid-connect/revoke",
    introspection_endpoint = "https://{host}{path}/realms/{realm}/protocol/openid-connect/token/introspect",
    userinfo_endpoint = "https://{host}{path}/realms/{realm}/protocol/openid-connect/userinfo",
    api_base = "https://{host}{path}/admin/realms/{realm}",
    client_auth(client_secret_post, client_secret_basic, none),
    grants(authorization_code, refresh_token, client_credentials),
    custom_scopes(allowed),
    scopes(
        openid, profile, email, address, phone, offline_access, roles, web_origins = "web-origins",
        microprofile_jwt = "microprofile-jwt", acr, basic, organization, service_account
    ),
    authorization_request(params(kc_idp_hint(optional), kc_action(optional),
        prompt(one_of(none, login, consent, select_account, create)), login_hint(optional), ui_locales(optional),
        max_age(optional), acr_values(optional))),
    callback(capture(session_state, kc_action_status)),
    token_response(
        fields(refresh_token_expires_in = "refresh_expires_in"),
        refresh_token_expires_in(zero(never)),
        extra(KeycloakExtra)
    ),
    ssrf(allow_any, because = "a Keycloak often has an address of a private network, and its operator names it")
)]
#[derive(Debug, Clone)]
pub struct Keycloak {
    /// The host of the server, such as `sso.example.com`.
    pub host: Host,
    /// What stands between host and `/realms`: nothing by default, `/auth` before version 17.
    pub path: PathPrefix,
    /// The name of the realm.
    pub realm: Segment,
}

/// What Keycloak's token answer says beyond RFC 6749.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct KeycloakExtra {
    /// Tokens that were issued before are revoked, in seconds since 1970; 0 for none.
    #[serde(rename = "not-before-policy")]
    pub not_before_policy: Option<u64>,
    /// The session of the user; not for `client_credentials`.
    pub session_state: Option<String>,
}
