#![doc = include_str!("../README.md")]

pub use oauth_core;
use oauth_core::{UrlVariable, oauth_provider};

/// Login with Amazon: who a customer of Amazon is, and access to some of Amazon's APIs.
#[oauth_provider(
    authorization_endpoint = "https://{region.login}/ap/oa",
    token_endpoint = "https://{region.api}/auth/o2/token",
    userinfo_endpoint = "https://{region.api}/user/profile",
    api_base = "https://{region.api}",
    client_auth(client_secret_post, client_secret_basic, none),
    grants(authorization_code(default_scopes(profile)), refresh_token),
    custom_scopes(allowed),
    scopes(profile, profile_user_id = "profile:user_id", postal_code)
)]
#[derive(Debug, Clone, Copy)]
pub struct Amazon {
    /// Where the customer belongs to.
    pub region: Region,
}

impl Amazon {
    /// North America, which is where Amazon's documentation sends customers of every country.
    pub const NORTH_AMERICA: Self = Self { region: Region::NorthAmerica };
    /// Europe, for APIs such as those of Amazon Ads.
    pub const EUROPE: Self = Self { region: Region::Europe };
    /// The Far East, for APIs such as those of Amazon Ads.
    pub const FAR_EAST: Self = Self { region: Region::FarEast };
}

/// A region of Amazon. A token is good for the hosts of its region.
#[derive(Debug, Clone, Copy, PartialEq, Eq, UrlVariable)]
pub enum Region {
    /// North America.
    #[url(login = "www.amazon.com", api = "api.amazon.com")]
    NorthAmerica,
    /// Europe.
    #[url(login = "eu.account.amazon.com", api = "api.amazon.co.uk")]
    Europe,
    /// The Far East.
    #[url(login = "apac.account.amazon.com", api = "api.amazon.co.jp")]
    FarEast,
}
