//! Revocation (RFC 7009), with the client's authentication and with a Bearer token.

use crate::by_hand::post;
use crate::providers::{Plain, Sharetribe};
use oauth_core::http::{Method, header};
use oauth_core::{AccessToken, Client, ClientId, Recovery};
use oauth_testkit::{AuthorizationServer, Event};

#[tokio::test]
async fn an_access_token_dies_alone() {
    let server = AuthorizationServer::start(&Plain).unwrap();
    let client = server.client(Plain, server.client_secret()).unwrap();
    let tokens = client.password("alice", "wonderland").send().await.unwrap();
    client.revoke(tokens.access_token()).send().await.unwrap();
    let error = client.api(Method::GET, "/me", tokens.access_token()).send().await.unwrap_err();
    assert!(error.is_invalid_token() && error.to_string().contains("revoked"), "{error}");
    client.refresh(tokens.refresh_token().unwrap()).send().await.unwrap();

    // Again, and one that never was: as good as revoked.
    client.revoke(tokens.access_token()).send().await.unwrap();
    client.revoke(&AccessToken::new("guess").unwrap()).send().await.unwrap();
    let revoked = server.audit().into_iter().filter(|event| matches!(event, Event::Revoked(_)));
    assert_eq!(revoked.count(), 1);
}

#[tokio::test]
async fn a_refresh_token_takes_its_family_with_it() {
    let server = AuthorizationServer::start(&Plain).unwrap();
    let client = server.client(Plain, server.client_secret()).unwrap();
    let tokens = client.password("alice", "wonderland").send().await.unwrap();
    client.revoke(tokens.refresh_token().unwrap()).send().await.unwrap();
    assert!(client.introspect(tokens.access_token()).send().await.unwrap().active().is_none());
    assert!(client.refresh(tokens.refresh_token().unwrap()).send().await.unwrap_err().is_invalid_grant());
}

#[tokio::test]
async fn not_by_strangers() {
    let server = AuthorizationServer::start(&Plain).unwrap();
    let client = server.client(Plain, server.client_secret()).unwrap();
    let tokens = client.password("alice", "wonderland").send().await.unwrap();
    let thief: Client<Plain, ClientId> = server.client(Plain, server.client_id()).unwrap();
    let error = thief.revoke(tokens.access_token()).send().await.unwrap_err();
    assert!(error.to_string().contains("another client"), "{error}");
    client.api(Method::GET, "/me", tokens.access_token()).send().await.unwrap();

    let (id, secret) = server.confidential_client();
    let ask = |fields| post(&server, "/revoke", fields);
    ask(&[("token", "x")]).expect_refusal("invalid_client", "does not authenticate").await;
    ask(&[]).basic(id, secret).expect_refusal("invalid_request", "`token` is missing").await;
    ask(&[("token", "x"), ("scope", "y")])
        .basic(id, secret)
        .expect_refusal("invalid_request", "`scope`")
        .await;
    assert_eq!(ask(&[]).method(Method::GET).send().await.headers()[header::ALLOW], "POST");
}

#[tokio::test]
async fn with_a_bearer_token() {
    let server = AuthorizationServer::start(&Sharetribe).unwrap();
    let client = server.client(Sharetribe, server.client_id()).unwrap();
    let tokens = client.password("alice", "wonderland").send().await.unwrap();
    let refresh_token = tokens.refresh_token().unwrap();
    client.revoke(refresh_token).bearer(tokens.access_token()).send().await.unwrap();
    let error = client.revoke(refresh_token).bearer(tokens.access_token()).send().await.unwrap_err();
    assert_eq!(error.status().unwrap(), 401);

    let answer = post(&server, "/v1/auth/revoke", &[("token", "x")]).send().await;
    assert_eq!((answer.status().as_u16(), &*answer.text()), (401, "Unauthorized"));
    assert_eq!(answer.headers()[header::CONTENT_TYPE], "text/plain");
    let tokens = client.password("alice", "wonderland").send().await.unwrap();
    let with_client = [("token", "x"), ("client_id", server.public_client())];
    let bearer = format!("Bearer {}", tokens.access_token().expose());
    let answer = post(&server, "/v1/auth/revoke", &with_client).header("authorization", &bearer).send().await;
    assert_eq!(answer.status(), 401);
    assert_eq!(crate::by_hand::last_reason(&server), "`client_id` does not belong to this request");
    assert_eq!(error.recovery(), Recovery::FixConfiguration);
}
