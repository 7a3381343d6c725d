#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::{Host, oauth_provider};

/// GitHub: user access tokens of OAuth apps and of GitHub Apps.
#[rustfmt::skip]
#[oauth_provider(
    issuer = "https://github.com/login/oauth",
    authorization_endpoint = "https://github.com/login/oauth/authorize",
    token_endpoint = "https://github.com/login/oauth/access_token",
    revocation_endpoint = "https://api.github.com/applications/{client_id}/token",
    api_base = "https://api.github.com",
    client_auth(client_secret_post, client_secret_basic), grants(authorization_code, refresh_token(rotation(strict))),
    scopes(repo, repo_status = "repo:status", repo_deployment, public_repo, repo_invite = "repo:invite",
        security_events, admin_repo_hook = "admin:repo_hook", write_repo_hook = "write:repo_hook",
        read_repo_hook = "read:repo_hook", admin_org = "admin:org", write_org = "write:org",
        read_org = "read:org", admin_public_key = "admin:public_key", write_public_key = "write:public_key",
        read_public_key = "read:public_key", admin_org_hook = "admin:org_hook", gist, notifications, user,
        read_user = "read:user", user_email = "user:email", user_follow = "user:follow", project,
        read_project = "read:project", delete_repo, write_packages = "write:packages",
        read_packages = "read:packages", delete_packages = "delete:packages", admin_gpg_key = "admin:gpg_key",
        write_gpg_key = "write:gpg_key", read_gpg_key = "read:gpg_key", codespace, workflow,
        read_audit_log = "read:audit_log", admin_enterprise = "admin:enterprise",
        manage_runners_enterprise = "manage_runners:enterprise",
        manage_billing_enterprise = "manage_billing:enterprise", read_enterprise = "read:enterprise",
        site_admin, write_discussion = "write:discussion", read_discussion = "read:discussion"),
    authorization_request(params(login(optional), allow_signup(one_of(true, false)), prompt(one_of(select_account)))),
    callback(capture(installation_id, setup_action), map(unauthorized_client = "application_suspended")),
    token_response(expires_in(never), scope(delimiter = ","), fields(refresh_token_expires_in = "refresh_token_expires_in")),
    revocation_request(method(delete), body(json), auth(client_secret_basic), rename(token = "access_token"), tokens(access_token)),
    error_response(map(invalid_client = "incorrect_client_credentials", access_denied = "unverified_user_email",
        invalid_grant("bad_verification_code", "bad_refresh_token", "redirect_uri_mismatch")))
)]
#[derive(Debug, Clone, Copy)]
pub struct GitHub;

/// GitHub Enterprise Server, at a host of your own.
#[rustfmt::skip]
#[oauth_provider(
    authorization_endpoint = "https://{host}/login/oauth/authorize",
    token_endpoint = "https://{host}/login/oauth/access_token",
    revocation_endpoint = "https://{host}/api/v3/applications/{client_id}/token",
    api_base = "https://{host}/api/v3",
    ssrf(allow_any, because = "these servers stand in private networks; the host is configured, not entered by users"),
    client_auth(client_secret_post, client_secret_basic), grants(authorization_code, refresh_token(rotation(strict))),
    scopes(repo, repo_status = "repo:status", repo_deployment, public_repo, repo_invite = "repo:invite",
        security_events, admin_repo_hook = "admin:repo_hook", write_repo_hook = "write:repo_hook",
        read_repo_hook = "read:repo_hook", admin_org = "admin:org", write_org = "write:org",
        read_org = "read:org", admin_public_key = "admin:public_key", write_public_key = "write:public_key",
        read_public_key = "read:public_key", admin_org_hook = "admin:org_hook", gist, notifications, user,
        read_user = "read:user", user_email = "user:email", user_follow = "user:follow", project,
        read_project = "read:project", delete_repo, write_packages = "write:packages",
        read_packages = "read:packages", delete_packages = "delete:packages", admin_gpg_key = "admin:gpg_key",
        write_gpg_key = "write:gpg_key", read_gpg_key = "read:gpg_key", codespace, workflow,
        read_audit_log = "read:audit_log", admin_enterprise = "admin:enterprise",
        manage_runners_enterprise = "manage_runners:enterprise",
        manage_billing_enterprise = "manage_billing:enterprise", read_enterprise = "read:enterprise",
        site_admin, write_discussion = "write:discussion", read_discussion = "read:discussion"),
    authorization_request(params(login(optional), allow_signup(one_of(true, false)), prompt(one_of(select_account)))),
    callback(capture(installation_id, setup_action), map(unauthorized_client = "application_suspended")),
    token_response(expires_in(never), scope(delimiter = ","), fields(refresh_token_expires_in = "refresh_token_expires_in")),
    revocation_request(method(delete), body(json), auth(client_secret_basic), rename(token = "access_token"), tokens(access_token)),
    error_response(map(invalid_client = "incorrect_client_credentials", access_denied = "unverified_user_email",
        invalid_grant("bad_verification_code", "bad_refresh_token", "redirect_uri_mismatch")))
)]
#[derive(Debug, Clone)]
pub struct GitHubEnterprise {
    /// The host of the server, such as `github.example.com`.
    pub host: Host,
}
