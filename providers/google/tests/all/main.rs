//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_google::Google;

oauth_testkit::provider_tests!(
    Google,
    Google,
    [
        authorization_code => |request| {
            request
                .parameter(Google::ACCESS_TYPE_OFFLINE)
                .parameter(Google::PROMPT_CONSENT)
                .parameter(Google::PROMPT_SELECT_ACCOUNT)
                .parameter(Google::INCLUDE_GRANTED_SCOPES_TRUE)
                .parameter(Google::LOGIN_HINT.value("alice@example.com"))
                .parameter(Google::HD.value("example.com"))
        },
        refresh_token
    ]
);
