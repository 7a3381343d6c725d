//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod user {
    use oauth_dingtalk::DingTalk;
    oauth_testkit::provider_tests!(
        DingTalk,
        DingTalk,
        [
            authorization_code => |request| {
                request
                    .parameter(DingTalk::CORP_ID.value("dingfakecorp0001"))
                    .parameter(DingTalk::EXCLUSIVE_LOGIN_YES)
            },
            refresh_token
        ]
    );
}

mod app {
    use oauth_dingtalk::DingTalkApp;
    use oauth_dingtalk::oauth_core::Segment;
    oauth_testkit::provider_tests!(
        DingTalkApp,
        DingTalkApp { corp_id: Segment::new("dingfakecorp0001").unwrap() },
        [client_credentials]
    );
}
