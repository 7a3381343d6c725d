//! The contract of every provider crate, with a clock that stands still.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_shopline::oauth_core::{HostLabel, Segment};
use oauth_shopline::{Shopline, Signer};
use std::time::{Duration, UNIX_EPOCH};

oauth_testkit::provider_tests!(
    Shopline,
    Shopline {
        handle: HostLabel::new("open001").unwrap(),
        version: Segment::new("v20260601").unwrap(),
        signer: Signer::with_clock("client-secret", || UNIX_EPOCH + Duration::from_secs(1_767_225_600)),
    },
    [authorization_code, access_token_refresh]
);
