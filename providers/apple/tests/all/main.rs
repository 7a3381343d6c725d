//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_apple::Apple;

oauth_testkit::provider_tests!(Apple, Apple, [authorization_code, refresh_token]);
