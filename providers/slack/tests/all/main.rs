//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod slack {
    use oauth_slack::Slack;
    oauth_testkit::provider_tests!(
        Slack,
        Slack,
        [
            authorization_code => |request| {
                request
                    .parameter(Slack::USER_SCOPE.scopes([Slack::CHAT_WRITE, Slack::USERS_READ]))
                    .parameter(Slack::TEAM.value("T0FAKE0001"))
            },
            refresh_token
        ]
    );
}

mod user {
    use oauth_slack::SlackUser;
    oauth_testkit::provider_tests!(SlackUser, SlackUser, [authorization_code, refresh_token]);
}

mod sign_in {
    use oauth_slack::SlackSignIn;
    oauth_testkit::provider_tests!(SlackSignIn, SlackSignIn, [authorization_code]);
}
