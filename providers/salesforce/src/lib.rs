#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::{HostLabel, UrlVariable, oauth_provider};

/// Salesforce, by the login pages that all organizations share.
#[rustfmt::skip]
#[oauth_provider(
    issuer = "https://{login}.salesforce.com",
    authorization_endpoint = "https://{login}.salesforce.com/services/oauth2/authorize",
    token_endpoint = "https://{login}.salesforce.com/services/oauth2/token",
    revocation_endpoint = "https://{login}.salesforce.com/services/oauth2/revoke",
    introspection_endpoint = "https://{login}.salesforce.com/services/oauth2/introspect",
    userinfo_endpoint = "https://{login}.salesforce.com/services/oauth2/userinfo",
    client_auth(client_secret_post, client_secret_basic, none),
    grants(authorization_code, refresh_token(offline_scope(refresh_token))),
    scopes(address, api, cdp_api, cdp_calculated_insight_api, cdp_identityresolution_api, cdp_ingest_api,
        cdp_profile_api, cdp_query_api, cdp_segment_api, chatbot_api, chatter_api, content,
        custom_permissions, data_cloud_user_claims, eclair_api, einstein_gpt_api, email, forgot_password,
        full, id, interaction_api, lightning, mcp_api, offline_access, openid, pardot_api, phone, profile,
        pwdless_login_api, refresh_token, scrt_api, sfap_api, user_registration_api, visualforce, wave_api,
        web),
    custom_scopes(allowed),
    authorization_request(params(prompt(some_of(login, consent, select_account)), login_hint(optional),
        sso_provider(optional), display(one_of(page, popup, touch, mobile)), immediate(one_of(true, false)))),
    revocation_request(auth(nothing)),
    callback(map(access_denied = "access-denied")),
    token_response(extra(SalesforceExtra), api_base(member = "instance_url", hosts("*.salesforce.com"))),
    error_response(map(invalid_client = "invalid_client_id", invalid_grant("inactive_user", "inactive_org"),
        invalid_request("redirect_uri_mismatch", "redirect_uri_missing")))
)]
#[derive(Debug, Clone, Copy)]
pub struct Salesforce {
    /// Production or sandboxes.
    pub login: Login,
}

/// Salesforce, by the domain of one organization: its My Domain or an Experience Cloud site.
#[rustfmt::skip]
#[oauth_provider(
    issuer = "https://{domain}.{site}",
    authorization_endpoint = "https://{domain}.{site}/services/oauth2/authorize",
    token_endpoint = "https://{domain}.{site}/services/oauth2/token",
    revocation_endpoint = "https://{domain}.{site}/services/oauth2/revoke",
    introspection_endpoint = "https://{domain}.{site}/services/oauth2/introspect",
    userinfo_endpoint = "https://{domain}.{site}/services/oauth2/userinfo",
    client_auth(client_secret_post, client_secret_basic, none),
    grants(authorization_code, refresh_token(offline_scope(refresh_token)),
        client_credentials(client_auth(client_secret_post, client_secret_basic))),
    scopes(address, api, cdp_api, cdp_calculated_insight_api, cdp_identityresolution_api, cdp_ingest_api,
        cdp_profile_api, cdp_query_api, cdp_segment_api, chatbot_api, chatter_api, content,
        custom_permissions, data_cloud_user_claims, eclair_api, einstein_gpt_api, email, forgot_password,
        full, id, interaction_api, lightning, mcp_api, offline_access, openid, pardot_api, phone, profile,
        pwdless_login_api, refresh_token, scrt_api, sfap_api, user_registration_api, visualforce, wave_api,
        web),
    custom_scopes(allowed),
    authorization_request(params(prompt(some_of(login, consent, select_account)), login_hint(optional),
        sso_provider(optional), display(one_of(page, popup, touch, mobile)), immediate(one_of(true, false)))),
    revocation_request(auth(nothing)),
    callback(map(access_denied = "access-denied")),
    token_response(extra(SalesforceExtra), api_base(member = "instance_url", hosts("*.salesforce.com"))),
    error_response(map(invalid_client = "invalid_client_id", invalid_grant("inactive_user", "inactive_org"),
        invalid_request("redirect_uri_mismatch", "redirect_uri_missing")))
)]
#[derive(Debug, Clone)]
pub struct SalesforceDomain {
    /// The name of the organization, such as `acme`; in a sandbox `acme--dev`.
    pub domain: HostLabel,
    /// What follows it.
    pub site: Site,
}

/// The shared login pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, UrlVariable)]
pub enum Login {
    /// For production and Developer Edition organizations.
    #[url("login")]
    Production,
    /// For sandboxes.
    #[url("test")]
    Sandbox,
}

/// The domains below which organizations have theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, UrlVariable)]
pub enum Site {
    /// My Domain in production.
    #[url("my.salesforce.com")]
    Production,
    /// My Domain of a sandbox.
    #[url("sandbox.my.salesforce.com")]
    Sandbox,
    /// An Experience Cloud site, without a path of its own.
    #[url("my.site.com")]
    ExperienceCloud,
}

impl Salesforce {
    /// `login.salesforce.com`.
    pub const PRODUCTION: Self = Self { login: Login::Production };
    /// `test.salesforce.com`.
    pub const SANDBOX: Self = Self { login: Login::Sandbox };
}

/// What Salesforce's token answer says beyond RFC 6749.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct SalesforceExtra {
    /// The identity URL, with the identifiers of organization and user in it.
    pub id: String,
    /// Where the organization's API is.
    pub instance_url: String,
    /// When the token was issued, in milliseconds since 1970, as a text.
    pub issued_at: String,
    /// HMAC-SHA256 over `id` and `issued_at` with the client secret, in Base64.
    pub signature: Option<String>,
    /// `opaque` or `jwt`.
    pub token_format: Option<String>,
    /// The Experience Cloud site that the user logged in to.
    pub sfdc_community_url: Option<String>,
    /// The identifier of that site.
    pub sfdc_community_id: Option<String>,
}
