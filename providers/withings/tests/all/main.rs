//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_withings::Withings;

oauth_testkit::provider_tests!(
    Withings,
    Withings,
    [authorization_code => |request| request.parameter(Withings::MODE_DEMO), refresh_token]
);
