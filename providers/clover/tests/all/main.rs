//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_clover::Clover;

oauth_testkit::provider_tests!(Clover, Clover::SANDBOX, [authorization_code, refresh_token]);
