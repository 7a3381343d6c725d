//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_atlassian::Atlassian;

oauth_testkit::provider_tests!(Atlassian, Atlassian, [authorization_code, refresh_token, client_credentials]);
