//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_basecamp::Basecamp;

oauth_testkit::provider_tests!(
    Basecamp,
    Basecamp { user_agent: "Example (https://app.example/contact)".to_owned() },
    [authorization_code, refresh_token => |request| request.redirect_uri("https://client.example/callback")]
);
