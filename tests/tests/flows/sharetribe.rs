//! Sharetribe: public clients, passwords, token details, revocation; no login page at all.

use super::{asks_for_a_refresh, has_authorization, last, names, transport};
use oauth_core::http::{Method, StatusCode, header};
use oauth_core::metadata::Rotation;
use oauth_core::{Client, ErrorKind, IntrospectionResponse, Recovery, Tokens};
use oauth_sharetribe::{Sharetribe, SharetribeIntegration, TokenDetails};
use oauth_testkit::{AuthorizationServer, Endpoint};
use serde_json::json;

fn start_with(rotation: Rotation) -> (AuthorizationServer, Client<Sharetribe>) {
    let details = json!({
        "marketplace-id": "16c6a4b8-88ee-429b-835a-6725206cd08c",
        "client-id": "08ec69f6-d37e-414d-83eb-324e94afddf0",
        "tenancy-id": "16c6a4b8-88ee-429b-835a-6725206cd08c",
        "user-id": "3c073fae-6172-4e75-8b92-f560d58cd47c",
        "user-roles": ["user.role/provider", "user.role/customer"],
    });
    let server = AuthorizationServer::builder(&Sharetribe)
        .rotation(rotation)
        .token_details(details.as_object().unwrap().clone())
        .start()
        .unwrap();
    let client = server.client(Sharetribe, server.client_id()).unwrap().with_transport(transport());
    (server, client)
}

fn start() -> (AuthorizationServer, Client<Sharetribe>) {
    start_with(Rotation::Strict)
}

async fn log_in(client: &Client<Sharetribe>) -> Tokens<Sharetribe> {
    client.password("alice", "wonderland").send().await.unwrap()
}

#[tokio::test]
async fn an_anonymous_token() {
    let (server, client) = start();
    let tokens = client.client_credentials().send().await.unwrap();
    let sent = last(&server, Endpoint::Token);
    assert_eq!(names(&sent), ["grant_type", "scope", "client_id"]);
    assert_eq!(sent.parameter("scope"), Some("public-read"));
    assert!(!has_authorization(&sent));
    assert!(tokens.has_scope(&Sharetribe::PUBLIC_READ) && tokens.refresh_token().is_none());
    let answer = client.api(Method::GET, "listings/query", tokens.access_token()).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    assert_eq!(last(&server, Endpoint::Api).path(), "/v1/api/listings/query");
}

#[tokio::test]
async fn a_password() {
    let (server, client) = start();
    let tokens = log_in(&client).await;
    let sent = last(&server, Endpoint::Token);
    assert_eq!(names(&sent), ["grant_type", "username", "password", "scope", "client_id"]);
    assert_eq!(sent.parameter("scope"), Some("user"));
    assert!(tokens.has_scope(&Sharetribe::USER) && tokens.is_new_refresh_token());

    let error = client.password("alice", "looking-glass").send().await.unwrap_err();
    assert_eq!(error.recovery(), Recovery::Reauthorize, "a refusal as text: {error:?}");
    assert!(!error.to_string().contains("looking-glass"));
}

async fn expired_and_refreshed(rotation: Rotation) -> (Tokens<Sharetribe>, Tokens<Sharetribe>) {
    let (server, client) = start_with(rotation);
    let tokens = log_in(&client).await;
    server.expire_access_tokens();
    let call =
        |tokens: &Tokens<Sharetribe>| client.api(Method::GET, "current_user/show", tokens.access_token());
    let error = call(&tokens).send().await.unwrap_err();
    asks_for_a_refresh(&error);

    let refreshed = client.refresh(tokens.refresh_token().unwrap()).send().await.unwrap();
    assert_eq!(names(&last(&server, Endpoint::Token)), ["grant_type", "refresh_token", "client_id"]);
    call(&refreshed).send().await.unwrap();
    // Whichever refresh token the answer left us with, it is good.
    client.refresh(refreshed.refresh_token().unwrap()).scopes([Sharetribe::USER]).send().await.unwrap();
    assert_eq!(last(&server, Endpoint::Token).parameter("scope"), Some("user"));
    (tokens, refreshed)
}

#[tokio::test]
async fn a_refresh_with_a_new_refresh_token() {
    let (old, new) = expired_and_refreshed(Rotation::Strict).await;
    assert!(new.is_new_refresh_token());
    assert_ne!(old.refresh_token().unwrap().expose(), new.refresh_token().unwrap().expose());
}

#[tokio::test]
async fn a_refresh_without_a_new_refresh_token() {
    let (old, new) = expired_and_refreshed(Rotation::None).await;
    assert!(!new.is_new_refresh_token());
    assert_eq!(old.refresh_token().unwrap().expose(), new.refresh_token().unwrap().expose());
}

#[tokio::test]
async fn token_details() {
    let (server, client) = start();
    let tokens = log_in(&client).await;
    let details = client.introspect(tokens.access_token()).send().await.unwrap().active().unwrap();
    let sent = last(&server, Endpoint::Introspection);
    assert_eq!((sent.method(), sent.parameters().len()), (&Method::GET, 0), "no token in the URL");
    assert!(sent.headers()[header::AUTHORIZATION].to_str().unwrap().starts_with("Bearer "));

    assert_eq!(details.scope(), Some("user"));
    let extra: TokenDetails = details.extra().unwrap();
    assert_eq!(extra.marketplace_id, "16c6a4b8-88ee-429b-835a-6725206cd08c");
    assert_eq!(extra.client_id, "08ec69f6-d37e-414d-83eb-324e94afddf0");
    assert_eq!(extra.tenancy_id, extra.marketplace_id);
    assert_eq!(extra.user_id.as_deref(), Some("3c073fae-6172-4e75-8b92-f560d58cd47c"));
    assert_eq!(extra.user_roles, ["user.role/provider", "user.role/customer"]);
    assert_eq!(extra.scope, "user");
    assert!(details.expires_at().is_some() && extra.exp > 1_700_000_000);

    server.expire_access_tokens();
    let answer = client.introspect(tokens.access_token()).send().await.unwrap();
    assert!(matches!(answer, IntrospectionResponse::Inactive));
}

#[tokio::test]
async fn revocation() {
    let (server, client) = start();
    let tokens = log_in(&client).await;
    let refresh_token = tokens.refresh_token().unwrap();
    client.revoke(refresh_token).bearer(tokens.access_token()).send().await.unwrap();
    let sent = last(&server, Endpoint::Revocation);
    assert_eq!((names(&sent), sent.parameter("token")), (vec!["token"], Some(refresh_token.expose())));
    let bearer = format!("Bearer {}", tokens.access_token().expose());
    assert_eq!(sent.headers()[header::AUTHORIZATION], *bearer);
    let error = client.refresh(refresh_token).send().await.unwrap_err();
    assert_eq!(error.recovery(), Recovery::Reauthorize, "{error}");

    // Without the access token that it is authenticated by, nothing is sent.
    let tokens = log_in(&client).await;
    let error = client.revoke(tokens.access_token()).send().await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Configuration(_)), "{error}");
    assert_eq!(server.requests(Endpoint::Revocation).len(), 1);
}

#[tokio::test]
async fn the_integration_api() {
    let server =
        AuthorizationServer::builder(&SharetribeIntegration).rotation(Rotation::Strict).start().unwrap();
    let client = server.client(SharetribeIntegration, server.client_secret()).unwrap().with_transport(transport());
    let tokens = client.client_credentials().send().await.unwrap();
    let sent = last(&server, Endpoint::Token);
    assert_eq!(names(&sent), ["grant_type", "scope", "client_id", "client_secret"]);
    assert_eq!(sent.parameter("scope"), Some("integ"));

    let call = |tokens: &Tokens<_>| client.api(Method::GET, "marketplace/show", tokens.access_token());
    call(&tokens).send().await.unwrap();
    assert_eq!(last(&server, Endpoint::Api).path(), "/v1/integration_api/marketplace/show");
    server.expire_access_tokens();
    asks_for_a_refresh(&call(&tokens).send().await.unwrap_err());

    let refreshed = client.refresh(tokens.refresh_token().unwrap()).send().await.unwrap();
    call(&refreshed).send().await.unwrap();
    client.revoke(refreshed.refresh_token().unwrap()).bearer(refreshed.access_token()).send().await.unwrap();
    let error = client.refresh(refreshed.refresh_token().unwrap()).send().await.unwrap_err();
    assert_eq!(error.recovery(), Recovery::Reauthorize, "{error}");
}
