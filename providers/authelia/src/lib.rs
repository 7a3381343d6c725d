#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::{Host, PathPrefix, oauth_provider};

/// Authelia: single sign-on of one's own, as an OpenID provider.
#[rustfmt::skip]
#[oauth_provider(
    issuer = "https://{host}{path}",
    authorization_endpoint = "https://{host}{path}/api/oidc/authorization",
    token_endpoint = "https://{host}{path}/api/oidc/token",
    revocation_endpoint = "https://{host}{path}/api/oidc/revocation",
    introspection_endpoint = "https://{host}{path}/api/oidc/introspection",
    userinfo_endpoint = "https://{host}{path}/api/oidc/userinfo",
    client_auth(client_secret_basic, client_secret_post, none),
    grants(authorization_code, client_credentials,
        refresh_token(offline_scope(offline_access), rotation(strict))),
    custom_scopes(allowed),
    scopes(openid, profile, email, address, phone, groups, offline_access, bearer_authz = "authelia.bearer.authz"),
    callback(iss(required)),
    ssrf(allow_any, because = "an Authelia often has an address of a private network, and its operator names it")
)]
#[derive(Debug, Clone)]
pub struct Authelia {
    /// The host of the server, such as `auth.example.com`.
    pub host: Host,
    /// What stands between host and `/api`: nothing, or the path of the server's address, such as `/authelia`.
    pub path: PathPrefix,
}
