//! The server of RFC 6749 with all five grants, once with spaces and once with commas.

use super::{has_authorization, is_dead, last, names, transport};
use oauth_core::metadata::Rotation;
use oauth_core::{Expiry, GrantedScope, Host, Login, Scope};
use oauth_standard::{Standard, StandardComma};
use oauth_testkit::{AuthorizationServer, Endpoint};

/// What each test begins with, for either declaration.
macro_rules! start {
    ($provider:ident, $credential:ident) => {{
        let provider = $provider { host: Host::new("server.example.com").unwrap() };
        let server = AuthorizationServer::builder(&provider).rotation(Rotation::Strict).start().unwrap();
        let scopes = ["read", "write"].map(|scope| Scope::custom(&provider, scope).unwrap());
        let client = server.client(provider, server.$credential()).unwrap().with_transport(transport());
        (server, client, scopes)
    }};
}

macro_rules! for_both {
    ($($test:ident($provider:ident, $delimiter:ident) $body:block)*) => {
        mod space { $(#[tokio::test] async fn $test() {
            use super::*;
            use Standard as $provider;
            let $delimiter = " ";
            $body
        })* }
        mod comma { $(#[tokio::test] async fn $test() {
            use super::*;
            use StandardComma as $provider;
            let $delimiter = ",";
            $body
        })* }
    };
}

for_both! {
    login_and_refresh(Provider, delimiter) {
        let (server, client, scopes) = start!(Provider, client_secret);
        let Login { url, pending } = client.authorize(server.redirect_uri()).scopes(&scopes).start().unwrap();
        let callback = server.approve(&url).unwrap();
        let tokens = client.finish(pending, callback).unwrap().send().await.unwrap();
        let asked = last(&server, Endpoint::Authorization);
        assert_eq!(asked.parameter("scope"), Some(&*["read", "write"].join(delimiter)));
        assert_eq!(asked.path(), "/authorize");
        let sent = ["grant_type", "code", "redirect_uri", "code_verifier", "client_id", "client_secret"];
        assert_eq!(names(&last(&server, Endpoint::Token)), sent);
        assert_eq!(*tokens.scope(), GrantedScope::Listed(["read".into(), "write".into()].into()));
        assert!(matches!(tokens.expiry(), Expiry::At(_)));

        let [read, write] = &scopes;
        let old = tokens.refresh_token().unwrap();
        let refreshed = client.refresh(old).scopes([read]).send().await.unwrap();
        let sent = last(&server, Endpoint::Token);
        assert_eq!(names(&sent), ["grant_type", "refresh_token", "scope", "client_id", "client_secret"]);
        assert!(refreshed.has_scope(read) && !refreshed.has_scope(write));
        is_dead(&client.refresh(old).send().await.unwrap_err());
        is_dead(&client.refresh(refreshed.refresh_token().unwrap()).send().await.unwrap_err());
    }

    the_implicit_grant(Provider, delimiter) {
        let (server, client, scopes) = start!(Provider, client_id);
        let Login { url, pending } =
            client.authorize_implicit(server.redirect_uri()).scopes(&scopes).start().unwrap();
        let tokens = client.finish_implicit(pending, server.approve(&url).unwrap()).unwrap();
        let asked = last(&server, Endpoint::Authorization);
        assert_eq!(asked.parameter("response_type"), Some("token"));
        assert_eq!(asked.parameter("scope"), Some(&*["read", "write"].join(delimiter)));
        assert!(tokens.has_scope(&scopes[1]) && tokens.refresh_token().is_none());
        assert!(server.requests(Endpoint::Token).is_empty());
    }

    a_password(Provider, delimiter) {
        let (server, client, scopes) = start!(Provider, client_secret);
        let tokens = client.password("alice", "wonderland").scopes(&scopes).send().await.unwrap();
        let sent = last(&server, Endpoint::Token);
        let expected = ["grant_type", "username", "password", "scope", "client_id", "client_secret"];
        assert_eq!(names(&sent), expected);
        assert_eq!(sent.parameter("scope"), Some(&*["read", "write"].join(delimiter)));
        assert!(tokens.has_scope(&scopes[0]) && tokens.refresh_token().is_some());
        is_dead(&client.password("alice", "looking-glass").send().await.unwrap_err());
    }

    client_credentials(Provider, delimiter) {
        let (server, client, scopes) = start!(Provider, client_secret);
        let tokens = client.client_credentials().scopes(&scopes).send().await.unwrap();
        let sent = last(&server, Endpoint::Token);
        assert_eq!(names(&sent), ["grant_type", "scope", "client_id", "client_secret"]);
        assert_eq!(sent.parameter("scope"), Some(&*["read", "write"].join(delimiter)));
        assert!(!has_authorization(&sent));
        assert!(tokens.has_scope(&scopes[0]) && tokens.refresh_token().is_none());
    }
}
