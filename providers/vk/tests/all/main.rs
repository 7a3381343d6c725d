//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod documented;

use oauth_vk::Vk;

oauth_testkit::provider_tests!(
    Vk,
    Vk,
    [authorization_code, refresh_token => |request| request.parameter(Vk::DEVICE.value("fake-device"))]
);
