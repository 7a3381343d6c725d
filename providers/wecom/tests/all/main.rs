//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_wecom::WeCom;

oauth_testkit::provider_tests!(WeCom, WeCom, [client_credentials]);
