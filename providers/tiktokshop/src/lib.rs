#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::{UrlVariable, oauth_provider};

/// TikTok Shop: shops and creators, for apps of its Partner Center.
#[oauth_provider(
    authorization_endpoint = "https://services.{market}/open/authorize",
    token_endpoint = "https://auth.tiktok-shops.com/api/v2/token/get",
    refresh_endpoint = "https://auth.tiktok-shops.com/api/v2/token/refresh",
    client_auth(client_secret_post),
    grants(authorization_code(grant_type = "authorized_code"), refresh_token),
    pkce(none, because = "neither page of the flow documents PKCE, and the parameters are all in the query"),
    authorization_request(omit(response_type, client_id, redirect_uri), params(service_id = "{service_id}")),
    token_request(
        method(get, because = "the documented request is a GET with the secret in its query"),
        rename(client_id = "app_key", client_secret = "app_secret", code = "auth_code"),
        omit(redirect_uri)
    ),
    token_response(
        root = "/data",
        fields(
            expires_in = "access_token_expire_in",
            refresh_token_expires_in = "refresh_token_expire_in",
            scope = "granted_scopes"
        ),
        expires_in(unix),
        refresh_token_expires_in(unix),
        extra(TikTokShopExtra)
    ),
    error_response(when(differs("/code", "0")), code = "/code", description = "/message")
)]
#[derive(Debug, Clone)]
pub struct TikTokShop {
    /// Where the seller is.
    pub market: Market,
    /// The number of the service in Partner Center, which stands for the app in the login.
    pub service_id: String,
}

/// Where sellers log in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, UrlVariable)]
pub enum Market {
    /// The United States.
    #[url("us.tiktokshop.com")]
    UnitedStates,
    /// Everywhere else.
    #[url("tiktokshop.com")]
    Elsewhere,
}

/// What TikTok Shop's token answer says beyond RFC 6749.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct TikTokShopExtra {
    /// The user who granted access.
    pub open_id: String,
    /// The name of the seller.
    pub seller_name: Option<String>,
    /// The country of the seller, such as `GB`.
    pub seller_base_region: Option<String>,
    /// `0` for a seller, `1` for a creator.
    pub user_type: Option<u8>,
}
