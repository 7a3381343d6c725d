//! The contract of every provider crate, and the samples of the documentation.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]
#![allow(deprecated, reason = "the password grant, where it is declared")]

mod documented;

mod space {
    use oauth_standard::{Standard, oauth_core::Host};
    oauth_testkit::provider_tests!(
        Standard,
        Standard { host: Host::new("server.example.com").unwrap() },
        [authorization_code, implicit, password, client_credentials, refresh_token]
    );
}

mod comma {
    use oauth_standard::{StandardComma, oauth_core::Host};
    oauth_testkit::provider_tests!(
        StandardComma,
        StandardComma { host: Host::new("server.example.com").unwrap() },
        [authorization_code, implicit, password, client_credentials, refresh_token]
    );
}
