//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_zendesk::{Zendesk, oauth_core::HostLabel};

oauth_testkit::provider_tests!(
    Zendesk,
    Zendesk { subdomain: HostLabel::new("acme").unwrap() },
    [authorization_code, refresh_token, client_credentials]
);
