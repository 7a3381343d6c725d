//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod live {
    use oauth_paypal::PayPal;
    oauth_testkit::provider_tests!(
        PayPal,
        PayPal::LIVE,
        [
            authorization_code => |request| request.parameter(PayPal::FULL_PAGE_TRUE),
            refresh_token,
            client_credentials => |request| request.parameter(PayPal::IGNORE_CACHE_TRUE)
        ]
    );
}

mod sandbox {
    use oauth_paypal::PayPal;
    oauth_testkit::provider_tests!(
        PayPal,
        PayPal::SANDBOX,
        [authorization_code, refresh_token, client_credentials]
    );
}
