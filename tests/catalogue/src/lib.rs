//! [`catalogue`]: every declared provider, as data. What must be true of all of them is tested here.

#![allow(clippy::expect_used)]

mod index;

pub use index::index;
use oauth_core::metadata::Metadata;
use oauth_core::{Host, HostLabel, MetadataBuf, PathPrefix, Provider, Segment};

/// One declaration.
#[derive(Debug)]
pub struct Entry {
    /// The library that it stands in, such as `oauth_reverb`.
    pub library: &'static str,
    /// Its metadata; they hold the name.
    pub metadata: &'static Metadata,
    /// Its definition, with the values of variables that are enums.
    pub definition: MetadataBuf,
    /// Whether it has a hook, which is code and no data.
    pub is_hooked: bool,
}

impl Entry {
    /// The folder of the crate under `providers/`.
    pub fn folder(&self) -> &'static str {
        self.library.strip_prefix("oauth_").unwrap_or(self.library)
    }
}

/// `library::Type => sample, variable: Enum, …;` for every declaration. The sample sees all that its
/// library exports.
macro_rules! catalogue {
    ($($library:ident::$name:ident => $sample:expr $(, $variable:ident: $values:ident)*;)*) => {
        /// Every declaration of every crate under `providers/`.
        pub fn catalogue() -> Vec<Entry> {
            vec![$({
                #[allow(unused_imports, reason = "a unit struct needs no more than its name")]
                use $library::*;
                let sample: $library::$name = $sample;
                let metadata = sample.metadata();
                Entry {
                    library: stringify!($library),
                    metadata,
                    definition: MetadataBuf::from(metadata)
                        $(.with_values_of::<$values>(stringify!($variable)))*,
                    is_hooked: sample.hook().is_some(),
                }
            }),*]
        }
    };
}

catalogue! {
    oauth_airtable::Airtable => Airtable;
    oauth_amazon::Amazon => Amazon::EUROPE, region: Region;
    oauth_apple::Apple => Apple;
    oauth_atlassian::Atlassian => Atlassian;
    oauth_auth0::Auth0 => Auth0 { domain: host() };
    oauth_authelia::Authelia => Authelia { host: host(), path: path() };
    oauth_basecamp::Basecamp => Basecamp { user_agent: text() };
    oauth_box::BoxCom => BoxCom::ACCOUNT, site: Site;
    oauth_clover::Clover => Clover::SANDBOX, region: Region;
    oauth_coros::Coros => Coros::SANDBOX, environment: Environment;
    oauth_deezer::Deezer => Deezer;
    oauth_dingtalk::DingTalk => DingTalk;
    oauth_dingtalk::DingTalkApp => DingTalkApp { corp_id: segment() };
    oauth_discord::Discord => Discord;
    oauth_docusign::Docusign => Docusign::PRODUCTION, account: Account;
    oauth_dropbox::Dropbox => Dropbox;
    oauth_ebay::Ebay => Ebay::PRODUCTION, site: Site;
    oauth_etsy::Etsy => Etsy;
    oauth_facebook::Facebook => Facebook { version: segment() };
    oauth_figma::Figma => Figma;
    oauth_fiserv::Fiserv => Fiserv { host: host(), efx_header: text() };
    oauth_fitbit::Fitbit => Fitbit;
    oauth_github::GitHub => GitHub;
    oauth_github::GitHubEnterprise => GitHubEnterprise { host: host() };
    oauth_gitlab::GitLab => GitLab { host: host(), path: path() };
    oauth_google::Google => Google;
    oauth_hubspot::HubSpot => HubSpot;
    oauth_hubstaff::Hubstaff => Hubstaff;
    oauth_instagram::Instagram => Instagram;
    oauth_keycloak::Keycloak => Keycloak { host: host(), path: path(), realm: segment() };
    oauth_lightspeed::Lightspeed => Lightspeed { domain_prefix: label(), version: segment() };
    oauth_linkedin::LinkedIn => LinkedIn;
    oauth_linkedin::LinkedInNative => LinkedInNative;
    oauth_mailchimp::Mailchimp => Mailchimp;
    oauth_mastodon::Mastodon => Mastodon { instance: host() };
    oauth_meituan::Meituan => Meituan;
    oauth_microsoft::Microsoft => Microsoft { cloud: Cloud::Global, tenant: segment() }, cloud: Cloud;
    oauth_mixcloud::Mixcloud => Mixcloud;
    oauth_naver::Naver => Naver;
    oauth_notion::Notion => Notion::LATEST, version: Version;
    oauth_okta::Okta => Okta { domain: host() };
    oauth_okta::OktaCustom => OktaCustom { domain: host(), server: segment() };
    oauth_paypal::PayPal => PayPal::LIVE, site: Site;
    oauth_qq::Qq => Qq;
    oauth_quickbooks::QuickBooks => QuickBooks::PRODUCTION, site: Site;
    oauth_redbooth::Redbooth => Redbooth;
    oauth_reddit::Reddit => Reddit { user_agent: text() };
    oauth_reddit::RedditInstalled => RedditInstalled { user_agent: text() };
    oauth_reverb::Reverb => Reverb;
    oauth_salesforce::Salesforce => Salesforce::SANDBOX, login: Login;
    oauth_salesforce::SalesforceDomain => SalesforceDomain { domain: label(), site: Site::Sandbox }, site: Site;
    oauth_sentry::Sentry => Sentry;
    oauth_sentry::SentryIntegration => SentryIntegration { installation: segment() };
    oauth_sharetribe::Sharetribe => Sharetribe;
    oauth_sharetribe::SharetribeIntegration => SharetribeIntegration;
    oauth_shopify::Shopify => Shopify { shop: label(), version: segment() };
    oauth_shopline::Shopline => Shopline { handle: label(), version: segment(), signer: Signer::new("secret") };
    oauth_slack::Slack => Slack;
    oauth_slack::SlackSignIn => SlackSignIn;
    oauth_slack::SlackUser => SlackUser;
    oauth_smartsheet::Smartsheet => Smartsheet::EUROPE, region: Region;
    oauth_spotify::Spotify => Spotify;
    oauth_square::Square => Square::PRODUCTION, site: Site;
    oauth_stackexchange::StackExchange => StackExchange;
    oauth_standard::Standard => Standard { host: host() };
    oauth_standard::StandardComma => StandardComma { host: host() };
    oauth_strava::Strava => Strava;
    oauth_stripe::Stripe => Stripe;
    oauth_stripe::StripeApps => StripeApps;
    oauth_tiktok::TikTok => TikTok;
    oauth_tiktok::TikTokDesktop => TikTokDesktop;
    oauth_tiktok::TikTokResearch => TikTokResearch;
    oauth_tiktokshop::TikTokShop => TikTokShop { market: Market::Elsewhere, service_id: text() }, market: Market;
    oauth_togglplan::TogglPlan => TogglPlan;
    oauth_twitch::Twitch => Twitch;
    oauth_twitter::Twitter => Twitter;
    oauth_uaepass::UaePass => UaePass { site: Site::Production }, site: Site;
    oauth_untappd::Untappd => Untappd;
    oauth_vipps::Vipps => Vipps { site: Site::Test, subscription_key: text(), merchant_serial_number: text() }, site: Site;
    oauth_vk::Vk => Vk;
    oauth_wechat::WeChat => WeChat;
    oauth_wechat::WeChatOfficialAccount => WeChatOfficialAccount;
    oauth_wecom::WeCom => WeCom;
    oauth_withings::Withings => Withings;
    oauth_xero::Xero => Xero;
    oauth_xiaomi::Xiaomi => Xiaomi;
    oauth_youzan::Youzan => Youzan { grant_id: text() };
    oauth_zalo::Zalo => Zalo;
    oauth_zalo::ZaloOfficialAccount => ZaloOfficialAccount;
    oauth_zendesk::Zendesk => Zendesk { subdomain: label() };
    oauth_zoho::Zoho => Zoho { data_center: DataCenter::Europe }, data_center: DataCenter;
    oauth_zoom::Zoom => Zoom;
    oauth_zoom::ZoomServerToServer => ZoomServerToServer { account_id: text() };
}

fn path() -> PathPrefix {
    PathPrefix::default()
}

fn host() -> Host {
    Host::new("server.example").expect("a host")
}

fn label() -> HostLabel {
    HostLabel::new("acme").expect("a label")
}

fn segment() -> Segment {
    Segment::new("acme").expect("a segment")
}

fn text() -> String {
    "acme".to_owned()
}
