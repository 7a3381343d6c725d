//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_airtable::Airtable;

oauth_testkit::provider_tests!(Airtable, Airtable, [authorization_code, refresh_token]);
