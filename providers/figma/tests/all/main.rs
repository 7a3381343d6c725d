//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_figma::Figma;

oauth_testkit::provider_tests!(Figma, Figma, [authorization_code, refresh_token]);
