#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::oauth_provider;

/// Fitbit: health data of its devices, by the Web API that Google announced to end in November 2026.
#[rustfmt::skip]
#[oauth_provider(
    authorization_endpoint = "https://www.fitbit.com/oauth2/authorize",
    token_endpoint = "https://api.fitbit.com/oauth2/token",
    revocation_endpoint = "https://api.fitbit.com/oauth2/revoke",
    introspection_endpoint = "https://api.fitbit.com/1.1/oauth2/introspect",
    userinfo_endpoint = "https://api.fitbit.com/1/user/-/profile.json",
    api_base = "https://api.fitbit.com",
    client_auth(client_secret_basic, none),
    grants(authorization_code, refresh_token(rotation(strict)), client_credentials(client_auth(client_secret_basic))),
    scopes(activity, blood_glucose, cardio_fitness, electrocardiogram, heartrate,
        irregular_rhythm_notifications, location, nutrition, oxygen_saturation, profile, respiratory_rate,
        settings, sleep, social, temperature, weight),
    authorization_request(params(prompt(one_of(none, consent, login, login_consent = "login consent")))),
    revocation_request(omit(token_type_hint)),
    introspection_request(auth(bearer)),
    introspection_response(exp(unix_milliseconds)),
    token_response(extra(FitbitExtra)),
    error_response(code = "/errors/0/errorType", description = "/errors/0/message")
)]
#[derive(Debug, Clone, Copy)]
pub struct Fitbit;

/// What Fitbit's token answer says beyond RFC 6749.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct FitbitExtra {
    /// The user whom the token is for; none for a token of the application.
    pub user_id: Option<String>,
}
