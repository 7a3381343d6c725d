//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod north_america {
    use oauth_amazon::Amazon;
    oauth_testkit::provider_tests!(Amazon, Amazon::NORTH_AMERICA, [authorization_code, refresh_token]);
}

mod europe {
    use oauth_amazon::Amazon;
    oauth_testkit::provider_tests!(Amazon, Amazon::EUROPE, [authorization_code, refresh_token]);
}

mod far_east {
    use oauth_amazon::Amazon;
    oauth_testkit::provider_tests!(Amazon, Amazon::FAR_EAST, [authorization_code, refresh_token]);
}
