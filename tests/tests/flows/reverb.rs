//! Reverb: tokens that never expire, and typed members beyond the RFC.

use super::{has_authorization, last, names, transport};
use oauth_core::http::{Method, StatusCode};
use oauth_core::{Client, Error, Expiry, GrantedScope, Login, Recovery, Tokens};
use oauth_reverb::Reverb;
use oauth_testkit::{AuthorizationServer, Endpoint};

const CREATED_AT: u64 = 1_700_000_000;

fn start() -> (AuthorizationServer, Client<Reverb>) {
    let members = serde_json::Map::from_iter([("created_at".to_owned(), CREATED_AT.into())]);
    let server = AuthorizationServer::builder(&Reverb).extra(members).start().unwrap();
    let client = server.client(Reverb, server.client_secret()).unwrap().with_transport(transport());
    (server, client)
}

async fn account(client: &Client<Reverb>, tokens: &Tokens<Reverb>) -> Result<StatusCode, Error> {
    let answer = client.api(Method::GET, "my/account", tokens.access_token()).send().await?;
    Ok(answer.status())
}

#[tokio::test]
async fn login() {
    let (server, client) = start();
    let Login { url, pending } = client
        .authorize(server.redirect_uri())
        .scopes([Reverb::READ_LISTINGS, Reverb::WRITE_LISTINGS])
        .start()
        .unwrap();
    let callback = server.approve(&url).unwrap();
    let tokens = client.finish(pending, callback).unwrap().send().await.unwrap();

    let asked = last(&server, Endpoint::Authorization);
    let sent = ["response_type", "client_id", "redirect_uri", "scope", "state"];
    assert_eq!(names(&asked), [&sent[..], &["code_challenge", "code_challenge_method"]].concat());
    assert_eq!(asked.parameter("scope"), Some("read_listings write_listings"));
    let exchanged = last(&server, Endpoint::Token);
    let sent = ["grant_type", "code", "redirect_uri", "code_verifier", "client_id", "client_secret"];
    assert_eq!(names(&exchanged), sent);
    assert_eq!(exchanged.parameter("client_secret"), Some(server.confidential_client().1));
    assert!(!has_authorization(&exchanged));

    assert_eq!(tokens.extra().unwrap().created_at, CREATED_AT);
    assert_eq!(tokens.expiry(), Expiry::Never);
    assert!(tokens.refresh_token().is_none());
    assert!(tokens.has_scope(&Reverb::WRITE_LISTINGS) && !tokens.has_scope(&Reverb::PUBLIC));
    assert!(!tokens.is_narrowed());
    let granted = ["read_listings".into(), "write_listings".into()];
    assert_eq!(*tokens.scope(), GrantedScope::Listed(granted.into()));

    assert_eq!(account(&client, &tokens).await.unwrap(), StatusCode::OK);
    let called = last(&server, Endpoint::Api);
    assert_eq!(called.path(), "/api/my/account");
    assert_eq!(called.headers()["accept"], "application/hal+json");
    assert_eq!(called.headers()["accept-version"], "3.0");
    assert!(called.parameters().is_empty(), "the token stands in the header only");
}

#[tokio::test]
async fn client_credentials() {
    let (server, client) = start();
    let tokens = client.client_credentials().scopes([Reverb::READ_ORDERS]).send().await.unwrap();
    let sent = last(&server, Endpoint::Token);
    assert_eq!(names(&sent), ["grant_type", "scope", "client_id", "client_secret"]);
    assert_eq!(sent.parameter("scope"), Some("read_orders"));
    assert_eq!(tokens.extra().unwrap().created_at, CREATED_AT);

    assert_eq!(account(&client, &tokens).await.unwrap(), StatusCode::OK);
    server.expire_access_tokens();
    let error = account(&client, &tokens).await.unwrap_err();
    assert_eq!(error.recovery(), Recovery::UseRefreshToken, "or another one by the same grant");
    let again = client.client_credentials().send().await.unwrap();
    assert_eq!(account(&client, &again).await.unwrap(), StatusCode::OK);
}

#[tokio::test]
async fn a_missing_extra_member_costs_no_token() {
    let server = AuthorizationServer::start(&Reverb).unwrap();
    let client = server.client(Reverb, server.client_secret()).unwrap().with_transport(transport());
    let tokens = client.client_credentials().send().await.unwrap();
    let error = tokens.extra().unwrap_err().to_string();
    assert!(error.contains("missing field `created_at`"), "{error}");
    assert!(!error.contains(tokens.access_token().expose()));
    assert_eq!(account(&client, &tokens).await.unwrap(), StatusCode::OK);
}
