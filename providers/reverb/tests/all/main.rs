//! The contract of every provider crate, and the samples of the documentation.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod documented;

oauth_testkit::provider_tests!(
    oauth_reverb::Reverb,
    oauth_reverb::Reverb,
    [authorization_code, client_credentials]
);
