//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_meituan::Meituan;

oauth_testkit::provider_tests!(Meituan, Meituan, [authorization_code, refresh_token]);
