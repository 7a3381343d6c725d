//! The contract of every provider crate, and the samples of the documentation.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod documented;

mod production {
    use oauth_ebay::Ebay;
    oauth_testkit::provider_tests!(
        Ebay,
        Ebay::PRODUCTION,
        [
            authorization_code => |request| request.parameter(Ebay::PROMPT_LOGIN).parameter(Ebay::LOCALE.value("de-DE")),
            refresh_token,
            client_credentials
        ]
    );
}

mod sandbox {
    use oauth_ebay::Ebay;
    oauth_testkit::provider_tests!(
        Ebay,
        Ebay::SANDBOX,
        [authorization_code, refresh_token, client_credentials]
    );
}
