//! Answers that never come, or break off: an error in time, and the request is not sent again.

use super::{Test, shown};
use oauth_core::oauth_provider;
use oauth_core::{Client, ClientSecret, ErrorKind, Recovery, ReqwestTransport, TransportErrorKind};
use oauth_testkit::{Endpoint, Fault};
use std::io::{Read, Write};
use std::net::TcpListener;
use std::time::{Duration, Instant};

impl Test {
    async fn transport_error(&self, fault: Fault) -> TransportErrorKind {
        let error = self.error(fault).await;
        // The code may be spent.
        assert_eq!(error.recovery(), Recovery::Reauthorize);
        match error.kind() {
            ErrorKind::Transport(cause) => cause.kind(),
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn silence() {
    let test = Test::with_deadline(Duration::from_millis(300));
    for fault in [Fault::hang(), Fault::stall_mid_body()] {
        assert_eq!(test.transport_error(fault).await, TransportErrorKind::Timeout);
    }
}

#[tokio::test]
async fn connections_that_break_off() {
    let test = Test::new();
    // Also on a connection that was used before, which other clients take for a stale one.
    test.client.client_credentials().send().await.unwrap();
    for fault in [Fault::reset(), Fault::lost_answer(), Fault::reset_mid_body(), Fault::reset()] {
        assert_eq!(test.transport_error(fault).await, TransportErrorKind::Other);
        test.client.client_credentials().send().await.unwrap();
    }
}

/// The same for a refresh, where a second request would kill the family.
#[tokio::test]
async fn a_refresh_is_sent_once() {
    let test = Test::new();
    let tokens = test.exchange().send().await.unwrap();
    let before = test.server.requests(Endpoint::Token).len();
    test.server.inject(Endpoint::Token, Fault::lost_answer());
    let error = test.client.refresh(tokens.refresh_token().unwrap()).send().await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Transport(_)), "{error}");
    assert_eq!(test.server.requests(Endpoint::Token).len(), before + 1);
}

#[oauth_provider(
    token_endpoint = "https://plain.example/token",
    client_auth(client_secret_post),
    grants(client_credentials)
)]
#[derive(Debug, Clone, Copy)]
struct Plain;

/// The error of a server that says `text` again and again, `times` in all, and then hangs up.
async fn error_of(text: &'static [u8], times: usize) -> (TransportErrorKind, Duration) {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let address = listener.local_addr().unwrap();
    let server = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let _ = stream.read(&mut [0; 4096]).unwrap();
        for _ in 0..times {
            if stream.write_all(text).is_err() {
                return;
            }
        }
    });
    let transport = ReqwestTransport::builder().deadline(Duration::from_secs(10)).build().unwrap();
    let client = Client::new(Plain, ClientSecret::new("id", "CANARY"))
        .at_loopback(address)
        .unwrap()
        .with_transport(transport);
    let start = Instant::now();
    let error = client.client_credentials().send().await.unwrap_err();
    assert!(!shown(&error).contains("CANARY"));
    server.join().unwrap();
    match error.kind() {
        ErrorKind::Transport(cause) => (cause.kind(), start.elapsed()),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn what_is_no_http() {
    for (text, times) in [
        (&b"SSH-2.0-CANARY\r\n"[..], 1),
        (b"", 0),
        (b"\0\xff\r\n\r\n", 1),
        (b"HTTP/1.1 200 OK\r\nContent-Length: CANARY\r\n\r\n", 1),
        // Headers that never end.
        (b"HTTP/1.1 200 OK\r\nX: y\r\nX: y\r\nX: y\r\nX: y\r\n", 1_000_000),
    ] {
        let (kind, elapsed) = error_of(text, times).await;
        assert_eq!(kind, TransportErrorKind::Other, "{text:?}");
        assert!(elapsed < Duration::from_secs(8));
    }
}

#[tokio::test]
async fn nobody_listens() {
    let address = TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap();
    let client = Client::new(Plain, ClientSecret::new("id", "CANARY")).at_loopback(address).unwrap();
    let error = client.client_credentials().send().await.unwrap_err();
    let ErrorKind::Transport(cause) = error.kind() else { panic!("{error:?}") };
    assert_eq!(cause.kind(), TransportErrorKind::Connect);
    assert!(!shown(&error).contains("127.0.0.1"), "{error}");
}
