//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_tiktokshop::{Market, TikTokShop};

oauth_testkit::provider_tests!(
    TikTokShop,
    TikTokShop { market: Market::UnitedStates, service_id: "7000000000000000000".to_owned() },
    [authorization_code, refresh_token]
);
