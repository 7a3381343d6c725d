//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_box::BoxCom;

oauth_testkit::provider_tests!(
    BoxCom,
    BoxCom::ACCOUNT,
    [
        authorization_code,
        refresh_token,
        client_credentials => |request| {
            request
                .parameter(BoxCom::BOX_SUBJECT_TYPE_ENTERPRISE)
                .parameter(BoxCom::BOX_SUBJECT_ID.value("12345"))
        }
    ]
);
