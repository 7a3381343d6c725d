//! What the token endpoint refuses.

use crate::by_hand::{Ask, last_reason, parameters, post, url};
use crate::providers::{Ebay, Plain, Redbooth, Reverb, Sharetribe};
use oauth_core::http::{Method, header};
use oauth_core::{ErrorCode, ErrorKind, Recovery};
use oauth_testkit::{AuthorizationServer, Event};
use std::time::Duration;

/// A token request of Plain's confidential client.
fn token(server: &AuthorizationServer, fields: &[(&str, &str)]) -> Ask {
    let (id, secret) = server.confidential_client();
    post(server, "/token", fields).basic(id, secret)
}

const OWN: (&str, &str) = ("grant_type", "client_credentials");
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

/// A code for Plain's confidential client, with a challenge.
fn code(server: &AuthorizationServer) -> String {
    let fields = [
        ("response_type", "code"),
        ("client_id", server.confidential_client().0),
        ("redirect_uri", server.redirect_uri()),
        ("code_challenge", CHALLENGE),
        ("code_challenge_method", "S256"),
    ];
    let callback = server.approve(&url(server, "/authorize", &fields)).unwrap();
    parameters(&callback)["code"].clone()
}

fn exchange(server: &AuthorizationServer, changes: &[(&str, &str)]) -> Ask {
    let code = code(server);
    let good = [
        ("grant_type", "authorization_code"),
        ("code", &*code),
        ("redirect_uri", server.redirect_uri()),
        ("code_verifier", VERIFIER),
    ];
    let kept = good.into_iter().filter(|(name, _)| !changes.iter().any(|(changed, _)| changed == name));
    token(server, &kept.chain(changes.iter().copied()).collect::<Vec<_>>())
}

#[tokio::test]
async fn the_form_of_the_request() {
    let server = AuthorizationServer::start(&Plain).unwrap();
    let good = || token(&server, &[OWN]);
    let answer = good().send().await;
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.headers()[header::CACHE_CONTROL], "no-store");
    assert_eq!(answer.headers()[header::CONTENT_TYPE], "application/json");

    let get = good().method(Method::GET).send().await;
    assert_eq!((get.status().as_u16(), &get.headers()[header::ALLOW]), (405, &"POST".parse().unwrap()));
    good().header("content-type", "application/json").expect_refusal("invalid_request", "urlencoded").await;
    good().header("accept", "text/html").expect_refusal("invalid_request", "`Accept`").await;
    good().header("accept", "text/html, application/json;q=0.9").send().await;
    let (id, secret) = server.confidential_client();
    let in_query = post(&server, "/token?scope=read", &[OWN]).basic(id, secret);
    in_query.expect_refusal("invalid_request", "`scope` is in the query").await;
    token(&server, &[OWN, OWN]).expect_refusal("invalid_request", "`grant_type` is there more").await;
    token(&server, &[OWN, ("scope", "read"), ("scope", "read")])
        .expect_refusal("invalid_request", "`scope`")
        .await;
    token(&server, &[OWN, ("audience", "x")]).expect_refusal("invalid_request", "`audience` does not").await;
    token(&server, &[OWN, ("username", "x")]).expect_refusal("invalid_request", "`username` does not").await;
    token(&server, &[]).expect_refusal("invalid_request", "`grant_type` is missing").await;
    for undeclared in ["implicit", "token", "urn:ietf:params:oauth:grant-type:device_code"] {
        let ask = token(&server, &[("grant_type", undeclared)]);
        ask.expect_refusal("unsupported_grant_type", "not declared").await;
    }
}

#[tokio::test]
async fn scopes() {
    let server = AuthorizationServer::start(&Plain).unwrap();
    token(&server, &[OWN, ("scope", "admin")]).expect_refusal("invalid_scope", "`admin`").await;
    token(&server, &[OWN, ("scope", "read,write")]).expect_refusal("invalid_scope", "`read,write`").await;
    let user = [("grant_type", "password"), ("username", "alice"), ("password", "wonderland")];
    let report = [&user[..], &[("scope", "report")]].concat();
    token(&server, &report).expect_refusal("invalid_scope", "with the grant `password`").await;
    token(&server, &[OWN, ("scope", "read report")]).send().await;
}

#[tokio::test]
async fn codes() {
    let server = AuthorizationServer::start(&Plain).unwrap();
    assert_eq!(exchange(&server, &[]).send().await.status(), 200);
    exchange(&server, &[("code", "")]).expect_refusal("invalid_request", "`code` is missing").await;
    exchange(&server, &[("code", "guess")]).expect_refusal("invalid_grant", "unknown").await;
    exchange(&server, &[("redirect_uri", "")]).expect_refusal("invalid_request", "`redirect_uri`").await;
    let other = [("redirect_uri", "https://client.example/other")];
    exchange(&server, &other).expect_refusal("invalid_grant", "redirect URI").await;
    exchange(&server, &[("code_verifier", "")])
        .expect_refusal("invalid_grant", "`code_verifier` is missing")
        .await;
    let wrong = "a".repeat(43);
    exchange(&server, &[("code_verifier", &wrong)]).expect_refusal("invalid_grant", "does not match").await;
    exchange(&server, &[("scope", "read")]).expect_refusal("invalid_request", "`scope` does not").await;

    let late = exchange(&server, &[]);
    server.advance(Duration::from_secs(60));
    late.expect_refusal("invalid_grant", "expired").await;

    let (id, _) = server.confidential_client();
    let stolen = post(
        &server,
        "/token",
        &[
            ("grant_type", "authorization_code"),
            ("code", &code(&server)),
            ("redirect_uri", server.redirect_uri()),
            ("code_verifier", VERIFIER),
            ("client_id", server.public_client()),
        ],
    );
    assert_ne!(id, server.public_client());
    stolen.expect_refusal("invalid_grant", "another client").await;
}

#[tokio::test]
async fn a_verifier_without_a_challenge() {
    let server = AuthorizationServer::start(&Plain).unwrap();
    let fields = [
        ("response_type", "code"),
        ("client_id", server.confidential_client().0),
        ("redirect_uri", server.redirect_uri()),
    ];
    let callback = server.approve(&url(&server, "/authorize", &fields)).unwrap();
    let code = &parameters(&callback)["code"];
    exchange(&server, &[("code", code)]).expect_refusal("invalid_grant", "had no challenge").await;
}

#[tokio::test]
async fn a_code_presented_again_takes_its_tokens_with_it() {
    let server = AuthorizationServer::start(&Plain).unwrap();
    let ask = exchange(&server, &[]);
    let tokens = ask.clone().send().await.json();
    let refresh = tokens["refresh_token"].as_str().unwrap();
    ask.expect_refusal("invalid_grant", "used before").await;
    let refreshing = token(&server, &[("grant_type", "refresh_token"), ("refresh_token", refresh)]);
    refreshing.expect_refusal("invalid_grant", "revoked").await;
    let is_kill = |event: &Event| matches!(event, Event::FamilyRevoked { tokens, .. } if tokens.len() == 2);
    assert!(server.audit().iter().any(is_kill));
}

#[tokio::test]
async fn errors_as_text() {
    let server = AuthorizationServer::start(&Sharetribe).unwrap();
    let client = server.client(Sharetribe, server.client_id()).unwrap();
    let error = client.password("alice", "guess").send().await.unwrap_err();
    let ErrorKind::Response(response) = error.kind() else { panic!("{error:?}") };
    assert_eq!((response.code(), response.description()), (None, Some("Unauthorized")));
    assert_eq!(error.recovery(), Recovery::Reauthorize);
    assert_eq!(last_reason(&server), "user name or password is wrong");
}

#[tokio::test]
async fn the_client_reads_a_refusal() {
    let server = AuthorizationServer::start(&Reverb).unwrap();
    let (id, _) = server.confidential_client();
    let stranger = server.client(Reverb, oauth_core::ClientSecret::new(id, "guess")).unwrap();
    let error = stranger.client_credentials().send().await.unwrap_err();
    assert_eq!(error.code(), Some(&ErrorCode::InvalidClient));
    assert_eq!(error.recovery(), Recovery::FixConfiguration);
    assert!(error.to_string().contains("the client secret is wrong"), "{error}");
}

#[tokio::test]
async fn two_names_for_bearer() {
    let server = AuthorizationServer::start(&Ebay).unwrap();
    let (id, secret) = server.confidential_client();
    let ask = post(&server, "/identity/v1/oauth2/token", &[OWN]).basic(id, secret);
    assert_eq!(ask.send().await.json()["token_type"], "Application Access Token");
}

#[tokio::test]
async fn no_scope_is_declared() {
    let server = AuthorizationServer::start(&Redbooth).unwrap();
    let client = server.client(Redbooth, server.client_secret()).unwrap();
    let login = client.authorize(server.redirect_uri()).start().unwrap();
    let callback = server.approve(&format!("{}&scope=all", login.url)).unwrap();
    assert_eq!(client.finish(login.pending, callback).unwrap_err().code(), Some(&ErrorCode::InvalidScope));
}
