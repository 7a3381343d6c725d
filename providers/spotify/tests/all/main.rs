//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_spotify::Spotify;

oauth_testkit::provider_tests!(
    Spotify,
    Spotify,
    [
        authorization_code => |request| request.parameter(Spotify::SHOW_DIALOG_TRUE),
        refresh_token,
        client_credentials
    ]
);
