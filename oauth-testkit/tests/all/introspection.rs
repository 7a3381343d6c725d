//! Introspection (RFC 7662), by member and by status.

use crate::by_hand::{last_reason, post};
use crate::providers::{Plain, Sharetribe};
use oauth_core::AccessToken;
use oauth_core::http::{Method, header};
use oauth_testkit::{AuthorizationServer, Endpoint};
use serde_json::json;
use std::time::Duration;

#[tokio::test]
async fn the_standard_members() {
    let server = AuthorizationServer::start(&Plain).unwrap();
    let client = server.client(Plain, server.client_secret()).unwrap();
    let tokens = client.password("alice", "wonderland").scopes([Plain::READ]).send().await.unwrap();
    let details = client.introspect(tokens.access_token()).send().await.unwrap().active().unwrap();
    assert_eq!(details.scope(), Some("read"));
    assert_eq!(details.client_id(), Some(server.confidential_client().0));
    assert_eq!((details.username(), details.subject()), (Some("alice"), Some("alice")));
    assert_eq!((details.token_type(), details.issuer()), (Some("Bearer"), Some("https://plain.example")));
    let lifetime = details.expires_at().unwrap().duration_since(details.issued_at().unwrap()).unwrap();
    assert_eq!(lifetime, Duration::from_secs(3600));
}

#[tokio::test]
async fn tokens_that_are_not_active() {
    let server = AuthorizationServer::start(&Plain).unwrap();
    let client = server.client(Plain, server.client_secret()).unwrap();
    let tokens = client.password("alice", "wonderland").send().await.unwrap();
    server.advance(Duration::from_secs(3600));
    let unknown = AccessToken::new("guess").unwrap();
    for token in [tokens.access_token(), &unknown] {
        assert!(client.introspect(token).send().await.unwrap().active().is_none());
    }
    let (id, secret) = server.confidential_client();
    let answer = post(&server, "/introspect", &[("token", "guess")]).basic(id, secret).send().await;
    assert_eq!(answer.json(), json!({"active": false}));
}

#[tokio::test]
async fn not_by_strangers() {
    let server = AuthorizationServer::start(&Plain).unwrap();
    let (id, secret) = server.confidential_client();
    let ask = |fields| post(&server, "/introspect", fields);
    ask(&[("token", "x")]).expect_refusal("invalid_client", "does not authenticate").await;
    ask(&[]).basic(id, secret).expect_refusal("invalid_request", "`token` is missing").await;
    ask(&[("token", "x")])
        .basic(id, secret)
        .header("accept", "*/*")
        .expect_refusal("invalid_request", "`Accept`")
        .await;
    assert_eq!(ask(&[]).method(Method::GET).send().await.headers()[header::ALLOW], "POST");
}

#[tokio::test]
async fn by_status_at_the_path_of_the_token_endpoint() {
    let members = json!({"isLoggedInAs": false}).as_object().unwrap().clone();
    let server = AuthorizationServer::builder(&Sharetribe).token_details(members).start().unwrap();
    let client = server.client(Sharetribe, server.client_id()).unwrap();
    let tokens = client.password("alice", "wonderland").send().await.unwrap();
    let details = client.introspect(tokens.access_token()).send().await.unwrap().active().unwrap();
    assert!(!details.extra().unwrap().is_logged_in_as);
    let request = &server.requests(Endpoint::Introspection)[0];
    assert_eq!((request.method().as_str(), request.path()), ("GET", "/v1/auth/token"));
    assert!(request.parameters().is_empty());

    server.expire_access_tokens();
    assert!(client.introspect(tokens.access_token()).send().await.unwrap().active().is_none());
    assert!(client.introspect(&AccessToken::new("guess").unwrap()).send().await.unwrap().active().is_none());

    let mut ask = post(&server, "/v1/auth/token?token=x", &[]).method(Method::GET);
    let fresh = client.password("alice", "wonderland").send().await.unwrap();
    ask = ask.header("authorization", &format!("Bearer {}", fresh.access_token().expose()));
    assert_eq!(ask.send().await.status(), 401);
    assert_eq!(last_reason(&server), "`token` does not belong to this request");
}
