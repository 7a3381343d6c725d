//! The contract of every provider crate, and the samples of the documentation.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]
#![allow(deprecated, reason = "the password grant, where it is declared")]

mod documented;

mod marketplace {
    use oauth_sharetribe::Sharetribe;
    oauth_testkit::provider_tests!(Sharetribe, Sharetribe, [client_credentials, password, refresh_token]);
}

mod integration {
    use oauth_sharetribe::SharetribeIntegration;
    oauth_testkit::provider_tests!(
        SharetribeIntegration,
        SharetribeIntegration,
        [client_credentials, refresh_token]
    );
}
