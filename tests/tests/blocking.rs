//! `send_blocking`: for programs without a runtime, and harmless where there is one.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]
#![allow(deprecated, reason = "the password grant, where it is declared")]

use oauth_core::http::{Method, Request, StatusCode};
use oauth_core::transport::ResponseFuture;
use oauth_core::{
    Client, ClientId, ErrorKind, HyperTransport, IntrospectionResponse, Login, Recovery, ReqwestTransport,
    Transport,
};
use oauth_redbooth::Redbooth;
use oauth_reverb::Reverb;
use oauth_sharetribe::Sharetribe;
use oauth_testkit::{AuthorizationServer, Endpoint, Fault};
use std::sync::Arc;
use std::time::Duration;
use tokio::runtime::{Builder, Runtime};

fn start() -> (AuthorizationServer, Client<Redbooth>) {
    let server = AuthorizationServer::start(&Redbooth).unwrap();
    let client = server.client(Redbooth, server.client_secret()).unwrap();
    (server, client)
}

fn the_whole_life_of_tokens(server: &AuthorizationServer, client: &Client<Redbooth>) {
    let Login { url, pending } = client.authorize(server.redirect_uri()).start().unwrap();
    let callback = server.approve(&url).unwrap();
    let tokens = client.finish(pending, callback).unwrap().send_blocking().unwrap();
    server.expire_access_tokens();
    let error = client.api(Method::GET, "me", tokens.access_token()).send_blocking().unwrap_err();
    assert_eq!(error.recovery(), Recovery::UseRefreshToken);
    let refreshed = client.refresh(tokens.refresh_token().unwrap()).send_blocking().unwrap();
    let answer = client.api(Method::GET, "me", refreshed.access_token()).send_blocking().unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    let spent = tokens.refresh_token().unwrap();
    assert!(client.refresh(spent).send_blocking().unwrap_err().is_invalid_grant());
}

/// A watch whose access tokens are prolonged.
#[oauth_core::oauth_provider(
    authorization_endpoint = "https://watch.example/authorize",
    token_endpoint = "https://watch.example/token",
    client_auth(client_secret_post),
    grants(authorization_code, token_extension),
    refresh_response(expires_in(default = "2592000"))
)]
struct Watch;

#[test]
fn an_extension_on_a_plain_thread() {
    let server = AuthorizationServer::start(&Watch).unwrap();
    let client = server.client(Watch, server.client_secret()).unwrap();
    let Login { url, pending } = client.authorize(server.redirect_uri()).start().unwrap();
    let callback = server.approve(&url).unwrap();
    let tokens = client.finish(pending, callback).unwrap().send_blocking().unwrap();
    let (access, refresh) = (tokens.access_token(), tokens.refresh_token().unwrap());
    let extended = client.extend(access, refresh).send_blocking().unwrap();
    assert_eq!(extended.access_token().expose(), access.expose());
    assert!(tokens.expires_within(Duration::from_secs(3600)));
    assert!(!extended.expires_within(Duration::from_secs(3600)));
}

#[test]
fn on_a_plain_thread() {
    let (server, client) = start();
    the_whole_life_of_tokens(&server, &client);
}

#[test]
fn on_several_threads_at_once() {
    let (server, client) = start();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let Login { url, pending } = client.authorize(server.redirect_uri()).start().unwrap();
                let callback = server.approve(&url).unwrap();
                client.finish(pending, callback).unwrap().send_blocking().unwrap();
            });
        }
    });
    assert_eq!(server.requests(Endpoint::Token).len(), 4);
}

#[test]
fn token_details_and_revocation() {
    let details = serde_json::json!({"marketplace-id": "m", "client-id": "c", "tenancy-id": "t"});
    let server = AuthorizationServer::builder(&Sharetribe)
        .token_details(details.as_object().unwrap().clone())
        .start()
        .unwrap();
    let client = server.client(Sharetribe, server.client_id()).unwrap();
    let tokens = client.password("alice", "wonderland").send_blocking().unwrap();
    let answer = client.introspect(tokens.access_token()).send_blocking().unwrap();
    assert!(matches!(answer, IntrospectionResponse::Active(_)));
    client.revoke(tokens.access_token()).bearer(tokens.access_token()).send_blocking().unwrap();
    let answer = client.introspect(tokens.access_token()).send_blocking().unwrap();
    assert!(matches!(answer, IntrospectionResponse::Inactive));
}

#[tokio::test]
async fn inside_a_runtime_it_does_not_panic() {
    let (server, client) = start();
    the_whole_life_of_tokens(&server, &client);
}

fn over_each_transport() -> [(AuthorizationServer, Client<Reverb>); 2] {
    let reqwest: Arc<dyn Transport> = Arc::new(ReqwestTransport::builder().build().unwrap());
    let hyper = Arc::new(HyperTransport::builder().build().unwrap());
    [reqwest, hyper].map(|transport| {
        let server = AuthorizationServer::start(&Reverb).unwrap();
        let client = server.client(Reverb, server.client_secret()).unwrap().with_transport(transport);
        (server, client)
    })
}

fn idle_runtime() -> Runtime {
    Builder::new_current_thread().enable_all().build().unwrap()
}

/// A kept connection belongs to the runtime that opened it, which stands still while `send_blocking`
/// waits.
#[tokio::test]
async fn after_an_asynchronous_request_of_the_same_client() {
    for (server, client) in over_each_transport() {
        client.client_credentials().send().await.unwrap();
        client.client_credentials().send_blocking().unwrap();
        client.client_credentials().send().await.unwrap();
        assert_eq!(server.requests(Endpoint::Token).len(), 3);
    }
}

#[test]
fn after_a_request_in_a_runtime_that_stands_still() {
    for (server, client) in over_each_transport() {
        let (one, other) = (idle_runtime(), idle_runtime());
        one.block_on(client.client_credentials().send()).unwrap();
        other.block_on(client.client_credentials().send()).unwrap();
        client.client_credentials().send_blocking().unwrap();
        drop(one);
        other.block_on(client.client_credentials().send()).unwrap();
        client.client_credentials().send_blocking().unwrap();
        assert_eq!(server.requests(Endpoint::Token).len(), 5);
    }
}

#[test]
fn a_deadline_ends_the_wait() {
    let (server, client) = start();
    let transport = ReqwestTransport::builder().deadline(Duration::from_millis(200)).build().unwrap();
    let client = client.with_transport(transport);
    let Login { url, pending } = client.authorize(server.redirect_uri()).start().unwrap();
    let request = client.finish(pending, server.approve(&url).unwrap()).unwrap();
    server.inject(Endpoint::Token, Fault::hang());
    assert!(request.send_blocking().unwrap_err().is_timeout());
}

struct Panics;

impl Transport for Panics {
    fn send(&self, _: Request<Vec<u8>>) -> ResponseFuture<'_> {
        panic!("a transport that panics, on purpose")
    }
}

#[test]
fn a_transport_that_panics_is_an_error() {
    let client = Client::new(Sharetribe, ClientId::new("id")).with_transport(Panics);
    for _ in 0..2 {
        let error = client.client_credentials().send_blocking().unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Transport(_)), "{error}");
    }
    // The background thread outlives it.
    on_a_plain_thread();
}
