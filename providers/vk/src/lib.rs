#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::{SecretText, oauth_provider};

/// VK ID: logins with a VK account, and VK's API.
#[oauth_provider(
    authorization_endpoint = "https://id.vk.com/authorize",
    token_endpoint = "https://id.vk.com/oauth2/auth",
    revocation_endpoint = "https://id.vk.com/oauth2/logout",
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
