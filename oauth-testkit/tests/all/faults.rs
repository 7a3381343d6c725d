//! What becomes of a request when the server, or something on the way to it, does wrong.

use crate::providers::Plain;
use oauth_core::http::{HeaderValue, Method, Response, StatusCode, header};
use oauth_core::{Client, Error, ErrorKind, Recovery, ReqwestTransport, TransportErrorKind};
use oauth_testkit::{AuthorizationServer, Endpoint, Event, Fault};
use std::time::Duration;

struct Test {
    server: AuthorizationServer,
    client: Client<Plain>,
}

fn test() -> Test {
    test_with_deadline(Duration::from_secs(20))
}

fn test_with_deadline(deadline: Duration) -> Test {
    let server = AuthorizationServer::start(&Plain).unwrap();
    let transport = ReqwestTransport::builder().deadline(deadline).build().unwrap();
    let client = server.client(Plain, server.client_secret()).unwrap().with_transport(transport);
    Test { server, client }
}

impl Test {
    /// The error that the fault becomes; it holds no secret.
    async fn error(&self, fault: Fault) -> Error {
        self.server.inject(Endpoint::Token, fault);
        let error = self.client.password("alice", "wonderland").send().await.unwrap_err();
        let shown = format!("{error} {error:?}");
        for secret in ["wonderland", self.server.confidential_client().1, "v^1.1", "127.0.0.1"] {
            assert!(!shown.contains(secret), "{shown}");
        }
        error
    }

    async fn transport_error(&self, fault: Fault) -> TransportErrorKind {
        let error = self.error(fault).await;
        let ErrorKind::Transport(cause) = error.kind() else { panic!("{error:?}") };
        let too_large = cause.kind() == TransportErrorKind::BodyTooLarge;
        let expected = if too_large { Recovery::FixConfiguration } else { Recovery::Retry };
        assert_eq!(error.recovery(), expected);
        cause.kind()
    }

    fn issued(&self) -> usize {
        self.server.audit().iter().filter(|event| matches!(event, Event::Issued { .. })).count()
    }
}

#[tokio::test]
async fn a_status_with_headers() {
    let test = test();
    let busy = Fault::status(StatusCode::SERVICE_UNAVAILABLE)
        .header(header::RETRY_AFTER, HeaderValue::from_static("7"));
    let error = test.error(busy).await;
    assert_eq!(
        (error.status().unwrap(), error.recovery()),
        (StatusCode::SERVICE_UNAVAILABLE, Recovery::Retry)
    );
    assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
    test.client.password("alice", "wonderland").send().await.unwrap();
}

#[tokio::test]
async fn several_take_their_turns() {
    let test = test();
    test.server.inject(Endpoint::Token, Fault::status(StatusCode::BAD_GATEWAY).times(2));
    test.server.inject(Endpoint::Token, Fault::status(StatusCode::GATEWAY_TIMEOUT));
    test.server.inject(Endpoint::Token, Fault::reset().times(0));
    test.server.inject(Endpoint::Api, Fault::status(StatusCode::IM_A_TEAPOT));
    let mut statuses = Vec::new();
    while let Err(error) = test.client.client_credentials().send().await {
        statuses.push(error.status().unwrap().as_u16());
    }
    assert_eq!(statuses, [502, 502, 504]);
    let tokens = test.client.client_credentials().send().await.unwrap();
    let answer = test.client.api(Method::GET, "/tea", tokens.access_token()).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::IM_A_TEAPOT);
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let test = test();
    let thief = AuthorizationServer::start(&Plain).unwrap();
    let to = HeaderValue::from_str(&format!("http://{}/token", thief.address())).unwrap();
    let error = test.error(Fault::redirect(to)).await;
    assert!(matches!(error.kind(), ErrorKind::InvalidResponse(_)), "{error}");
    assert!(thief.audit().is_empty());
}

#[tokio::test]
async fn a_page_of_a_proxy() {
    let test = test();
    let html = HeaderValue::from_static("text/html");
    let error = test.error(Fault::body(html, "<html>wonderland</html>")).await;
    assert!(matches!(error.kind(), ErrorKind::InvalidResponse(_)), "{error}");
    let json = HeaderValue::from_static("application/json");
    let error = test.error(Fault::body(json, r#"{"access_token": "wonderland", "access_token": "x"}"#)).await;
    assert!(error.to_string().contains("more than once"), "{error}");
}

#[tokio::test]
async fn an_unusable_answer_gives_the_refresh_token_away() {
    let test = test();
    let mut answer = Response::new(br#"{"refresh_token": "new"}"#.to_vec());
    answer.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    let mut error = test.error(Fault::answer(answer)).await;
    assert_eq!(error.take_refresh_token::<Plain>().unwrap().expose(), "new");
}

#[tokio::test]
async fn connections_that_break_off() {
    let test = test();
    assert_eq!(test.transport_error(Fault::reset()).await, TransportErrorKind::Other);
    assert_eq!(test.issued(), 0);
    assert_eq!(test.transport_error(Fault::reset_mid_body()).await, TransportErrorKind::Other);
    assert_eq!(test.issued(), 1);
    assert_eq!(test.transport_error(Fault::lost_answer()).await, TransportErrorKind::Other);
    assert_eq!(test.issued(), 2);
    assert_eq!(test.server.requests(Endpoint::Token).len(), 3, "nothing is sent twice");
}

#[tokio::test]
async fn a_lost_answer_to_a_refresh() {
    let test = test();
    let tokens = test.client.password("alice", "wonderland").send().await.unwrap();
    let refresh_token = tokens.refresh_token().unwrap();
    test.server.inject(Endpoint::Token, Fault::lost_answer());
    assert_eq!(test.client.refresh(refresh_token).send().await.unwrap_err().recovery(), Recovery::Retry);
    let error = test.client.refresh(refresh_token).send().await.unwrap_err();
    assert_eq!(error.recovery(), Recovery::Reauthorize);
}

#[tokio::test]
async fn bodies_without_measure() {
    let test = test();
    let too_large = TransportErrorKind::BodyTooLarge;
    assert_eq!(test.transport_error(Fault::endless_body()).await, too_large);
    assert_eq!(test.transport_error(Fault::large_body(256 * 1024 * 1024)).await, too_large);
    assert_eq!(test.transport_error(Fault::large_body(1024 * 1024 + 1)).await, too_large);
    let error = test.error(Fault::large_body(1024 * 1024)).await;
    assert!(matches!(error.kind(), ErrorKind::InvalidResponse(_)), "{error}");
}

#[tokio::test]
async fn no_answer_or_half_of_one() {
    let test = test_with_deadline(Duration::from_millis(300));
    for fault in [Fault::hang(), Fault::stall_mid_body()] {
        assert_eq!(test.transport_error(fault).await, TransportErrorKind::Timeout);
    }
}

#[tokio::test]
async fn an_answer_when_the_test_says_so() {
    let test = test();
    let (delay, mut latch) = Fault::delay();
    test.server.inject(Endpoint::Token, delay.times(2));
    let request = || tokio::spawn(test.client.client_credentials().send());
    let (one, two) = (request(), request());
    latch.arrived(2).await;
    assert_eq!(test.issued(), 0);
    latch.release();
    one.await.unwrap().unwrap();
    two.await.unwrap().unwrap();
    assert_eq!(test.issued(), 2);
}

#[test]
fn the_server_ends_with_requests_under_way() {
    let test = test();
    let (delay, mut latch) = Fault::delay();
    test.server.inject(Endpoint::Token, delay);
    let client = test.client.clone();
    let waiting = std::thread::spawn(move || client.client_credentials().send_blocking());
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(latch.arrived(1));
    drop(test.server);
    let error = waiting.join().unwrap().unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Transport(_)), "{error}");
}

#[tokio::test]
async fn a_body_that_drips() {
    let test = test();
    test.server.inject(Endpoint::Token, Fault::drip(Duration::ZERO));
    test.client.password("alice", "wonderland").send().await.unwrap();

    // Bytes come all the time, so that only a deadline for the whole exchange ends it.
    let test = test_with_deadline(Duration::from_millis(300));
    let kind = test.transport_error(Fault::drip(Duration::from_millis(50))).await;
    assert_eq!((kind, test.issued()), (TransportErrorKind::Timeout, 1));
}

#[tokio::test]
async fn answers_that_something_changed_on_their_way() {
    let test = test();
    let page = Fault::altered(|response| {
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html"));
    });
    for (issued, fault) in [page, Fault::truncated()].into_iter().enumerate() {
        let error = test.error(fault).await;
        assert!(matches!(error.kind(), ErrorKind::InvalidResponse(_)), "{error:?}");
        assert_eq!(test.issued(), issued + 1);
    }
    let without_type = Fault::altered(|response| {
        response.headers_mut().remove(header::CONTENT_TYPE);
    });
    test.server.inject(Endpoint::Token, without_type);
    test.client.password("alice", "wonderland").send().await.unwrap();
    let error = test.error(Fault::large_header(8 * 1024 * 1024)).await;
    assert!(matches!(error.kind(), ErrorKind::Transport(_)), "{error:?}");
}
