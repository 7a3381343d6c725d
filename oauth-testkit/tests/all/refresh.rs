//! Refreshing: rotation, reuse, scopes, expiry.

use crate::by_hand::post;
use crate::providers::{Ebay, Plain, Redbooth};
use oauth_core::metadata::Rotation;
use oauth_core::{Client, ClientId, ErrorCode, Provider, RefreshToken, Tokens};
use oauth_testkit::{AuthorizationServer, Event};
use std::time::Duration;

fn refresh_token<P: Provider>(tokens: &Tokens<P>) -> &RefreshToken<P> {
    tokens.refresh_token().unwrap()
}

async fn login(server: &AuthorizationServer) -> (Client<Plain>, Tokens<Plain>) {
    let client = server.client(Plain, server.client_secret()).unwrap();
    let tokens = client.password("alice", "wonderland").scopes([Plain::READ]).send().await.unwrap();
    (client, tokens)
}

#[tokio::test]
async fn rotation_replaces_the_token() {
    let server = AuthorizationServer::start(&Plain).unwrap();
    let (client, first) = login(&server).await;
    let second = client.refresh(refresh_token(&first)).send().await.unwrap();
    assert!(second.is_new_refresh_token());
    assert_ne!(refresh_token(&first).expose(), refresh_token(&second).expose());
    let third = client.refresh(refresh_token(&second)).send().await.unwrap();
    assert!(third.has_scope(&Plain::READ));
}

#[tokio::test]
async fn a_replaced_token_presented_again_kills_the_family() {
    let server = AuthorizationServer::start(&Plain).unwrap();
    let (client, first) = login(&server).await;
    let (_, other) = login(&server).await;
    let second = client.refresh(refresh_token(&first)).send().await.unwrap();
    let error = client.refresh(refresh_token(&first)).send().await.unwrap_err();
    assert!(error.is_invalid_grant() && error.to_string().contains("replaced"), "{error}");

    assert!(client.refresh(refresh_token(&second)).send().await.unwrap_err().is_invalid_grant());
    assert!(client.introspect(second.access_token()).send().await.unwrap().active().is_none());
    assert!(client.introspect(first.access_token()).send().await.unwrap().active().is_none());
    client.refresh(refresh_token(&other)).send().await.unwrap();
    let killed = server.audit().into_iter().filter(|event| matches!(event, Event::FamilyRevoked { .. }));
    assert_eq!(killed.count(), 1);
}

#[tokio::test]
async fn without_rotation_the_token_stays() {
    for builder in [
        AuthorizationServer::builder(&Plain).rotation(Rotation::None),
        AuthorizationServer::builder(&Plain).rotation(Rotation::Unspecified),
    ] {
        let server = builder.start().unwrap();
        let (client, first) = login(&server).await;
        let second = client.refresh(refresh_token(&first)).send().await.unwrap();
        assert!(!second.is_new_refresh_token());
        client.refresh(refresh_token(&first)).send().await.unwrap();
    }
}

#[tokio::test]
async fn the_test_decides_where_the_declaration_does_not() {
    let login = |server: &AuthorizationServer| {
        let client = server.client(Redbooth, server.client_secret()).unwrap();
        let login = client.authorize(server.redirect_uri()).start().unwrap();
        let callback = server.approve(&login.url).unwrap();
        let request = client.finish(login.pending, callback).unwrap();
        (client, request)
    };
    for (builder, rotates) in [
        (AuthorizationServer::builder(&Redbooth), false),
        (AuthorizationServer::builder(&Redbooth).rotation(Rotation::Strict), true),
    ] {
        let server = builder.start().unwrap();
        let (client, request) = login(&server);
        let first = request.send().await.unwrap();
        let second = client.refresh(refresh_token(&first)).send().await.unwrap();
        assert_eq!(second.is_new_refresh_token(), rotates);
        assert_eq!(client.refresh(refresh_token(&first)).send().await.is_err(), rotates);
    }
}

#[tokio::test]
async fn scopes_narrow_and_never_widen() {
    let server = AuthorizationServer::start(&Plain).unwrap();
    let client = server.client(Plain, server.client_secret()).unwrap();
    let request = client.password("alice", "wonderland").scopes([Plain::READ, Plain::WRITE]);
    let tokens = request.send().await.unwrap();
    let narrowed = client.refresh(refresh_token(&tokens)).scopes([Plain::READ]).send().await.unwrap();
    assert!(!narrowed.has_scope(&Plain::WRITE));
    // The refresh token still has all of them (RFC 6749 section 6).
    let whole = client.refresh(refresh_token(&narrowed)).scopes([Plain::WRITE]).send().await.unwrap();
    assert!(whole.has_scope(&Plain::WRITE));

    let (client, tokens) = login(&server).await;
    let error = client.refresh(refresh_token(&tokens)).scopes([Plain::WRITE]).send().await.unwrap_err();
    assert_eq!(error.code(), Some(&ErrorCode::InvalidScope));
    assert!(error.to_string().contains("`write` was not granted before"), "{error}");
}

#[tokio::test]
async fn a_declared_scope_parameter_is_demanded() {
    let server = AuthorizationServer::start(&Ebay).unwrap();
    let client = server.client(Ebay, server.client_secret()).unwrap();
    let login = client.authorize(server.redirect_uri()).scopes([Ebay::SELL]).start().unwrap();
    let callback = server.approve(&login.url).unwrap();
    let tokens = client.finish(login.pending, callback).unwrap().send().await.unwrap();
    let stored = RefreshToken::<Ebay>::new(refresh_token(&tokens).expose()).unwrap();
    // The client sends no such request.
    let (id, secret) = server.confidential_client();
    let fields = [("grant_type", "refresh_token"), ("refresh_token", stored.expose())];
    let bare = post(&server, "/identity/v1/oauth2/token", &fields).basic(id, secret);
    bare.expect_refusal("invalid_scope", "`send(scope)` demands").await;
    client.refresh(&stored).scopes([Ebay::SELL]).send().await.unwrap();
}

#[tokio::test]
async fn unknown_foreign_and_expired() {
    let server = AuthorizationServer::builder(&Plain)
        .refresh_token_lifetime(Duration::from_secs(100))
        .start()
        .unwrap();
    let (client, tokens) = login(&server).await;
    let unknown = RefreshToken::new("guess").unwrap();
    assert!(client.refresh(&unknown).send().await.unwrap_err().is_invalid_grant());
    let access_token = RefreshToken::new(tokens.access_token().expose()).unwrap();
    assert!(client.refresh(&access_token).send().await.unwrap_err().is_invalid_grant());

    let thief: Client<Plain, ClientId> = server.client(Plain, server.client_id()).unwrap();
    let error = thief.refresh(refresh_token(&tokens)).send().await.unwrap_err();
    assert!(error.to_string().contains("another client"), "{error}");

    server.advance(Duration::from_secs(100));
    let error = client.refresh(refresh_token(&tokens)).send().await.unwrap_err();
    assert!(error.to_string().contains("expired"), "{error}");

    let (id, secret) = server.confidential_client();
    let missing = post(&server, "/token", &[("grant_type", "refresh_token")]).basic(id, secret);
    missing.expect_refusal("invalid_request", "`refresh_token` is missing").await;
}
