//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_vipps::{Site, Vipps};

fn example() -> Vipps {
    let (subscription_key, merchant_serial_number) = ("fakesubscription".to_owned(), "123456".to_owned());
    Vipps { site: Site::Test, subscription_key, merchant_serial_number }
}

oauth_testkit::provider_tests!(Vipps, example(), [client_credentials]);
