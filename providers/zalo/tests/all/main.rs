//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod user {
    use oauth_zalo::Zalo;
    oauth_testkit::provider_tests!(Zalo, Zalo, [authorization_code, refresh_token]);
}

mod official_account {
    use oauth_zalo::ZaloOfficialAccount;
    oauth_testkit::provider_tests!(
        ZaloOfficialAccount,
        ZaloOfficialAccount,
        [authorization_code, refresh_token]
    );
}
