#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::{SecretText, oauth_provider};

/// VK ID: logins with a VK account, and VK's API.
#[oauth_provider(
    authorization_endpoint = "https://id.vk.com/authorize",
    token_endpoint = "https://id.vk.com/oauth2/auth",
    revocation_endpoint = "https://id.vk.com/oauth2/logout",
    userinfo_endpoint = "https://id.vk.com/oauth2/user_info",
    api_base = "https://api.vk.com/method",
    client_auth(none),
    grants(authorization_code, refresh_token(rotation(strict))),
    pkce(required),
    custom_scopes(allowed),
    scopes(vkid_personal_info = "vkid.personal_info", email, phone),
    authorization_request(params(
        prompt(some_of(none, login, consent)),
        provider(one_of(vkid, ok_ru, mail_ru)),
        lang_id(optional),
        scheme(one_of(light, dark, space_gray, bright_light))
    )),
    callback(capture(device_id), echo(device_id = "device_id")),
    token_request(send(state)),
    refresh_request(params(device(required, name = "device_id"), state(random))),
    revocation_request(rename(token = "access_token"), omit(token_type_hint)),
    userinfo_request(method(post), send(access_token, client_id)),
    token_response(extra(VkExtra))
)]
#[derive(Debug, Clone, Copy)]
pub struct Vk;

/// What VK's token answer says beyond RFC 6749.
#[derive(Debug, Clone, serde::Deserialize)]
pub struct VkExtra {
    /// The user.
    pub user_id: u64,
    /// The identity token; its signature is yours to check.
    pub id_token: Option<SecretText>,
    /// The `state` of the request.
    pub state: Option<String>,
}

/// The answer of the userinfo endpoint.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct UserInfo {
    /// The user.
    pub user: User,
}

/// The user of [`UserInfo`]: what the app may know of it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct User {
    /// The identifier of the user.
    pub user_id: Option<String>,
    /// The first name.
    pub first_name: Option<String>,
    /// The last name.
    pub last_name: Option<String>,
    /// The URL of a picture.
    pub avatar: Option<String>,
    /// The e-mail address, for the scope `email`.
    pub email: Option<String>,
    /// The telephone number, for the scope `phone`.
    pub phone: Option<String>,
}
