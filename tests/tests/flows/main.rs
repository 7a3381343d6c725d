//! Every declared grant of the five providers, through its client, over real HTTP against the
//! embedded server, by each transport.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]
#![allow(deprecated, reason = "the password grant, where it is declared")]

use oauth_core::http::header;
use oauth_core::{Error, ErrorCode, ErrorKind, Recovery};
use oauth_testkit::{AuthorizationServer, Endpoint, Event, Received};

macro_rules! flows {
    ($($over:ident: $Transport:ident,)*) => {$(
        #[path = "."]
        #[allow(clippy::duplicate_mod)]
        mod $over {
            use super::{asks_for_a_refresh, has_authorization, is_dead, last, names, revoked_families};

            mod ebay;
            mod redbooth;
            mod reverb;
            mod sharetribe;
            mod standard;

            fn transport() -> impl oauth_core::Transport {
                oauth_core::$Transport::builder().build().unwrap()
            }
        }
    )*};
}

flows! {
    over_reqwest: ReqwestTransport,
    over_hyper: HyperTransport,
}

/// The last request to an endpoint.
fn last(server: &AuthorizationServer, endpoint: Endpoint) -> Received {
    server.requests(endpoint).pop().expect("a request")
}

/// The names of the parameters, as they went out.
fn names(received: &Received) -> Vec<&str> {
    received.parameters().iter().map(|(name, _)| name.as_str()).collect()
}

fn has_authorization(received: &Received) -> bool {
    received.headers().contains_key(header::AUTHORIZATION)
}

/// An expired token's error: typed, and with the advice to refresh.
#[track_caller]
fn asks_for_a_refresh(error: &Error) {
    assert_eq!(error.recovery(), Recovery::UseRefreshToken, "{error}");
    assert!(error.is_invalid_token(), "{error}");
    assert!(matches!(error.kind(), ErrorKind::Unauthorized(_)), "{error:?}");
}

/// A dead grant's error: typed, and with the advice to log in again.
#[track_caller]
fn is_dead(error: &Error) {
    assert_eq!(error.code(), Some(&ErrorCode::InvalidGrant), "{error}");
    assert_eq!(error.recovery(), Recovery::Reauthorize);
}

fn revoked_families(server: &AuthorizationServer) -> usize {
    server.audit().iter().filter(|event| matches!(event, Event::FamilyRevoked { .. })).count()
}
