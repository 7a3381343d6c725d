//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_instagram::Instagram;

oauth_testkit::provider_tests!(
    Instagram,
    Instagram,
    [
        authorization_code => |request| request.parameter(Instagram::FORCE_REAUTH_YES),
        long_lived_token,
        access_token_refresh
    ]
);
