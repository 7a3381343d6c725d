//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod documented;

mod user {
    use oauth_sentry::Sentry;
    oauth_testkit::provider_tests!(Sentry, Sentry, [authorization_code, refresh_token]);
}

mod integration {
    use oauth_sentry::SentryIntegration;
    use oauth_sentry::oauth_core::Segment;
    oauth_testkit::provider_tests!(
        SentryIntegration,
        SentryIntegration { installation: Segment::new("a8e5d37a-696c-4c54-adb5-b3f28d64c7de").unwrap() },
        [
            client_credentials => |request| {
                request.parameter(SentryIntegration::CODE.value("fake-code-of-the-webhook"))
            },
            refresh_token
        ]
    );
}
