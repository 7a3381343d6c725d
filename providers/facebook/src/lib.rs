#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::{Segment, oauth_provider};

/// Facebook: logins with a Facebook account, and Meta's Graph API.
#[rustfmt::skip]
#[oauth_provider(
    authorization_endpoint = "https://www.facebook.com/{version}/dialog/oauth",
    token_endpoint = "https://graph.facebook.com/{version}/oauth/access_token",
    revocation_endpoint = "https://graph.facebook.com/{version}/me/permissions",
    userinfo_endpoint = "https://graph.facebook.com/{version}/me?fields=id,name,email",
    api_base = "https://graph.facebook.com/{version}",
    client_auth(client_secret_post),
    grants(authorization_code, client_credentials, long_lived_token(grant_type = "fb_exchange_token")),
    scope_delimiter = ",",
    scopes(
        openid, public_profile, email, ads_management, ads_read, ads_mcp_management, attribution_read,
        read_insights, read_audience_network_insights, business_management, catalog_management,
        commerce_manage_accounts, commerce_account_manage_orders, commerce_account_read_orders,
        commerce_account_read_reports, commerce_account_read_settings, leads_retrieval, pages_show_list,
        pages_read_engagement, pages_read_user_content, pages_manage_posts, pages_manage_engagement,
        pages_manage_metadata, pages_manage_ads, pages_manage_cta, pages_manage_instant_articles,
        pages_messaging, pages_utility_messaging, pages_events, pages_user_gender, pages_user_locale,
        pages_user_timezone, publish_video, instagram_basic, instagram_content_publish,
        instagram_manage_comments, instagram_manage_insights, instagram_manage_messages,
        instagram_manage_events, instagram_manage_upcoming_events, instagram_manage_contents,
        instagram_manage_engagement, instagram_shopping_tag_products, instagram_branded_content_brand,
        instagram_branded_content_ads_brand, instagram_branded_content_creator,
        instagram_creator_marketplace_discovery, instagram_creator_marketplace_messaging,
        whatsapp_business_management, whatsapp_business_messaging, whatsapp_business_manage_events,
        manage_app_solutions, manage_fundraisers, user_age_range, user_birthday, user_friends, user_gender,
        user_hometown, user_likes, user_link, user_location, user_messenger_contact, user_photos, user_posts,
        user_videos, gaming_profile, gaming_user_locale, developer_tools_mcp_app_read,
        developer_tools_mcp_app_management
    ),
    authorization_request(params(
        auth_type(one_of(rerequest, reauthenticate, reauthorize)),
        config_id(optional),
        display(one_of(page, popup, touch)),
        override_default_response_type(one_of(yes = "true")),
        return_scopes(one_of(yes = "true"))
    )),
    client_credentials_request(omit(scope)),
    long_lived_token_request(rename(access_token = "fb_exchange_token")),
    revocation_request(method(delete), auth(bearer), omit(token, token_type_hint)),
    callback(error("error", "error_code"), capture(granted_scopes, denied_scopes)),
    token_response(expires_in(never)),
    error_response(
        code("/error/error_subcode", "/error/code"),
        description = "/error/message",
        map(
            invalid_grant("36007", "36008", "36009", "100", "190"),
            invalid_client = "101",
            invalid_request = "191",
            temporarily_unavailable("2", "4", "17", "32", "613")
        )
    )
)]
#[derive(Debug, Clone)]
pub struct Facebook {
    /// The version of the Graph API, such as `v25.0`.
    pub version: Segment,
}
