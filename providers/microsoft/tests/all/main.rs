//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_microsoft::oauth_core::Segment;
use oauth_microsoft::{Cloud, Microsoft};

oauth_testkit::provider_tests!(
    Microsoft,
    Microsoft { cloud: Cloud::Global, tenant: Segment::new("contoso.onmicrosoft.com").unwrap() },
    [
        authorization_code => |request| {
            request
                .scopes([Microsoft::OFFLINE_ACCESS, Microsoft::USER_READ])
                .parameter(Microsoft::PROMPT_SELECT_ACCOUNT)
                .parameter(Microsoft::DOMAIN_HINT.value("organizations"))
        },
        refresh_token,
        client_credentials => |request| request.scopes([Microsoft::GRAPH_DEFAULT])
    ]
);

#[test]
fn a_cloud_is_read_from_what_it_has_alone() {
    assert_eq!("graph.microsoft.us".parse(), Ok(Cloud::UsGovernment));
    assert_eq!("dod-graph.microsoft.us".parse(), Ok(Cloud::UsGovernmentDod));
    assert_eq!("login.microsoftonline.com".parse(), Ok(Cloud::Global));
    // Two clouds log in there.
    assert!("login.microsoftonline.us".parse::<Cloud>().is_err());
}
