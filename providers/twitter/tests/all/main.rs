//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_twitter::Twitter;

oauth_testkit::provider_tests!(Twitter, Twitter, [authorization_code, refresh_token]);
