//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod documented;

use oauth_zoho::{DataCenter, Zoho};

oauth_testkit::provider_tests!(
    Zoho,
    Zoho { data_center: DataCenter::Europe },
    [
        authorization_code => |request| {
            request.parameter(Zoho::ACCESS_TYPE_OFFLINE).parameter(Zoho::PROMPT_CONSENT)
        },
        refresh_token,
        client_credentials => |request| request.parameter(Zoho::SOID.value("ZohoCRM.000000000"))
    ]
);
