//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_facebook::Facebook;
use oauth_facebook::oauth_core::Segment;

oauth_testkit::provider_tests!(
    Facebook,
    Facebook { version: Segment::new("v25.0").unwrap() },
    [
        authorization_code => |request| request.parameter(Facebook::RETURN_SCOPES_YES),
        client_credentials,
        long_lived_token
    ]
);
