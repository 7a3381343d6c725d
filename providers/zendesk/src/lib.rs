#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::{HostLabel, oauth_provider};

/// Zendesk Support: tickets and users of one account, by its subdomain.
#[rustfmt::skip]
#[oauth_provider(
    authorization_endpoint = "https://{subdomain}.zendesk.com/oauth/authorizations/new",
    token_endpoint = "https://{subdomain}.zendesk.com/oauth/tokens",
    revocation_endpoint = "https://{subdomain}.zendesk.com/api/v2/oauth/tokens/current.json",
    introspection_endpoint = "https://{subdomain}.zendesk.com/api/v2/oauth/tokens/current.json",
    userinfo_endpoint = "https://{subdomain}.zendesk.com/api/v2/users/me.json",
    api_base = "https://{subdomain}.zendesk.com/api/v2",
    client_auth(client_secret_post, none),
    grants(authorization_code, refresh_token(rotation(strict)), client_credentials(client_auth(client_secret_post))),
    scopes(read, write, impersonate, auditlogs_read = "auditlogs:read", tickets_read = "tickets:read",
        tickets_write = "tickets:write", users_read = "users:read", users_write = "users:write",
        organizations_read = "organizations:read", organizations_write = "organizations:write",
        hc_read = "hc:read", hc_write = "hc:write", apps_read = "apps:read", apps_write = "apps:write",
        triggers_read = "triggers:read", triggers_write = "triggers:write",
        automations_read = "automations:read", automations_write = "automations:write",
        targets_read = "targets:read", targets_write = "targets:write", webhooks_read = "webhooks:read",
        webhooks_write = "webhooks:write", macros_read = "macros:read", macros_write = "macros:write",
        requests_read = "requests:read", requests_write = "requests:write",
        satisfaction_ratings_read = "satisfaction_ratings:read",
        satisfaction_ratings_write = "satisfaction_ratings:write",
        dynamic_content_read = "dynamic_content:read", dynamic_content_write = "dynamic_content:write",
        any_channel_write = "any_channel:write", web_widget_write = "web_widget:write"),
    custom_scopes(allowed),
    token_request(
        body(json), send(scope),
        params(expires_in(optional, number), refresh_token_expires_in(optional, number))
    ),
    revocation_request(method(delete), auth(bearer), omit(token)),
    introspection_request(method(get), auth(bearer), omit(token)),
    introspection_response(active(status), root = "/token", exp(rfc3339), extra(TokenRecord),
        fields(scope = "scopes", sub = "user_id", exp = "expires_at", iat = "created_at")),
    token_response(fields(refresh_token_expires_in = "refresh_token_expires_in"))
)]
#[derive(Debug, Clone)]
pub struct Zendesk {
    /// The account: `acme` of `acme.zendesk.com`.
    pub subdomain: HostLabel,
}

/// One access token, without its text.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct TokenRecord {
    /// The number of the token, by which `DELETE oauth/tokens/{id}` revokes it.
    pub id: u64,
    /// The number of the client that it was issued to.
    pub client_id: u64,
    /// The number of the user that it belongs to.
    pub user_id: u64,
    /// Its scopes.
    #[serde(default)]
    pub scopes: Vec<String>,
    /// When it was issued, as in RFC 3339.
    pub created_at: Option<String>,
    /// When it stops being good, as in RFC 3339; some tokens do not expire.
    pub expires_at: Option<String>,
    /// When it was last used, as in RFC 3339.
    pub used_at: Option<String>,
}
