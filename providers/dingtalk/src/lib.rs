#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::{Segment, oauth_provider};

/// DingTalk: its users, who log in.
#[rustfmt::skip]
#[oauth_provider(
    authorization_endpoint = "https://login.dingtalk.com/oauth2/auth",
    token_endpoint = "https://api.dingtalk.com/v1.0/oauth2/userAccessToken",
    userinfo_endpoint = "https://api.dingtalk.com/v1.0/contact/users/me",
    api_base = "https://api.dingtalk.com",
    client_auth(client_secret_post),
    grants(authorization_code(default_scopes(openid)), refresh_token),
    custom_scopes(allowed),
    scopes(
        openid, corpid, contact_user_read = "Contact.User.Read", contact_user_mobile = "Contact.User.mobile",
        calendar_event_read = "Calendar.Event.Read",
        calendar_event_schedule_read = "Calendar.EventSchedule.Read", todo_todo_read = "Todo.Todo.Read",
        todo_todo_write = "Todo.Todo.Write", todo_personal_write = "Todo.Personal.Write",
        file_read_all = "File.Read.All"
    ),
    authorization_request(params(
        prompt = "consent",
        org_type(one_of(management)),
        corp_id(optional, name = "corpId"),
        exclusive_login(one_of(yes = "true", no = "false"), name = "exclusiveLogin"),
        exclusive_corp_id(optional, name = "exclusiveCorpId")
    )),
    token_request(
        body(json),
        rename(client_id = "clientId", client_secret = "clientSecret", grant_type = "grantType",
            refresh_token = "refreshToken"),
        omit(redirect_uri)
    ),
    callback(code = "authCode"),
    token_response(
        fields(access_token = "accessToken", refresh_token = "refreshToken", expires_in = "expireIn"),
        extra(DingTalkExtra)
    ),
    error_response(
        code = "/code",
        description = "/message",
        map(invalid_grant = "invalidParameter.authCode.notFound", invalid_client = "invalidClientIdOrSecret")
    ),
    bearer(header = "x-acs-dingtalk-access-token")
)]
#[derive(Debug, Clone, Copy)]
pub struct DingTalk;

/// What DingTalk's token answer says beyond RFC 6749.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct DingTalkExtra {
    /// The organization that the user picked; with the scopes `openid` and `corpid` only.
    #[serde(rename = "corpId")]
    pub corp_id: Option<String>,
}

/// DingTalk: the app itself, in one organization.
#[oauth_provider(
    token_endpoint = "https://api.dingtalk.com/v1.0/oauth2/{corp_id}/token",
    api_base = "https://api.dingtalk.com",
    client_auth(client_secret_post),
    grants(client_credentials),
    token_request(body(json)),
    error_response(
        code = "/code",
        description = "/message",
        map(
            invalid_client = "invalid.client",
            unauthorized_client = "unauthorized.client",
            unsupported_grant_type = "unsupported.grant.type",
            server_error = "server.error"
        )
    ),
    bearer(header = "x-acs-dingtalk-access-token")
)]
#[derive(Debug, Clone)]
pub struct DingTalkApp {
    /// The organization, such as `ding0123456789abcdef`.
    pub corp_id: Segment,
}
