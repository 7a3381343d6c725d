//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod web {
    use oauth_tiktok::TikTok;
    oauth_testkit::provider_tests!(
        TikTok,
        TikTok,
        [
            authorization_code => |request| request.parameter(TikTok::DISABLE_AUTO_AUTH_YES),
            refresh_token
        ]
    );
}

mod desktop {
    use oauth_tiktok::TikTokDesktop;
    oauth_testkit::provider_tests!(TikTokDesktop, TikTokDesktop, [authorization_code, refresh_token]);
}

mod research {
    use oauth_tiktok::TikTokResearch;
    oauth_testkit::provider_tests!(TikTokResearch, TikTokResearch, [client_credentials]);
}
