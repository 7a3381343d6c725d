//! The audit log: everything is in it, and no secret prints.

use crate::providers::Plain;
use oauth_core::metadata::GrantType;
use oauth_testkit::{AuthorizationServer, Endpoint, Event};

#[tokio::test]
async fn it_tells_the_story() {
    let server = AuthorizationServer::start(&Plain).unwrap();
    let client = server.client(Plain, server.client_secret()).unwrap();
    let login = client.authorize(server.redirect_uri()).scopes([Plain::READ]).start().unwrap();
    let callback = server.approve(&login.url).unwrap();
    let tokens = client.finish(login.pending, callback).unwrap().send().await.unwrap();
    client.revoke(tokens.refresh_token().unwrap()).send().await.unwrap();
    client.password("alice", "guess").send().await.unwrap_err();

    let audit = server.audit();
    let [
        Event::Request(authorization),
        Event::Request(consent),
        Event::Approved { subject, .. },
        Event::Request(token),
        Event::Issued { grant, scope, access_token, refresh_token: Some(refresh_token), .. },
        Event::Request(revocation),
        Event::FamilyRevoked { tokens: revoked, .. },
        Event::Request(_),
        Event::Refused { endpoint: Endpoint::Token, error, reason, .. },
    ] = &audit[..]
    else {
        panic!("{audit:#?}")
    };
    assert_eq!(authorization.endpoint(), Endpoint::Authorization);
    assert_eq!(consent.endpoint(), Endpoint::Consent);
    assert_eq!((subject.as_str(), *grant), ("alice", GrantType::AUTHORIZATION_CODE));
    assert_eq!((scope, revoked), (&vec!["read".to_owned()], &vec![*access_token, *refresh_token]));
    assert_eq!(token.parameter("code_verifier").unwrap().len(), 43);
    assert!(token.headers()["authorization"].to_str().unwrap().starts_with("Basic "));
    assert_eq!(revocation.parameter("token"), tokens.refresh_token().map(|token| token.expose()));
    assert_eq!((error.as_str(), reason.as_str()), ("invalid_grant", "user name or password is wrong"));
}

#[tokio::test]
async fn it_prints_no_secret() {
    let server = AuthorizationServer::start(&Plain).unwrap();
    let client = server.client(Plain, server.client_secret()).unwrap();
    let client = client.with_client_auth(oauth_core::metadata::ClientAuth::ClientSecretPost);
    let login = client.authorize(server.redirect_uri()).start().unwrap();
    let callback = server.approve(&login.url).unwrap();
    let tokens = client.finish(login.pending, &callback).unwrap().send().await.unwrap();
    client.revoke(tokens.refresh_token().unwrap()).send().await.unwrap();

    let requests = server.requests(Endpoint::Token);
    let values = ["code", "code_verifier", "client_secret"].map(|name| requests[0].parameter(name).unwrap());
    let lines: Vec<String> = server.audit().iter().map(Event::to_string).collect();
    let shown = format!("{:?} {} {server:?}", server.audit(), lines.join("\n"));
    let state = login.url.split("state=").nth(1).unwrap().split('&').next().unwrap();
    for secret in values.into_iter().chain(["v^1.1", state, server.confidential_client().1]) {
        assert!(!shown.contains(secret), "{secret} in {shown}");
    }
    assert!(shown.contains("code=[redacted]") && shown.contains("grant_type=authorization_code"));
}
