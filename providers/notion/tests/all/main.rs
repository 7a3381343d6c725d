//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_notion::Notion;

oauth_testkit::provider_tests!(Notion, Notion::LATEST, [authorization_code, refresh_token]);
