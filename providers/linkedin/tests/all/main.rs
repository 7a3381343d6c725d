//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod web {
    use oauth_linkedin::LinkedIn;
    oauth_testkit::provider_tests!(
        LinkedIn,
        LinkedIn,
        [authorization_code, refresh_token, client_credentials]
    );
}

mod native {
    use oauth_linkedin::LinkedInNative;
    oauth_testkit::provider_tests!(LinkedInNative, LinkedInNative, [authorization_code]);
}
