//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod documented;

use oauth_mailchimp::Mailchimp;

oauth_testkit::provider_tests!(Mailchimp, Mailchimp, [authorization_code]);
