//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_mastodon::Mastodon;
use oauth_mastodon::oauth_core::Host;

oauth_testkit::provider_tests!(
    Mastodon,
    Mastodon { instance: Host::new("mastodon.social").unwrap() },
    [
        authorization_code => |request| {
            request.parameter(Mastodon::FORCE_LOGIN_TRUE).parameter(Mastodon::LANG.value("de"))
        },
        client_credentials
    ]
);
