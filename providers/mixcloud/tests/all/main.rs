//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_mixcloud::Mixcloud;

oauth_testkit::provider_tests!(Mixcloud, Mixcloud, [authorization_code]);
