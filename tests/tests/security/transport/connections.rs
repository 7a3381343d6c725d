//! Answers that never come, never end or break off: an error in time, and the request is not sent
//! again.

use super::raw::{LENGTH, Raw, drip, exchange, exchange_over, hang_up_after, say, tokens};
use crate::{Test, shown, transports, transports_with, unusable};
use oauth_core::{ErrorKind, Recovery, TransportErrorKind};
use oauth_testkit::{Endpoint, Fault};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::time::{Duration, Instant};

#[track_caller]
fn kind(error: &oauth_core::Error) -> TransportErrorKind {
    match error.kind() {
        ErrorKind::Transport(cause) => cause.kind(),
        other => panic!("{other:?}"),
    }
}

impl Test {
    async fn transport_error(&self, fault: Fault) -> TransportErrorKind {
        let error = self.error(fault).await;
        // The code may be spent.
        assert_eq!(error.recovery(), Recovery::Reauthorize);
        kind(&error)
    }
}

const DEADLINE: Duration = Duration::from_millis(500);

/// A busy machine may be late; a lost deadline is late each time.
const TRIES: usize = 5;

async fn is_in_time(what: &str, answer: fn(&mut TcpStream, usize) -> bool) {
    for transport in transports(DEADLINE) {
        let mut late = Vec::new();
        while late.last().is_none_or(|elapsed| *elapsed > DEADLINE + Duration::from_millis(100)) {
            assert!(late.len() < TRIES, "{what}: {late:?}");
            let (result, elapsed) = exchange_over(Arc::clone(&transport), answer).await;
            assert_eq!(kind(&result.unwrap_err()), TransportErrorKind::Timeout, "{what}");
            assert!(elapsed >= DEADLINE, "{what}: {elapsed:?}");
            late.push(elapsed);
        }
    }
}

const HEAD: &str = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
const PAUSE: Duration = Duration::from_millis(20);

#[tokio::test]
async fn sec_33_a_silent_server_meets_the_deadline() {
    is_in_time("no answer", |_, _| {
        std::thread::sleep(Duration::from_secs(2));
        false
    })
    .await;
    is_in_time("headers only", |stream, _| {
        say(stream, format!("{HEAD}Content-Length: 100\r\n\r\n"));
        std::thread::sleep(Duration::from_secs(2));
        false
    })
    .await;
    for test in Test::over_each_with(Duration::from_millis(300)) {
        for fault in [Fault::hang(), Fault::stall_mid_body()] {
            assert_eq!(test.transport_error(fault).await, TransportErrorKind::Timeout);
        }
    }
}

#[tokio::test]
async fn sec_33_a_dripping_server_meets_the_deadline() {
    is_in_time("a status line", |stream, _| drip(stream, HEAD.repeat(10), PAUSE)).await;
    is_in_time("a header", |stream, _| {
        say(stream, HEAD) && drip(stream, format!("X: {}", "y".repeat(1000)), PAUSE)
    })
    .await;
    is_in_time("a body", |stream, _| {
        say(stream, format!("{HEAD}Content-Length: 1000\r\n\r\n{{")) && drip(stream, [b' '; 999], PAUSE)
    })
    .await;
    is_in_time("chunks", |stream, _| {
        say(stream, format!("{HEAD}Transfer-Encoding: chunked\r\n\r\n"))
            && drip(stream, "1\r\n \r\n".repeat(100), PAUSE)
    })
    .await;
    is_in_time("interim answers", |stream, _| {
        // As fast as a network is, and not as memory: hyper reads what is there before it yields.
        let start = Instant::now();
        while start.elapsed() < 4 * DEADLINE && say(stream, "HTTP/1.1 100 Continue\r\n\r\n".repeat(100)) {
            std::thread::sleep(Duration::from_millis(2));
        }
        false
    })
    .await;
}

#[tokio::test]
async fn sec_33_what_is_no_http_is_an_error_in_time() {
    for (text, times) in [
        (&b"SSH-2.0-CANARY\r\n"[..], 1),
        (b"", 0),
        (b"\0\xff\r\n\r\n", 1),
        (b"HTTP/1.1 200 OK\r\nContent-Length: CANARY\r\n\r\n", 1),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", 1),
        (b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", 1),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999999\r\n\r\n", 1),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nCANARY\r\n", 1),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n", 1),
        (b"HTTP/9.9 200 OK\r\n\r\n", 1),
        (b"HTTP/1.1 999999 OK\r\n\r\n", 1),
        // Headers and a status line that never end.
        (b"HTTP/1.1 200 OK\r\nX: y\r\nX: y\r\nX: y\r\nX: y\r\n", 1_000_000),
        (b"HTTP/1.1 200 OKOKOKOKOKOKOKOKOKOKOKOKOKOKOKOKOKOKOK", 1_000_000),
    ] {
        for transport in transports(Duration::from_secs(10)) {
            let (result, elapsed) =
                exchange_over(transport, move |stream, _| (0..times).any(|_| !say(stream, text))).await;
            assert_eq!(kind(&result.unwrap_err()), TransportErrorKind::Other, "{text:?}");
            assert!(elapsed < Duration::from_secs(8));
        }
    }
}

/// The ends of the type are deadlines as good as any.
#[tokio::test]
async fn sec_33_a_deadline_of_any_length() {
    let server = Raw::start(|stream, _| say(stream, tokens(LENGTH)));
    for deadline in [Duration::MAX, Duration::from_secs(u64::MAX / 2)] {
        for transport in transports_with(deadline, deadline) {
            server.client(transport).client_credentials().send().await.unwrap();
        }
    }
    // Timers have milliseconds, in which a good answer may come.
    let slow = Raw::start(|stream, _| {
        std::thread::sleep(Duration::from_millis(500));
        say(stream, tokens(LENGTH))
    });
    for transport in transports_with(Duration::ZERO, Duration::ZERO) {
        let error = slow.client(transport).client_credentials().send().await.unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Transport(_)), "{error}");
    }
}

#[tokio::test]
async fn sec_33_nobody_listens() {
    let address = TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap();
    for transport in transports(Duration::from_secs(10)) {
        let client = crate::offline().at_loopback(address).unwrap().with_transport(transport);
        let error = client.client_credentials().send().await.unwrap_err();
        assert_eq!(kind(&error), TransportErrorKind::Connect);
        assert!(!shown(&error).contains("127.0.0.1"), "{error}");
    }
}

#[tokio::test]
async fn sec_34_a_body_of_another_length_is_no_answer() {
    let deadline = Duration::from_secs(10);
    for exact in exchange(deadline, |stream, _| say(stream, tokens(LENGTH))).await {
        assert_eq!(exact.unwrap().access_token().expose(), "AT");
    }
    // Cut off by its own length, and cut off by the connection.
    for short in exchange(deadline, |stream, _| say(stream, tokens(LENGTH - 1))).await {
        unusable(&short.unwrap_err());
    }
    for long in exchange(deadline, |stream, _| hang_up_after(stream, tokens(LENGTH + 1))).await {
        assert_eq!(kind(&long.unwrap_err()), TransportErrorKind::Other);
    }
    let chunked = exchange(deadline, |stream, _| {
        let half = "{\"access_token\":\"AT\"";
        hang_up_after(
            stream,
            format!("{HEAD}Transfer-Encoding: chunked\r\n\r\n{:x}\r\n{half}\r\n", half.len()),
        )
    });
    for chunked in chunked.await {
        assert_eq!(kind(&chunked.unwrap_err()), TransportErrorKind::Other);
    }
}

#[tokio::test]
async fn sec_34_bodies_without_measure() {
    for test in Test::over_each() {
        for fault in
            [Fault::large_body(256 * 1024 * 1024), Fault::large_body(1024 * 1024 + 1), Fault::endless_body()]
        {
            assert_eq!(kind(&test.error(fault).await), TransportErrorKind::BodyTooLarge);
        }
        unusable(&test.error(Fault::large_body(1024 * 1024)).await);
    }
    let endless = exchange(Duration::from_secs(10), |stream, _| {
        let chunk = format!("1000\r\n{}\r\n", " ".repeat(0x1000));
        say(stream, format!("{HEAD}Transfer-Encoding: chunked\r\n\r\n"))
            && (0..1_000_000).all(|_| say(stream, &chunk))
    });
    for endless in endless.await {
        assert_eq!(kind(&endless.unwrap_err()), TransportErrorKind::BodyTooLarge);
    }
}

#[tokio::test]
async fn sec_35_a_connection_that_breaks_off_is_no_reason_to_send_again() {
    for test in Test::over_each() {
        // Also on a connection that was used before, which other clients take for a stale one.
        test.client.client_credentials().send().await.unwrap();
        for fault in [Fault::reset(), Fault::lost_answer(), Fault::reset_mid_body(), Fault::reset()] {
            assert_eq!(test.transport_error(fault).await, TransportErrorKind::Other);
            test.client.client_credentials().send().await.unwrap();
        }
    }
}

/// The same for a refresh, where a second request would kill the family.
#[tokio::test]
async fn sec_35_a_refresh_is_sent_once() {
    for test in Test::over_each() {
        let tokens = test.exchange().send().await.unwrap();
        let before = test.server.requests(Endpoint::Token).len();
        test.server.inject(Endpoint::Token, Fault::lost_answer());
        let error = test.client.refresh(tokens.refresh_token().unwrap()).send().await.unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Transport(_)), "{error}");
        assert_eq!(test.server.requests(Endpoint::Token).len(), before + 1);
    }
}

/// A kept connection that the server closes when the next request arrives on it: with nothing said,
/// with a part of an answer, or with a 408, which says that nobody waited for a request.
#[tokio::test]
async fn sec_35_the_race_of_a_closed_connection() {
    const TIMEOUT: &str = "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
    for last in ["", "HTTP/1.1 200 O", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{", TIMEOUT] {
        for transport in transports(Duration::from_secs(10)) {
            let server = Raw::start(move |stream, number| {
                if number % 2 == 1 { say(stream, tokens(LENGTH)) } else { hang_up_after(stream, last) }
            });
            let client = server.client(transport);
            for round in 1..=3 {
                client.client_credentials().send().await.unwrap();
                let error = client.client_credentials().send().await.unwrap_err();
                assert!(!shown(&error).contains("CANARY"), "{error}");
                assert_eq!(server.requests(), 2 * round, "{last:?}");
            }
        }
    }
}
