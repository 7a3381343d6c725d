#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::{Host, PathPrefix, oauth_provider};

/// GitLab, at gitlab.com or at a host of its own.
#[rustfmt::skip]
#[oauth_provider(
    issuer = "https://{host}{path}",
    authorization_endpoint = "https://{host}{path}/oauth/authorize",
    token_endpoint = "https://{host}{path}/oauth/token",
    revocation_endpoint = "https://{host}{path}/oauth/revoke",
    introspection_endpoint = "https://{host}{path}/oauth/introspect",
    userinfo_endpoint = "https://{host}{path}/oauth/userinfo",
    api_base = "https://{host}{path}/api/v4",
    client_auth(client_secret_post, client_secret_basic, none),
    grants(authorization_code, refresh_token(rotation(strict))),
    custom_scopes(allowed),
    scopes(
        api, read_api, read_user, create_runner, manage_runner, k8s_proxy, self_rotate, mcp, mcp_orbit,
        read_repository, write_repository, read_registry, write_registry, read_virtual_registry,
        write_virtual_registry, read_observability, write_observability, ai_features, ai_workflows, sudo,
        admin_mode, read_service_ping, openid, profile, email
    ),
    authorization_request(params(root_namespace_id(optional))),
    token_response(extra(GitLabExtra)),
    ssrf(allow_any, because = "a self-managed GitLab often has an address of a private network, and its operator names it")
)]
#[derive(Debug, Clone)]
pub struct GitLab {
    /// The host, such as `gitlab.com`.
    pub host: Host,
    /// The relative URL root, such as `/gitlab`: nothing at gitlab.com.
    pub path: PathPrefix,
}

/// What GitLab's token answer says beyond RFC 6749.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
pub struct GitLabExtra {
    /// When the token was issued, in seconds since 1970.
    pub created_at: u64,
}
