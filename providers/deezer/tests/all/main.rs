//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

oauth_testkit::provider_tests!(oauth_deezer::Deezer, oauth_deezer::Deezer, [authorization_code]);
