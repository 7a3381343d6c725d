//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod organisation {
    use oauth_okta::Okta;
    use oauth_okta::oauth_core::Host;
    oauth_testkit::provider_tests!(
        Okta,
        Okta { domain: Host::new("example.okta.com").unwrap() },
        [
            authorization_code => |request| {
                request
                    .parameter(Okta::PROMPT_LOGIN_CONSENT)
                    .parameter(Okta::LOGIN_HINT.value("alice@example.com"))
                    .parameter(Okta::SESSION_TOKEN.value("session"))
            },
            refresh_token
        ]
    );
}

mod custom {
    use oauth_okta::OktaCustom;
    use oauth_okta::oauth_core::{Host, Segment};
    oauth_testkit::provider_tests!(
        OktaCustom,
        OktaCustom {
            domain: Host::new("example.okta.com").unwrap(),
            server: Segment::new("default").unwrap(),
        },
        [authorization_code, refresh_token, client_credentials]
    );
}
