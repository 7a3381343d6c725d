#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::oauth_provider;

/// Dropbox: files of people and of teams.
#[rustfmt::skip]
#[oauth_provider(
    authorization_endpoint = "https://www.dropbox.com/oauth2/authorize",
    token_endpoint = "https://api.dropboxapi.com/oauth2/token",
    revocation_endpoint = "https://api.dropboxapi.com/2/auth/token/revoke",
    userinfo_endpoint = "https://api.dropboxapi.com/2/users/get_current_account",
    api_base = "https://api.dropboxapi.com/2",
    client_auth(client_secret_post, client_secret_basic, none),
    grants(authorization_code, refresh_token(rotation(none))),
    scopes(account_info_read = "account_info.read", account_info_write = "account_info.write",
        files_metadata_read = "files.metadata.read", files_metadata_write = "files.metadata.write",
        files_content_read = "files.content.read", files_content_write = "files.content.write",
        files_permanent_delete = "files.permanent_delete", file_requests_read = "file_requests.read",
        file_requests_write = "file_requests.write", sharing_read = "sharing.read",
        sharing_write = "sharing.write", contacts_read = "contacts.read", contacts_write = "contacts.write",
        openid, profile, email, team_info_read = "team_info.read", team_info_write = "team_info.write",
        team_data_member = "team_data.member", team_data_team_space = "team_data.team_space",
        team_data_governance_read = "team_data.governance.read",
        team_data_governance_write = "team_data.governance.write",
        team_data_content_read = "team_data.content.read",
        team_data_content_write = "team_data.content.write",
        files_team_metadata_write = "files.team_metadata.write",
        files_team_metadata_read = "files.team_metadata.read", members_read = "members.read",
        members_write = "members.write", members_delete = "members.delete", groups_read = "groups.read",
        groups_write = "groups.write", sessions_list = "sessions.list", sessions_modify = "sessions.modify",
        events_read = "events.read"),
    authorization_request(params(token_access_type(one_of(offline, online, legacy)), include_granted_scopes(one_of(user, team)),
        force_reapprove(one_of(true, false)), disable_signup(one_of(true, false)), require_role(one_of(personal, work)),
        locale(optional))),
    token_response(expires_in(never), extra(DropboxExtra)),
    revocation_request(auth(bearer), omit(token)),
    userinfo_request(method(post)),
    error_response(map(invalid_client = "invalid_client: Invalid client_id or client_secret"))
)]
#[derive(Debug, Clone, Copy)]
pub struct Dropbox;

/// What Dropbox's token answer says beyond RFC 6749.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct DropboxExtra {
    /// The account, `dbid:…`, for a token of a user. A refresh does not say.
    pub account_id: Option<String>,
    /// The team, `dbtid:…`, for a token of a team.
    pub team_id: Option<String>,
    /// The user's identifier of older APIs; empty for a team.
    pub uid: Option<String>,
}
