//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod documented;

mod production {
    use oauth_quickbooks::QuickBooks;
    oauth_testkit::provider_tests!(QuickBooks, QuickBooks::PRODUCTION, [authorization_code, refresh_token]);
}

mod sandbox {
    use oauth_quickbooks::QuickBooks;
    oauth_testkit::provider_tests!(QuickBooks, QuickBooks::SANDBOX, [authorization_code, refresh_token]);
}
