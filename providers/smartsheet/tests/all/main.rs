//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod united_states {
    use oauth_smartsheet::Smartsheet;
    oauth_testkit::provider_tests!(
        Smartsheet,
        Smartsheet::UNITED_STATES,
        [authorization_code, refresh_token]
    );
}

mod government {
    use oauth_smartsheet::Smartsheet;
    oauth_testkit::provider_tests!(Smartsheet, Smartsheet::GOVERNMENT, [authorization_code, refresh_token]);
}
