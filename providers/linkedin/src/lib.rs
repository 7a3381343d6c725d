#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::oauth_provider;

/// LinkedIn: members and pages, for web applications.
#[rustfmt::skip]
#[oauth_provider(
    authorization_endpoint = "https://www.linkedin.com/oauth/v2/authorization",
    token_endpoint = "https://www.linkedin.com/oauth/v2/accessToken",
    revocation_endpoint = "https://www.linkedin.com/oauth/v2/revoke",
    introspection_endpoint = "https://www.linkedin.com/oauth/v2/introspectToken",
    userinfo_endpoint = "https://api.linkedin.com/v2/userinfo",
    api_base = "https://api.linkedin.com",
    client_auth(client_secret_post),
    grants(authorization_code, refresh_token(rotation(none)), client_credentials),
    pkce(none, because = "the web flow refuses a code whose token request holds a code verifier"),
    scopes(openid, profile, email, w_member_social, r_member_social, w_member_social_feed, r_member_social_feed,
        r_basicprofile, r_1st_connections_size, r_ads, rw_ads, r_ads_reporting, r_organization_admin,
        rw_organization_admin, r_organization_social, w_organization_social, r_organization_social_feed,
        w_organization_social_feed, r_organization_followers, r_events, rw_events, rw_dmp_segments,
        rw_conversions, r_marketing_leadgen_automation, r_ads_leadgen_automation,
        rw_offline_conversions = "rw_offlineConversions", r_compliance, w_compliance, r_lms_learning,
        r_sales_nav_analytics, r_sales_nav_display, r_sales_nav_profiles, r_sales_nav_validation,
        r_liteprofile, r_emailaddress, r_fullprofile),
    custom_scopes(allowed),
    callback(map(access_denied("user_cancelled_login", "user_cancelled_authorize"), invalid_scope = "unauthorized_scope_error",
        invalid_request = "invalid_redirect_uri")),
    token_response(scope(delimiter = ","), fields(refresh_token_expires_in = "refresh_token_expires_in")),
    revocation_request(omit(token_type_hint)),
    introspection_request(omit(token_type_hint)),
    introspection_response(extra(TokenStatus)),
    error_response(map(invalid_grant = "invalid_redirect_uri"))
)]
#[derive(Debug, Clone, Copy)]
pub struct LinkedIn;

/// LinkedIn for native applications: no secret, PKCE, and a redirect to this machine.
#[rustfmt::skip]
#[oauth_provider(
    authorization_endpoint = "https://www.linkedin.com/oauth/native-pkce/authorization",
    token_endpoint = "https://www.linkedin.com/oauth/v2/accessToken",
    userinfo_endpoint = "https://api.linkedin.com/v2/userinfo",
    api_base = "https://api.linkedin.com",
    client_auth(none),
    grants(authorization_code),
    pkce(required),
    scopes(openid, profile, email, w_member_social, r_member_social, w_member_social_feed, r_member_social_feed,
        r_basicprofile, r_1st_connections_size, r_ads, rw_ads, r_ads_reporting, r_organization_admin,
        rw_organization_admin, r_organization_social, w_organization_social, r_organization_social_feed,
        w_organization_social_feed, r_organization_followers, r_events, rw_events, rw_dmp_segments,
        rw_conversions, r_marketing_leadgen_automation, r_ads_leadgen_automation,
        rw_offline_conversions = "rw_offlineConversions", r_compliance, w_compliance, r_lms_learning,
        r_sales_nav_analytics, r_sales_nav_display, r_sales_nav_profiles, r_sales_nav_validation,
        r_liteprofile, r_emailaddress, r_fullprofile),
    custom_scopes(allowed),
    callback(map(access_denied("user_cancelled_login", "user_cancelled_authorize"), invalid_scope = "unauthorized_scope_error",
        invalid_request = "invalid_redirect_uri")),
    token_response(scope(delimiter = ",")),
    error_response(map(invalid_grant = "invalid_redirect_uri"))
)]
#[derive(Debug, Clone, Copy)]
pub struct LinkedInNative;

/// What LinkedIn says about an access token beyond RFC 7662.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct TokenStatus {
    /// `active`, `expired` or `revoked`.
    pub status: Option<String>,
    /// When the member consented, in seconds since 1970.
    pub authorized_at: Option<u64>,
    /// When the token was issued, in seconds since 1970.
    pub created_at: Option<u64>,
    /// When the token stops being good, in seconds since 1970.
    pub expires_at: Option<u64>,
    /// `3L` for a token of a member, `2L` for one of the application, or `Enterprise_User`.
    pub auth_type: Option<String>,
}
