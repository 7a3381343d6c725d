//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_microsoft::oauth_core::{Client, ClientSecret, Segment};
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

/// The callback of an admin consent brings `tenant`, and `admin_consent=True`.
#[test]
fn consent_of_an_administrator_needs_no_code() {
    let tenant = Segment::new("a8990e1f-ff32-408a-9f8e-78d3b9139b95").unwrap();
    let client = Client::new(Microsoft { cloud: Cloud::Global, tenant }, ClientSecret::new("id", "secret"));
    let request = client.client_credentials().scopes([Microsoft::GRAPH_DEFAULT]).request().unwrap();
    assert_eq!(
        request.uri(),
        "https://login.microsoftonline.com/a8990e1f-ff32-408a-9f8e-78d3b9139b95/oauth2/v2.0/token"
    );
    assert_eq!(
        std::str::from_utf8(request.body()).unwrap(),
        "grant_type=client_credentials&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default&client_id=id&client_secret=secret"
    );
}
