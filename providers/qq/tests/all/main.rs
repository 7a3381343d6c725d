//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_qq::Qq;

oauth_testkit::provider_tests!(Qq, Qq, [authorization_code, refresh_token]);
