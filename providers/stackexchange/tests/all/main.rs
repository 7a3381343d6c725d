//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_stackexchange::StackExchange;

oauth_testkit::provider_tests!(StackExchange, StackExchange, [authorization_code]);
