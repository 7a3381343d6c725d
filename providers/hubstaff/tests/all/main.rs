//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_hubstaff::Hubstaff;

oauth_testkit::provider_tests!(Hubstaff, Hubstaff, [authorization_code, refresh_token]);
