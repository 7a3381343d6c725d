//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod production {
    use oauth_square::Square;
    oauth_testkit::provider_tests!(
        Square,
        Square::PRODUCTION,
        [
            authorization_code => |request| {
                request.parameter(Square::SESSION.value("false")).parameter(Square::LOCALE_FR_CA)
            },
            refresh_token => |request| {
                let scopes = Square::SCOPES.scopes([Square::PAYMENTS_READ, Square::ITEMS_READ]);
                request.parameter(Square::SHORT_LIVED.value(true)).parameter(scopes)
            }
        ]
    );
}

mod sandbox {
    use oauth_square::Square;
    oauth_testkit::provider_tests!(Square, Square::SANDBOX, [authorization_code, refresh_token]);
}
