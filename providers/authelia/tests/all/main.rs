//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_authelia::Authelia;
use oauth_authelia::oauth_core::{Host, PathPrefix};

oauth_testkit::provider_tests!(
    Authelia,
    Authelia { host: Host::new("auth.example.com").unwrap(), path: PathPrefix::default() },
    [authorization_code, refresh_token, client_credentials]
);
