#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::oauth_provider;

/// Strava: activities, routes and segments of athletes.
#[rustfmt::skip]
#[oauth_provider(
    authorization_endpoint = "https://www.strava.com/oauth/authorize",
    token_endpoint = "https://www.strava.com/oauth/token",
    revocation_endpoint = "https://www.strava.com/oauth/revoke",
    userinfo_endpoint = "https://www.strava.com/api/v3/athlete",
    api_base = "https://www.strava.com/api/v3",
    client_auth(client_secret_post),
    grants(authorization_code, refresh_token),
    scope_delimiter = ",",
    scopes(read, read_all, profile_read_all = "profile:read_all", profile_write = "profile:write",
        activity_read = "activity:read", activity_read_all = "activity:read_all",
        activity_write = "activity:write"),
    authorization_request(params(approval_prompt(one_of(auto, force)))),
    token_request(omit(redirect_uri)),
    revocation_request(auth(client_secret_basic)),
    callback(capture(scope)),
    token_response(extra(StravaExtra)),
    error_response(code = "/errors/0/resource", description = "message", map(invalid_client = "Application",
        invalid_grant("AuthorizationCode", "RefreshToken"), invalid_token = "Athlete"))
)]
#[derive(Debug, Clone, Copy)]
pub struct Strava;

/// What Strava's token answer says beyond RFC 6749.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct StravaExtra {
    /// Who logged in. A refresh does not say.
    pub athlete: Option<Athlete>,
}

/// An athlete, in short.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct Athlete {
    /// The identifier.
    pub id: u64,
    /// The name in the athlete's address, if one was chosen.
    pub username: Option<String>,
    /// The first name.
    pub firstname: Option<String>,
    /// The last name.
    pub lastname: Option<String>,
    /// The city.
    pub city: Option<String>,
    /// The state or province.
    pub state: Option<String>,
    /// The country.
    pub country: Option<String>,
    /// Where the picture is.
    pub profile: Option<String>,
}
