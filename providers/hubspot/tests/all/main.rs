//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_hubspot::HubSpot;

oauth_testkit::provider_tests!(
    HubSpot,
    HubSpot,
    [
        authorization_code => |request| request.parameter(HubSpot::OPTIONAL_SCOPE.scopes([HubSpot::AUTOMATION])),
        refresh_token,
        client_credentials
    ]
);
