//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_strava::Strava;

oauth_testkit::provider_tests!(
    Strava,
    Strava,
    [
        authorization_code => |request| request.parameter(Strava::APPROVAL_PROMPT_FORCE),
        refresh_token
    ]
);
