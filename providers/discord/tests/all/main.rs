//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_discord::Discord;

oauth_testkit::provider_tests!(
    Discord,
    Discord,
    [
        authorization_code => |request| {
            request
                .parameter(Discord::PROMPT_NONE)
                .parameter(Discord::INTEGRATION_TYPE_GUILD)
                .parameter(Discord::PERMISSIONS.value("8"))
                .parameter(Discord::GUILD_ID.value("100000000000000001"))
                .parameter(Discord::DISABLE_GUILD_SELECT_TRUE)
        },
        refresh_token,
        client_credentials
    ]
);
