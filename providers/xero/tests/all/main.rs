//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod documented;

use oauth_xero::Xero;

oauth_testkit::provider_tests!(Xero, Xero, [authorization_code, refresh_token, client_credentials]);
