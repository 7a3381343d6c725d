//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_auth0::Auth0;
use oauth_auth0::oauth_core::Host;

oauth_testkit::provider_tests!(
    Auth0,
    Auth0 { domain: Host::new("example.eu.auth0.com").unwrap() },
    [
        authorization_code => |request| {
            request
                .parameter(Auth0::AUDIENCE.value("https://api.example.com/"))
                .parameter(Auth0::ORGANIZATION.value("org_example"))
                .parameter(Auth0::PROMPT_SELECT_ACCOUNT)
                .parameter(Auth0::SCREEN_HINT_RESET_PASSWORD)
        },
        refresh_token,
        client_credentials => |request| request.parameter(Auth0::API.value("https://api.example.com/")),
        password => |request| request.parameter(Auth0::REALM.value("employees"))
    ]
);
