//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_twitch::Twitch;

oauth_testkit::provider_tests!(
    Twitch,
    Twitch,
    [
        authorization_code => |request| request.parameter(Twitch::FORCE_VERIFY_TRUE),
        refresh_token,
        client_credentials
    ]
);
