//! The contract of every provider crate, and the samples of the documentation.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod documented;

use oauth_redbooth::Redbooth;

oauth_testkit::provider_tests!(Redbooth, Redbooth, [authorization_code, implicit, refresh_token]);
