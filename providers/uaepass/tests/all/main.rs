//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_uaepass::{Site, UaePass};

oauth_testkit::provider_tests!(UaePass, UaePass { site: Site::Staging }, [authorization_code]);
