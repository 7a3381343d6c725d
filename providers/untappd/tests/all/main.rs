//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_untappd::Untappd;

oauth_testkit::provider_tests!(Untappd, Untappd, [authorization_code]);
