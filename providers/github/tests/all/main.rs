//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod github_com {
    use oauth_github::GitHub;
    oauth_testkit::provider_tests!(
        GitHub,
        GitHub,
        [
            authorization_code => |request| {
                request
                    .parameter(GitHub::LOGIN.value("octocat"))
                    .parameter(GitHub::ALLOW_SIGNUP_FALSE)
                    .parameter(GitHub::PROMPT_SELECT_ACCOUNT)
            },
            refresh_token
        ]
    );
}

mod enterprise {
    use oauth_github::GitHubEnterprise;
    use oauth_github::oauth_core::Host;
    oauth_testkit::provider_tests!(
        GitHubEnterprise,
        GitHubEnterprise { host: Host::new("github.example.com").unwrap() },
        [authorization_code, refresh_token]
    );
}
