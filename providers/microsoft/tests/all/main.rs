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
