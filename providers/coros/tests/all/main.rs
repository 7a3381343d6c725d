//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod documented;

use oauth_coros::Coros;

oauth_testkit::provider_tests!(Coros, Coros::SANDBOX, [authorization_code, token_extension]);
