//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod website {
    use oauth_wechat::WeChat;
    oauth_testkit::provider_tests!(
        WeChat,
        WeChat,
        [authorization_code => |request| request.parameter(WeChat::LANG_EN), refresh_token]
    );
}

mod official_account {
    use oauth_wechat::WeChatOfficialAccount;
    oauth_testkit::provider_tests!(
        WeChatOfficialAccount,
        WeChatOfficialAccount,
        [
            authorization_code => |request| request.parameter(WeChatOfficialAccount::FORCE_POPUP_YES),
            refresh_token
        ]
    );
}
