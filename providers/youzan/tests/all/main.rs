//! The contract of every provider crate.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_youzan::Youzan;

oauth_testkit::provider_tests!(Youzan, Youzan { grant_id: "18163424".to_owned() }, [client_credentials]);
