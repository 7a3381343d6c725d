//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_dropbox::Dropbox;

oauth_testkit::provider_tests!(
    Dropbox,
    Dropbox,
    [
        authorization_code => |request| {
            request
                .parameter(Dropbox::TOKEN_ACCESS_TYPE_OFFLINE)
                .parameter(Dropbox::INCLUDE_GRANTED_SCOPES_USER)
                .parameter(Dropbox::FORCE_REAPPROVE_TRUE)
                .parameter(Dropbox::LOCALE.value("de-DE"))
        },
        refresh_token
    ]
);
