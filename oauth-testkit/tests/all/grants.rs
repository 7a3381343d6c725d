//! Every grant, from end to end, by the real client.

use crate::by_hand::parameters;
use crate::providers::{BASIC, Comma, Details, Ebay, Plain, Redbooth, Reverb, Sharetribe, Tenant};
use oauth_core::metadata::ClientAuth;
use oauth_core::{Client, ClientId, Expiry, GrantedScope, Recovery, Scope, Segment, TokenType};
use oauth_testkit::{AuthorizationServer, Endpoint};
use serde_json::json;
use std::time::Duration;

#[tokio::test]
async fn authorization_code() {
    let server = AuthorizationServer::start(&Plain).unwrap();
    let client = server.client(Plain, server.client_secret()).unwrap();
    let login = client.authorize(server.redirect_uri()).scopes([Plain::READ, Plain::WRITE]).start().unwrap();
    let callback = server.approve(&login.url).unwrap();
    assert_eq!(parameters(&callback)["iss"], "https://plain.example");
    let tokens = client.finish(login.pending, callback).unwrap().send().await.unwrap();
    assert_eq!(*tokens.access_token().token_type(), TokenType::Bearer);
    assert_eq!(tokens.expiry(), Expiry::At(tokens.received_at() + Duration::from_secs(3600)));
    assert_eq!(*tokens.scope(), GrantedScope::Listed(["read".into(), "write".into()].into()));
    assert!(tokens.refresh_token().is_some() && tokens.malformed().is_empty());
}

#[tokio::test]
async fn every_declared_client_authentication() {
    let server = AuthorizationServer::start(&Plain).unwrap();
    for method in [ClientAuth::ClientSecretPost, BASIC] {
        let client = server.client(Plain, server.client_secret()).unwrap().with_client_auth(method);
        let login = client.authorize(server.redirect_uri()).start().unwrap();
        let callback = server.approve(&login.url).unwrap();
        client.finish(login.pending, callback).unwrap().send().await.unwrap();
    }
    let client: Client<Plain, ClientId> = server.client(Plain, server.client_id()).unwrap();
    let login = client.authorize(server.redirect_uri()).start().unwrap();
    let callback = server.approve(&login.url).unwrap();
    let tokens = client.finish(login.pending, callback).unwrap().send().await.unwrap();
    client.refresh(tokens.refresh_token().unwrap()).send().await.unwrap();
}

#[tokio::test]
async fn client_credentials() {
    let server = AuthorizationServer::start(&Plain).unwrap();
    let client = server.client(Plain, server.client_secret()).unwrap();
    let tokens = client.client_credentials().send().await.unwrap();
    assert!(tokens.has_scope(&Plain::REPORT) && tokens.refresh_token().is_none());
    let tokens = client.client_credentials().scopes([Plain::READ]).send().await.unwrap();
    assert!(tokens.has_scope(&Plain::READ) && !tokens.has_scope(&Plain::REPORT));
}

#[tokio::test]
async fn password() {
    let server = AuthorizationServer::builder(&Plain).user("bob", "builder").start().unwrap();
    let client = server.client(Plain, server.client_secret()).unwrap();
    let tokens = client.password("bob", "builder").scopes([Plain::READ]).send().await.unwrap();
    assert!(tokens.refresh_token().is_some());
    let details = client.introspect(tokens.access_token()).send().await.unwrap().active().unwrap();
    assert_eq!(details.username(), Some("bob"));

    let error = client.password("bob", "wonderland").send().await.unwrap_err();
    assert!(error.is_invalid_grant(), "{error}");
    assert_eq!(error.recovery(), Recovery::Reauthorize);
}

#[tokio::test]
async fn implicit() {
    let server = AuthorizationServer::start(&Plain).unwrap();
    let client: Client<Plain, ClientId> = server.client(Plain, server.client_id()).unwrap();
    let login = client.authorize_implicit(server.redirect_uri()).scopes([Plain::READ]).start().unwrap();
    let callback = server.approve(&login.url).unwrap();
    assert!(callback.starts_with("https://client.example/callback#"), "{callback}");
    let tokens = client.finish_implicit(login.pending, callback).unwrap();
    assert!(tokens.has_scope(&Plain::READ) && tokens.refresh_token().is_none());
    assert!(matches!(tokens.expiry(), Expiry::At(_)));

    let login = client.authorize_implicit(server.redirect_uri()).start().unwrap();
    let denied = server.deny(&login.url).unwrap();
    assert!(client.finish_implicit(login.pending, denied).unwrap_err().is_access_denied());
}

#[tokio::test]
async fn implicit_tokens_that_never_expire() {
    let server = AuthorizationServer::start(&Reverb).unwrap();
    let client: Client<Reverb, ClientId> = server.client(Reverb, server.client_id()).unwrap();
    let login = client.authorize_implicit(server.redirect_uri()).start().unwrap();
    let callback = server.approve(&login.url).unwrap();
    assert!(!callback.contains("expires_in"));
    assert_eq!(client.finish_implicit(login.pending, callback).unwrap().expiry(), Expiry::Never);
}

#[tokio::test]
async fn typed_extras_without_an_expiry() {
    let members = json!({"created_at": 1_700_000_000}).as_object().unwrap().clone();
    let server = AuthorizationServer::builder(&Reverb).extra(members).start().unwrap();
    let client = server.client(Reverb, server.client_secret()).unwrap();
    let tokens = client.client_credentials().scopes([Reverb::READ_LISTINGS]).send().await.unwrap();
    assert_eq!(tokens.extra().unwrap().created_at, 1_700_000_000);
    assert_eq!(tokens.expiry(), Expiry::Never);
}

#[tokio::test]
async fn authorization_by_post() {
    let server = AuthorizationServer::start(&Redbooth).unwrap();
    let client = server.client(Redbooth, server.client_secret()).unwrap();
    let form = client.authorize(server.redirect_uri()).start_form().unwrap();
    let callback = server.approve_form(&form.action, &form.fields).unwrap();
    client.finish(form.pending, callback).unwrap().send().await.unwrap();
    assert_eq!(server.requests(Endpoint::Authorization)[0].method(), "POST");

    let form = client.authorize(server.redirect_uri()).start_form().unwrap();
    let denied = server.deny_form(&form.action, &form.fields).unwrap();
    assert!(client.finish(form.pending, denied).unwrap_err().is_access_denied());
}

#[tokio::test]
async fn scopes_behind_commas_and_secrets_sent_raw() {
    let server = AuthorizationServer::start(&Comma).unwrap();
    let client = server.client(Comma, server.client_secret()).unwrap();
    let custom = Scope::custom(&Comma, "three:3").unwrap();
    let request = client.authorize(server.redirect_uri()).scopes([Comma::ONE, Comma::TWO]);
    let login = request.scopes([&custom]).start().unwrap();
    let callback = server.approve(&login.url).unwrap();
    let tokens = client.finish(login.pending, callback).unwrap().send().await.unwrap();
    assert!(tokens.has_scope(&Comma::TWO) && tokens.has_scope(&custom) && !tokens.is_narrowed());
    assert_eq!(server.requests(Endpoint::Authorization)[0].parameter("scope"), Some("one,two,three:3"));
}

#[tokio::test]
async fn aliases_and_declared_parameters() {
    let server = AuthorizationServer::start(&Ebay).unwrap();
    let client = server.client(Ebay, server.client_secret()).unwrap();
    assert!(!server.redirect_uri().contains(':'));
    let request = client.authorize(server.redirect_uri()).scopes([Ebay::SELL, Ebay::BUY]);
    let request = request.parameter(Ebay::PROMPT_LOGIN).parameter(Ebay::LOCALE.value("de-DE"));
    let login = request.start().unwrap();
    let callback = server.approve(&login.url).unwrap();
    assert!(callback.starts_with("https://client.example/callback?"));
    let tokens = client.finish(login.pending, callback).unwrap().send().await.unwrap();
    assert_eq!(*tokens.access_token().token_type(), TokenType::Bearer);
    assert!(tokens.refresh_token_expires_at().is_some());

    // The scopes go along, and no new refresh token comes back.
    let refreshed = client.refresh(tokens.refresh_token().unwrap()).send().await.unwrap();
    assert!(!refreshed.is_new_refresh_token() && refreshed.has_scope(&Ebay::BUY));
    let narrowed = client.refresh(tokens.refresh_token().unwrap()).scopes([Ebay::BUY]).send().await.unwrap();
    assert!(!narrowed.has_scope(&Ebay::SELL));

    let own = client.client_credentials().scopes([Ebay::SELL]).send().await.unwrap();
    assert!(own.refresh_token().is_none());
}

#[test]
fn public_clients_with_passwords_and_without_a_runtime() {
    let members = json!({"isLoggedInAs": true}).as_object().unwrap().clone();
    let builder = AuthorizationServer::builder(&Sharetribe).token_details(members.clone()).extra(members);
    let server = builder.start().unwrap();
    let client = server.client(Sharetribe, server.client_id()).unwrap();
    let anonymous = client.client_credentials().send_blocking().unwrap();
    let user = client.password("alice", "wonderland").send_blocking().unwrap();
    let Details { is_logged_in_as } = user.extra().unwrap();
    assert!(is_logged_in_as && anonymous.refresh_token().is_none());
    let refreshed = client.refresh(user.refresh_token().unwrap()).send_blocking().unwrap();
    assert!(refreshed.is_new_refresh_token());
    let details = client.introspect(refreshed.access_token()).send_blocking().unwrap().active().unwrap();
    assert!(details.extra().unwrap().is_logged_in_as);
    assert_eq!(details.scope(), Some("user"));
}

#[tokio::test]
async fn a_tenant_in_the_path() {
    let tenant = Tenant { tenant: Segment::new("acme").unwrap() };
    let server = AuthorizationServer::start(&tenant).unwrap();
    server.client(tenant, server.client_secret()).unwrap().client_credentials().send().await.unwrap();
    let other = Tenant { tenant: Segment::new("evil").unwrap() };
    let client = server.client(other, server.client_secret()).unwrap();
    assert_eq!(client.client_credentials().send().await.unwrap_err().status().unwrap(), 404);
}
