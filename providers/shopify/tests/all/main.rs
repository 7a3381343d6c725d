//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_shopify::Shopify;
use oauth_shopify::oauth_core::{HostLabel, Segment};

fn example() -> Shopify {
    Shopify { shop: HostLabel::new("example-shop").unwrap(), version: Segment::new("2026-10").unwrap() }
}

oauth_testkit::provider_tests!(
    Shopify,
    example(),
    [
        authorization_code => |request| request.parameter(Shopify::ACCESS_MODE_PER_USER),
        refresh_token,
        client_credentials
    ]
);
