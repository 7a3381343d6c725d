//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_etsy::Etsy;

oauth_testkit::provider_tests!(Etsy, Etsy, [authorization_code, refresh_token]);
