//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_naver::Naver;

oauth_testkit::provider_tests!(
    Naver,
    Naver,
    [authorization_code => |request| request.parameter(Naver::AUTH_TYPE_REPROMPT), refresh_token]
);
