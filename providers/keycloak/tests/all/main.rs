//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_keycloak::Keycloak;
use oauth_keycloak::oauth_core::{Host, PathPrefix, Segment};

oauth_testkit::provider_tests!(
    Keycloak,
    Keycloak {
        host: Host::new("sso.example.com").unwrap(),
        path: PathPrefix::default(),
        realm: Segment::new("test").unwrap()
    },
    [
        authorization_code => |request| {
            request
                .parameter(Keycloak::KC_IDP_HINT.value("google"))
                .parameter(Keycloak::KC_ACTION.value("UPDATE_PASSWORD"))
                .parameter(Keycloak::PROMPT_CREATE)
        },
        refresh_token,
        client_credentials
    ]
);
