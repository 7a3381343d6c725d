//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod confidential {
    use oauth_reddit::Reddit;
    oauth_testkit::provider_tests!(
        Reddit,
        Reddit { user_agent: "test:org.example.app:1.0 (by /u/example)".to_owned() },
        [
            authorization_code => |request| request.parameter(Reddit::DURATION_PERMANENT),
            refresh_token,
            client_credentials,
            password => |request| request.parameter(Reddit::OTP.value("123456"))
        ]
    );
}

mod installed {
    use oauth_reddit::RedditInstalled;
    oauth_testkit::provider_tests!(
        RedditInstalled,
        RedditInstalled { user_agent: "test:org.example.app:1.0 (by /u/example)".to_owned() },
        [
            authorization_code,
            refresh_token,
            client_credentials => |request| {
                request.parameter(RedditInstalled::DEVICE_ID.value("DO_NOT_TRACK_THIS_DEVICE"))
            }
        ]
    );
}
