#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::{SecretText, oauth_provider};

/// Sign in with Apple, for websites and for programs on other systems than Apple's.
///
/// The client secret is a JSON Web Token (ES256) that you sign with your key from Apple's developer
/// site, and that lives for six months at most.
#[oauth_provider(
    issuer = "https://appleid.apple.com",
    authorization_endpoint = "https://appleid.apple.com/auth/authorize",
    token_endpoint = "https://appleid.apple.com/auth/token",
    revocation_endpoint = "https://appleid.apple.com/auth/revoke",
    client_auth(client_secret_post),
    grants(authorization_code, refresh_token(rotation(none))),
    scopes(name, email, openid),
    authorization_request(params(locale(optional))),
    callback(mode(form_post), capture(user), map(access_denied = "user_cancelled_authorize")),
    token_response(extra(AppleExtra))
)]
#[derive(Debug, Clone, Copy)]
pub struct Apple;

/// What Apple's token answer says beyond RFC 6749.
#[derive(Debug, Clone, serde::Deserialize)]
pub struct AppleExtra {
    /// The identity token, which says who the user is; its signature is yours to check.
    pub id_token: Option<SecretText>,
}
