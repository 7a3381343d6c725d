//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_xiaomi::Xiaomi;

oauth_testkit::provider_tests!(
    Xiaomi,
    Xiaomi,
    [
        authorization_code => |request| request.parameter(Xiaomi::SKIP_CONFIRM_YES),
        refresh_token => |request| request.redirect_uri("https://client.example/callback")
    ]
);
