#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::oauth_provider;

/// TikTok: videos and their makers; for apps on the web and on phones.
#[rustfmt::skip]
#[oauth_provider(
    authorization_endpoint = "https://www.tiktok.com/v2/auth/authorize/",
    token_endpoint = "https://open.tiktokapis.com/v2/oauth/token/",
    revocation_endpoint = "https://open.tiktokapis.com/v2/oauth/revoke/",
    userinfo_endpoint = "https://open.tiktokapis.com/v2/user/info/?fields=open_id,union_id,avatar_url,display_name",
    api_base = "https://open.tiktokapis.com/v2",
    client_auth(client_secret_post),
    grants(authorization_code, refresh_token(rotation(strict))),
    scope_delimiter = ",",
    scopes(
        user_info_basic = "user.info.basic", user_info_profile = "user.info.profile",
        user_info_stats = "user.info.stats", user_info_open_id = "user.info.open_id",
        video_list = "video.list", video_publish = "video.publish", video_upload = "video.upload",
        artist_certification_read = "artist.certification.read",
        artist_certification_update = "artist.certification.update",
        biz_brand_insights = "biz.brand.insights", biz_creator_info = "biz.creator.info",
        biz_creator_insights = "biz.creator.insights", biz_ads_recommend = "biz.ads.recommend",
        local_product_manage = "local.product.manage", local_shop_manage = "local.shop.manage",
        local_voucher_manage = "local.voucher.manage", minis_public_upsert = "minis.public.upsert",
        portability_activity_ongoing = "portability.activity.ongoing",
        portability_activity_single = "portability.activity.single",
        portability_all_ongoing = "portability.all.ongoing",
        portability_all_single = "portability.all.single",
        portability_directmessages_ongoing = "portability.directmessages.ongoing",
        portability_directmessages_single = "portability.directmessages.single",
        portability_postsandprofile_ongoing = "portability.postsandprofile.ongoing",
        portability_postsandprofile_single = "portability.postsandprofile.single",
        research_adlib_basic = "research.adlib.basic", research_data_basic = "research.data.basic",
        research_data_u18eu = "research.data.u18eu", research_data_vra = "research.data.vra",
        share_sound_create = "share.sound.create"
    ),
    authorization_request(
        rename(client_id = "client_key"), params(disable_auto_auth(one_of(yes = "1", no = "0")))
    ),
    token_request(rename(client_id = "client_key")),
    revocation_request(rename(client_id = "client_key"), omit(token_type_hint), tokens(access_token)),
    callback(capture(scopes)),
    token_response(fields(refresh_token_expires_in = "refresh_expires_in"), extra(TikTokExtra))
)]
#[derive(Debug, Clone, Copy)]
pub struct TikTok;

/// TikTok for desktop apps, which write the PKCE challenge in another way.
#[rustfmt::skip]
#[oauth_provider(
    authorization_endpoint = "https://www.tiktok.com/v2/auth/authorize/",
    token_endpoint = "https://open.tiktokapis.com/v2/oauth/token/",
    revocation_endpoint = "https://open.tiktokapis.com/v2/oauth/revoke/",
    userinfo_endpoint = "https://open.tiktokapis.com/v2/user/info/?fields=open_id,union_id,avatar_url,display_name",
    api_base = "https://open.tiktokapis.com/v2",
    client_auth(client_secret_post),
    grants(authorization_code, refresh_token(rotation(strict))),
    scope_delimiter = ",",
    scopes(
        user_info_basic = "user.info.basic", user_info_profile = "user.info.profile",
        user_info_stats = "user.info.stats", user_info_open_id = "user.info.open_id",
        video_list = "video.list", video_publish = "video.publish", video_upload = "video.upload",
        artist_certification_read = "artist.certification.read",
        artist_certification_update = "artist.certification.update",
        biz_brand_insights = "biz.brand.insights", biz_creator_info = "biz.creator.info",
        biz_creator_insights = "biz.creator.insights", biz_ads_recommend = "biz.ads.recommend",
        local_product_manage = "local.product.manage", local_shop_manage = "local.shop.manage",
        local_voucher_manage = "local.voucher.manage", minis_public_upsert = "minis.public.upsert",
        portability_activity_ongoing = "portability.activity.ongoing",
        portability_activity_single = "portability.activity.single",
        portability_all_ongoing = "portability.all.ongoing",
        portability_all_single = "portability.all.single",
        portability_directmessages_ongoing = "portability.directmessages.ongoing",
        portability_directmessages_single = "portability.directmessages.single",
        portability_postsandprofile_ongoing = "portability.postsandprofile.ongoing",
        portability_postsandprofile_single = "portability.postsandprofile.single",
        research_adlib_basic = "research.adlib.basic", research_data_basic = "research.data.basic",
        research_data_u18eu = "research.data.u18eu", research_data_vra = "research.data.vra",
        share_sound_create = "share.sound.create"
    ),
    pkce(S256_hex, because = "Login Kit for Desktop wants the challenge in hexadecimal"),
    authorization_request(
        rename(client_id = "client_key"), params(disable_auto_auth(one_of(yes = "1", no = "0")))
    ),
    token_request(rename(client_id = "client_key")),
    revocation_request(rename(client_id = "client_key"), omit(token_type_hint), tokens(access_token)),
    callback(capture(scopes)),
    token_response(fields(refresh_token_expires_in = "refresh_expires_in"), extra(TikTokExtra))
)]
#[derive(Debug, Clone, Copy)]
pub struct TikTokDesktop;

/// TikTok's research and commercial content APIs, for the client itself and without scopes.
#[oauth_provider(
    token_endpoint = "https://open.tiktokapis.com/v2/oauth/token/",
    api_base = "https://open.tiktokapis.com/v2",
    client_auth(client_secret_post),
    grants(client_credentials),
    token_request(rename(client_id = "client_key"))
)]
#[derive(Debug, Clone, Copy)]
pub struct TikTokResearch;

/// What TikTok's token answer says beyond RFC 6749.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct TikTokExtra {
    /// The user, as this app knows them.
    pub open_id: String,
}
