//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod connect {
    use oauth_stripe::Stripe;
    oauth_testkit::provider_tests!(
        Stripe,
        Stripe,
        [
            authorization_code => |request| {
                request
                    .parameter(Stripe::STRIPE_LANDING_LOGIN)
                    .parameter(Stripe::STRIPE_USER_EMAIL.value("owner@shop.example"))
            },
            refresh_token
        ]
    );
}

mod apps {
    use oauth_stripe::StripeApps;
    oauth_testkit::provider_tests!(StripeApps, StripeApps, [authorization_code, refresh_token]);
}
