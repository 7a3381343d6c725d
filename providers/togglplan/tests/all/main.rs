//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_togglplan::TogglPlan;

oauth_testkit::provider_tests!(TogglPlan, TogglPlan, [authorization_code, refresh_token, password]);
