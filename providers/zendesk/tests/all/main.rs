//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_zendesk::{Zendesk, oauth_core::HostLabel};

oauth_testkit::provider_tests!(
    Zendesk,
    Zendesk { subdomain: HostLabel::new("acme").unwrap() },
    [
        authorization_code,
        refresh_token => |request| {
            let lifetime = Zendesk::EXPIRES_IN.value(86_400);
            request.parameter(lifetime).parameter(Zendesk::REFRESH_TOKEN_EXPIRES_IN.value(7_776_000))
        },
        client_credentials
    ]
);
