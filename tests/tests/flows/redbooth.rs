//! Redbooth: requests by GET or POST, the implicit grant, refresh tokens that live once.

use super::{asks_for_a_refresh, has_authorization, is_dead, last, names, revoked_families, transport};
use oauth_core::http::{Method, StatusCode};
use oauth_core::{Client, Error, Login, LoginForm, Tokens, grant};
use oauth_redbooth::Redbooth;
use oauth_testkit::{AuthorizationServer, Endpoint};

fn start() -> (AuthorizationServer, Client<Redbooth>) {
    let server = AuthorizationServer::start(&Redbooth).unwrap();
    let client = server.client(Redbooth, server.client_secret()).unwrap().with_transport(transport());
    (server, client)
}

async fn log_in(server: &AuthorizationServer, client: &Client<Redbooth>) -> Tokens<Redbooth> {
    let Login { url, pending } = client.authorize(server.redirect_uri()).start().unwrap();
    let callback = server.approve(&url).unwrap();
    client.finish(pending, callback).unwrap().send().await.unwrap()
}

async fn me<A>(client: &Client<Redbooth, A>, tokens: &Tokens<Redbooth>) -> Result<StatusCode, Error> {
    let answer = client.api(Method::GET, "me", tokens.access_token()).send().await?;
    Ok(answer.status())
}

#[tokio::test]
async fn login_by_get() {
    let (server, client) = start();
    let tokens = log_in(&server, &client).await;
    let asked = last(&server, Endpoint::Authorization);
    assert_eq!(asked.method(), Method::GET);
    let exchanged = last(&server, Endpoint::Token);
    let sent = ["grant_type", "code", "redirect_uri", "code_verifier", "client_id", "client_secret"];
    assert_eq!(names(&exchanged), sent);
    assert!(!has_authorization(&exchanged));
    assert_eq!(me(&client, &tokens).await.unwrap(), StatusCode::OK);
}

#[tokio::test]
async fn login_by_post() {
    let (server, client) = start();
    let LoginForm { action, fields, pending, .. } =
        client.authorize(server.redirect_uri()).scopes([Redbooth::ALL]).start_form().unwrap();
    assert!(!action.contains('?'), "nothing stands in the URL");
    let callback = server.approve_form(&action, &fields).unwrap();
    let tokens = client.finish(pending, callback).unwrap().send().await.unwrap();
    assert_eq!(last(&server, Endpoint::Authorization).method(), Method::POST);
    assert!(tokens.has_scope(&Redbooth::ALL));
    assert_eq!(me(&client, &tokens).await.unwrap(), StatusCode::OK);
}

#[tokio::test]
async fn denial() {
    let (server, client) = start();
    let Login { url, pending } = client.authorize(server.redirect_uri()).start().unwrap();
    let error = client.finish(pending, server.deny(&url).unwrap()).unwrap_err();
    assert!(error.is_access_denied(), "{error}");
    let LoginForm { action, fields, pending, .. } =
        client.authorize(server.redirect_uri()).start_form().unwrap();
    let error = client.finish(pending, server.deny_form(&action, &fields).unwrap()).unwrap_err();
    assert!(error.is_access_denied(), "{error}");
    assert!(server.requests(Endpoint::Token).is_empty());
}

#[tokio::test]
async fn the_implicit_grant() {
    let server = AuthorizationServer::start(&Redbooth).unwrap();
    let client = server.client(Redbooth, server.client_id()).unwrap().with_transport(transport());
    let login: Login<Redbooth, grant::Implicit> =
        client.authorize_implicit(server.redirect_uri()).start().unwrap();
    let callback = server.approve(&login.url).unwrap();
    let tokens = client.finish_implicit(login.pending, callback).unwrap();
    let asked = last(&server, Endpoint::Authorization);
    assert_eq!(names(&asked), ["response_type", "client_id", "redirect_uri", "state"]);
    assert_eq!(asked.parameter("response_type"), Some("token"));
    assert!(server.requests(Endpoint::Token).is_empty());
    assert!(tokens.refresh_token().is_none());
    assert_eq!(me(&client, &tokens).await.unwrap(), StatusCode::OK);
}

#[tokio::test]
async fn an_expired_token_is_refreshed_and_both_are_new() {
    let (server, client) = start();
    let tokens = log_in(&server, &client).await;
    server.expire_access_tokens();
    asks_for_a_refresh(&me(&client, &tokens).await.unwrap_err());

    let old = tokens.refresh_token().unwrap();
    let refreshed = client.refresh(old).send().await.unwrap();
    let sent = last(&server, Endpoint::Token);
    assert_eq!(names(&sent), ["grant_type", "refresh_token", "client_id", "client_secret"]);
    assert_eq!(sent.parameter("refresh_token"), Some(old.expose()));
    assert!(refreshed.is_new_refresh_token());
    assert_ne!(refreshed.refresh_token().unwrap().expose(), old.expose());
    assert_eq!(me(&client, &refreshed).await.unwrap(), StatusCode::OK);
}

#[tokio::test]
async fn a_spent_refresh_token_kills_the_family() {
    let (server, client) = start();
    let tokens = log_in(&server, &client).await;
    let refreshed = client.refresh(tokens.refresh_token().unwrap()).send().await.unwrap();
    assert_eq!(revoked_families(&server), 0);

    is_dead(&client.refresh(tokens.refresh_token().unwrap()).send().await.unwrap_err());
    assert_eq!(revoked_families(&server), 1);
    is_dead(&client.refresh(refreshed.refresh_token().unwrap()).send().await.unwrap_err());
    asks_for_a_refresh(&me(&client, &refreshed).await.unwrap_err());
}
