//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_fitbit::Fitbit;

oauth_testkit::provider_tests!(
    Fitbit,
    Fitbit,
    [
        authorization_code => |request| request.parameter(Fitbit::PROMPT_LOGIN_CONSENT),
        refresh_token,
        client_credentials
    ]
);
