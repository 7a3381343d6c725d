//! The API below `api_base`.

use crate::by_hand::post;
use crate::providers::{Ebay, Plain, Reverb};
use oauth_core::http::{Method, header};
use oauth_core::{AccessToken, ErrorKind, Recovery};
use oauth_testkit::AuthorizationServer;
use std::time::Duration;

#[tokio::test]
async fn it_says_whose_token_it_got() {
    let server = AuthorizationServer::start(&Plain).unwrap();
    let client = server.client(Plain, server.client_secret()).unwrap();
    let tokens = client.password("alice", "wonderland").scopes([Plain::READ]).send().await.unwrap();
    for method in [Method::GET, Method::POST, Method::DELETE] {
        let answer = client.api(method, "/any/path?x=1", tokens.access_token()).send().await.unwrap();
        assert_eq!(answer.body(), br#"{"scope":"read","subject":"alice"}"#);
    }
}

#[tokio::test]
async fn tokens_die_of_time() {
    let server = AuthorizationServer::start(&Plain).unwrap();
    let client = server.client(Plain, server.client_secret()).unwrap();
    let tokens = client.password("alice", "wonderland").send().await.unwrap();
    let call = || client.api(Method::GET, "/me", tokens.access_token()).send();
    server.advance(Duration::from_secs(3599));
    call().await.unwrap();
    server.advance(Duration::from_secs(1));
    let error = call().await.unwrap_err();
    assert_eq!(error.recovery(), Recovery::UseRefreshToken);

    let refreshed = client.refresh(tokens.refresh_token().unwrap()).send().await.unwrap();
    client.api(Method::GET, "/me", refreshed.access_token()).send().await.unwrap();
}

#[tokio::test]
async fn the_challenge_of_an_expired_token() {
    let server = AuthorizationServer::start(&Reverb).unwrap();
    let client = server.client(Reverb, server.client_secret()).unwrap();
    let tokens = client.client_credentials().send().await.unwrap();
    server.advance(Duration::from_secs(1_000_000_000));
    client.api(Method::GET, "/listings", tokens.access_token()).send().await.unwrap();
    server.expire_access_tokens();
    let error = client.api(Method::GET, "/listings", tokens.access_token()).send().await.unwrap_err();
    let ErrorKind::Unauthorized(refusal) = error.kind() else { panic!("{error:?}") };
    let challenge = refusal.challenge().unwrap();
    assert_eq!(challenge.realm(), Some("Reverb"));
    assert_eq!(challenge.description(), Some("The access token expired"));
    assert!(error.is_invalid_token());
}

#[tokio::test]
async fn without_a_token_or_the_declared_headers() {
    let server = AuthorizationServer::start(&Reverb).unwrap();
    let ask = || post(&server, "/api/listings", &[]).method(Method::GET);
    let answer = ask().send().await;
    assert_eq!(answer.status(), 401);
    assert_eq!(answer.headers()[header::WWW_AUTHENTICATE], "Bearer realm=\"Reverb\"");
    let answer = ask().header("authorization", "Bearer guess").send().await;
    assert!(answer.headers()[header::WWW_AUTHENTICATE].to_str().unwrap().contains("is unknown"));

    let client = server.client(Reverb, server.client_secret()).unwrap();
    let tokens = client.client_credentials().send().await.unwrap();
    let bearer = format!("Bearer {}", tokens.access_token().expose());
    let headerless = ask().header("authorization", &bearer);
    headerless.expect_refusal("invalid_request", "`Accept-Version` is not `3.0`").await;

    let outside = post(&server, "/apis", &[]).header("authorization", &bearer).send().await;
    assert_eq!(outside.status(), 404);
}

#[tokio::test]
async fn an_api_at_the_root_leaves_the_endpoints_alone() {
    let server = AuthorizationServer::start(&Ebay).unwrap();
    let client = server.client(Ebay, server.client_secret()).unwrap();
    let tokens = client.client_credentials().scopes([Ebay::SELL]).send().await.unwrap();
    client.api(Method::GET, "/commerce/identity/v1/user/", tokens.access_token()).send().await.unwrap();
    let refresh = AccessToken::new("guess").unwrap();
    assert!(client.api(Method::GET, "/", &refresh).send().await.unwrap_err().is_invalid_token());
}
