//! The contract of every provider crate, and the store of a callback.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_lightspeed::Lightspeed;
use oauth_lightspeed::oauth_core::{CallbackError, ErrorKind, HostLabel, Segment};
use oauth_testkit::{AuthorizationServer, Endpoint};

fn example() -> Lightspeed {
    Lightspeed {
        domain_prefix: HostLabel::new("example").unwrap(),
        version: Segment::new("2026-07").unwrap(),
    }
}

oauth_testkit::provider_tests!(Lightspeed, example(), [authorization_code, refresh_token]);

#[test]
fn a_callback_of_another_store_exchanges_nothing() {
    let another = AuthorizationServer::builder(&example()).callback_parameter("domain_prefix", "other");
    let server = another.start().unwrap();
    let client = server.client(example(), server.client_secret()).unwrap();
    let login = client.authorize(server.redirect_uri()).scopes([Lightspeed::PRODUCTS_READ]).start().unwrap();
    let callback = server.approve(&login.url).unwrap();
    assert!(callback.contains("domain_prefix=other"), "{callback}");

    let error = client.finish(login.pending, callback).err().unwrap();
    let ErrorKind::Callback(CallbackError::Mismatch(name)) = error.kind() else { panic!("{error:?}") };
    assert_eq!(*name, "domain_prefix");
    assert!(server.requests(Endpoint::Token).is_empty());
}
