#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::{UrlVariable, oauth_provider};

/// COROS: activities and daily data of its sports watches, for real or in the test environment.
#[oauth_provider(
    authorization_endpoint = "https://{environment}.coros.com/oauth2/authorize",
    token_endpoint = "https://{environment}.coros.com/oauth2/accesstoken",
    refresh_endpoint = "https://{environment}.coros.com/oauth2/refresh-token",
    revocation_endpoint = "https://{environment}.coros.com/oauth2/deauthorize",
    api_base = "https://{environment}.coros.com",
    client_auth(client_secret_post),
    grants(authorization_code, token_extension),
    revocation_request(
        auth(nothing),
        body(query, because = "the documented URL has the token in its query"),
        omit(token_type_hint),
        tokens(access_token)
    ),
    callback(no_code(access_denied)),
    token_response(
        fields(
            access_token("access_token", "accessToken"),
            expires_in("expires_in", "expiresIn"),
            refresh_token("refresh_token", "refreshToken")
        ),
        extra(CorosExtra)
    ),
    refresh_response(expires_in(default = "2592000")),
    error_response(when(differs("result", "0000")), code = "result", description = "message"),
    bearer(query = "token", because = "the API reads tokens from the query only")
)]
#[derive(Debug, Clone, Copy)]
pub struct Coros {
    /// Production or the test environment.
    pub environment: Environment,
}

impl Coros {
    /// The real COROS.
    pub const PRODUCTION: Self = Self { environment: Environment::Production };
    /// The test environment.
    pub const SANDBOX: Self = Self { environment: Environment::Sandbox };
}

/// The two worlds of COROS.
#[derive(Debug, Clone, Copy, PartialEq, Eq, UrlVariable)]
pub enum Environment {
    /// The real one.
    #[url("open")]
    Production,
    /// For tests, with clients and accounts of its own.
    #[url("opentest")]
    Sandbox,
}

/// What COROS's token answer says beyond RFC 6749.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct CorosExtra {
    /// The user, whom API requests name beside the token; in the answer to a code only.
    #[serde(rename = "openId")]
    pub open_id: Option<String>,
}
