//! eBay, in production and in the sandbox: aliases for redirect URIs, refresh tokens that stay.

use super::{asks_for_a_refresh, last, names, transport};
use oauth_core::http::{Method, StatusCode, header};
use oauth_core::{
    CallbackError, Client, ClientSecret, ErrorKind, Expiry, Login, RefreshToken, TokenType, Tokens,
};
use oauth_ebay::Ebay;
use oauth_testkit::{AuthorizationServer, Endpoint, Received};
use std::time::Duration;

const LOGIN: &[&str] = &["response_type", "client_id", "redirect_uri", "scope", "state"];
const PROTECTION: &[&str] = &["code_challenge", "code_challenge_method"];

fn start(ebay: Ebay) -> (AuthorizationServer, Client<Ebay>) {
    let server = AuthorizationServer::start(&ebay).unwrap();
    let client = server.client(ebay, server.client_secret()).unwrap().with_transport(transport());
    (server, client)
}

async fn log_in(server: &AuthorizationServer, client: &Client<Ebay>) -> Tokens<Ebay> {
    let Login { url, pending } = client
        .authorize(server.redirect_uri())
        .scopes([Ebay::API_SCOPE, Ebay::SELL_ACCOUNT])
        .parameter(Ebay::PROMPT_LOGIN)
        .parameter(Ebay::LOCALE.value("de-DE"))
        .start()
        .unwrap();
    let callback = server.approve(&url).unwrap();
    client.finish(pending, callback).unwrap().send().await.unwrap()
}

fn is_basic(received: &Received) -> bool {
    received.headers()[header::AUTHORIZATION].to_str().unwrap().starts_with("Basic ")
        && received.parameter("client_id").is_none()
        && received.parameter("client_secret").is_none()
}

async fn the_whole_life_of_tokens(ebay: Ebay) {
    let (server, client) = start(ebay);
    let tokens = log_in(&server, &client).await;
    let asked = last(&server, Endpoint::Authorization);
    assert_eq!(names(&asked), [LOGIN, PROTECTION, &["prompt", "locale"]].concat());
    assert_eq!(asked.parameter("redirect_uri"), Some(server.redirect_uri()));
    assert!(!server.redirect_uri().contains(':'), "an alias, not a URL");
    assert_eq!(asked.parameter("prompt"), Some("login"));
    assert_eq!(asked.parameter("locale"), Some("de-DE"));
    let scope = "https://api.ebay.com/oauth/api_scope https://api.ebay.com/oauth/api_scope/sell.account";
    assert_eq!(asked.parameter("scope"), Some(scope));
    let exchanged = last(&server, Endpoint::Token);
    assert_eq!(names(&exchanged), ["grant_type", "code", "redirect_uri", "code_verifier"]);
    assert!(is_basic(&exchanged));

    assert_eq!(*tokens.access_token().token_type(), TokenType::Bearer);
    assert!(matches!(tokens.expiry(), Expiry::At(_)));
    let ninety_days = Duration::from_secs(90 * 24 * 3600);
    assert_eq!(tokens.refresh_token_expires_at(), Some(tokens.received_at() + ninety_days));

    let call =
        |tokens: &Tokens<Ebay>| client.api(Method::GET, "sell/account/v1/privilege", tokens.access_token());
    assert_eq!(call(&tokens).send().await.unwrap().status(), StatusCode::OK);
    server.expire_access_tokens();
    asks_for_a_refresh(&call(&tokens).send().await.unwrap_err());

    let old = tokens.refresh_token().unwrap();
    let refreshed = client.refresh(old).send().await.unwrap();
    let sent = last(&server, Endpoint::Token);
    assert_eq!(names(&sent), ["grant_type", "refresh_token", "scope"]);
    assert_eq!(sent.parameter("scope"), Some(scope), "the scopes of the login, again");
    assert!(is_basic(&sent));
    assert!(!refreshed.is_new_refresh_token());
    assert_eq!(refreshed.refresh_token().unwrap().expose(), old.expose());
    assert_eq!(call(&refreshed).send().await.unwrap().status(), StatusCode::OK);

    // The kept token still knows what it was asked for with.
    client.refresh(refreshed.refresh_token().unwrap()).send().await.unwrap();
    assert_eq!(last(&server, Endpoint::Token).parameter("scope"), Some(scope));
}

#[tokio::test]
async fn in_production() {
    the_whole_life_of_tokens(Ebay::PRODUCTION).await;
}

#[tokio::test]
async fn in_the_sandbox() {
    the_whole_life_of_tokens(Ebay::SANDBOX).await;
}

#[tokio::test]
async fn a_stored_refresh_token_is_refreshed_with_fewer_scopes() {
    let (server, client) = start(Ebay::SANDBOX);
    let (_, refresh_token) = log_in(&server, &client).await.into_parts();
    let stored = RefreshToken::new(refresh_token.unwrap().expose()).unwrap();
    let tokens = client.refresh(&stored).scopes([Ebay::SELL_ACCOUNT]).send().await.unwrap();
    assert_eq!(last(&server, Endpoint::Token).parameter("scope"), Some(Ebay::SELL_ACCOUNT.as_str()));
    assert!(tokens.has_scope(&Ebay::SELL_ACCOUNT) && !tokens.has_scope(&Ebay::API_SCOPE));
}

#[tokio::test]
async fn client_credentials() {
    let (server, client) = start(Ebay::PRODUCTION);
    let tokens = client.client_credentials().send().await.unwrap();
    let sent = last(&server, Endpoint::Token);
    assert_eq!(names(&sent), ["grant_type", "scope"]);
    assert_eq!(sent.parameter("scope"), Some(Ebay::API_SCOPE.as_str()), "the declared default");
    assert!(is_basic(&sent));
    assert_eq!(*tokens.access_token().token_type(), TokenType::Bearer, "an application access token");
    assert!(tokens.refresh_token().is_none());
    client.api(Method::GET, "buy/browse/v1/item", tokens.access_token()).send().await.unwrap();
}

#[test]
fn a_login_of_the_sandbox_is_not_finished_in_production() {
    let client = |ebay| Client::new(ebay, ClientSecret::new("id", "secret"));
    let Login { url, pending } = client(Ebay::SANDBOX).authorize("App-RuName").start().unwrap();
    let state = url.split("state=").nth(1).unwrap().split('&').next().unwrap();
    let error = client(Ebay::PRODUCTION).finish(pending, format!("code=abc&state={state}")).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Callback(CallbackError::OtherClient)), "{error}");
}
