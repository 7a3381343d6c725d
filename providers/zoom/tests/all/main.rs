//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod documented;

mod users {
    use oauth_zoom::Zoom;
    oauth_testkit::provider_tests!(
        Zoom,
        Zoom,
        [
            authorization_code => |request| {
                request
                    .parameter(Zoom::OPTIONAL_SCOPE.scopes([Zoom::MEETING_WRITE_MEETING]))
                    .parameter(Zoom::INCLUDE_GRANTED_SCOPES.value("true"))
            },
            refresh_token,
            client_credentials
        ]
    );
}

mod server_to_server {
    use oauth_zoom::ZoomServerToServer;
    oauth_testkit::provider_tests!(
        ZoomServerToServer,
        ZoomServerToServer { account_id: "the-account".to_owned() },
        [client_credentials]
    );
}
