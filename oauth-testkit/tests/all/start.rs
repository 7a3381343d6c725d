//! Starting, stopping, and being several at once.

use crate::providers::{Ambiguous, Plain};
use oauth_core::{ErrorCode, Provider};
use oauth_testkit::{AuthorizationServer, Endpoint, StartError};

#[test]
fn endpoints_that_one_address_can_not_have() {
    let error = AuthorizationServer::start(&Ambiguous).unwrap_err();
    assert!(matches!(error, StartError::Ambiguous(Endpoint::Token, Endpoint::Revocation)));
    assert!(error.to_string().contains("same path and method"), "{error}");
}

#[tokio::test]
async fn servers_know_nothing_of_each_other() {
    let one = AuthorizationServer::start(&Plain).unwrap();
    let two = AuthorizationServer::start(&Plain).unwrap();
    assert!(one.address().ip().is_loopback() && one.address() != two.address());
    let client = two.client(Plain, one.client_secret()).unwrap();
    let error = client.client_credentials().send().await.unwrap_err();
    assert_eq!(error.code(), Some(&ErrorCode::InvalidClient));
}

#[test]
fn a_dropped_server_is_gone() {
    let server = AuthorizationServer::start(&Plain).unwrap();
    let client = server.client(Plain, server.client_secret()).unwrap();
    client.client_credentials().send_blocking().unwrap();
    let address = server.address();
    drop(server);
    assert!(std::net::TcpListener::bind(address).is_ok());
    assert!(client.client_credentials().send_blocking().is_err());
    assert_eq!(client.metadata().name, Plain.metadata().name);
}
