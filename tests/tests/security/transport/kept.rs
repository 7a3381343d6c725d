//! Connections that are kept for the next request: no answer goes to another request than its own, and none
//! outlives its runtime.

use super::raw::{LENGTH, Raw, hang_up_after, say, tokens};
use crate::{Bank, transports};
use oauth_core::http::Request;
use oauth_core::{Client, Transport};
use std::io::Read;
use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;
use tokio::runtime::Builder;
use tokio::time::{sleep, timeout};

const DEADLINE: Duration = Duration::from_secs(20);
const PAUSE: Duration = Duration::from_millis(100);

async fn token(client: &Client<Bank>) -> String {
    client.client_credentials().send().await.unwrap().access_token().expose().to_owned()
}

/// A token answer of the same length with another token.
fn another(token: &str) -> String {
    tokens(LENGTH).replace("\"AT\"", &format!("\"{token}\""))
}

#[tokio::test]
async fn a_connection_is_used_again() {
    for transport in transports(DEADLINE) {
        let server = Raw::start(|stream, number| {
            if number > 3 {
                std::thread::sleep(PAUSE);
            }
            say(stream, tokens(LENGTH))
        });
        let client = server.client(transport);
        for _ in 0..3 {
            assert_eq!(token(&client).await, "AT");
        }
        assert_eq!((server.requests(), server.connections()), (3, (1, 0)));
        // One answer at a time: what is at work is not used.
        let (one, other) =
            tokio::join!(client.client_credentials().send(), client.client_credentials().send());
        assert!(one.is_ok() && other.is_ok());
        assert_eq!(server.connections(), (2, 0));
    }
}

#[tokio::test]
async fn a_connection_that_was_closed_meanwhile_is_not_used() {
    const CLOSE: &str = "Connection: close\r\nContent-Length";
    for transport in transports(DEADLINE) {
        let server = Raw::start(|stream, number| match number {
            1 => hang_up_after(stream, tokens(LENGTH)),
            2 => {
                say(stream, tokens(LENGTH));
                std::thread::sleep(PAUSE);
                false
            }
            3 => hang_up_after(stream, tokens(LENGTH).replace("Content-Length", CLOSE)),
            _ => say(stream, tokens(LENGTH).replace("HTTP/1.1", "HTTP/1.0")),
        });
        let client = server.client(transport);
        for number in 1..=5 {
            assert_eq!(token(&client).await, "AT");
            for _ in 0..100 {
                if server.connections() == (number, number) {
                    break;
                }
                sleep(Duration::from_millis(20)).await;
            }
            assert_eq!((server.requests(), server.connections()), (number, (number, number)));
        }
    }
}

#[tokio::test]
async fn sec_35_what_follows_an_answer_answers_no_other_request() {
    for transport in transports(DEADLINE) {
        let server = Raw::start(|stream, number| match number {
            1 => say(stream, tokens(LENGTH) + &another("EV")),
            _ => {
                say(stream, tokens(LENGTH));
                std::thread::sleep(PAUSE);
                say(stream, another("EV"))
            }
        });
        let client = server.client(transport);
        for _ in 0..3 {
            assert_eq!(token(&client).await, "AT");
            sleep(3 * PAUSE).await;
        }
    }
}

/// A program that stops to wait loses its answer; the next request does not get it.
#[tokio::test]
async fn sec_35_an_answer_that_comes_too_late_answers_no_other_request() {
    for transport in transports(DEADLINE) {
        let server = Raw::start(|stream, number| match number {
            2 => {
                std::thread::sleep(Duration::from_millis(300));
                say(stream, another("EV"))
            }
            _ => say(stream, tokens(LENGTH)),
        });
        let client = server.client(transport);
        assert_eq!(token(&client).await, "AT");
        timeout(Duration::from_millis(100), client.client_credentials().send()).await.unwrap_err();
        assert_eq!(token(&client).await, "AT");
        sleep(Duration::from_millis(500)).await;
        assert_eq!(token(&client).await, "AT");
        assert_eq!((server.requests(), server.connections()), (4, (2, 1)));
    }
}

/// What remains of a request that was answered early is not the head of the next one.
#[tokio::test]
async fn sec_35_a_request_that_was_not_sent_whole_ends_its_connection() {
    for transport in transports(DEADLINE) {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let uri = format!("http://{}/", listener.local_addr().unwrap());
        let server = std::thread::spawn(move || {
            let answered = || {
                let (mut stream, _) = listener.accept().unwrap();
                let count = stream.read(&mut [0; 4096]).unwrap();
                assert!(count > 0 && say(&mut stream, tokens(LENGTH)));
                stream
            };
            // Both stay open, and nothing more is read.
            [answered(), answered()]
        });
        for _ in 0..2 {
            let request = Request::post(&uri).body(vec![b'x'; 32 * 1024 * 1024]).unwrap();
            assert_eq!(transport.send(request).await.unwrap().status(), 200);
        }
        server.join().unwrap();
    }
}

#[test]
fn a_runtime_takes_its_connections_along() {
    for transport in transports(DEADLINE) {
        let server = Raw::start(|stream, _| say(stream, tokens(LENGTH)));
        let kept: Arc<dyn Transport> = Arc::clone(&transport);
        let client = server.client(kept);
        for number in 1..=3 {
            let runtime = Builder::new_current_thread().enable_all().build().unwrap();
            assert_eq!(runtime.block_on(token(&client)), "AT");
            assert_eq!(server.connections(), (number, number - 1));
            drop(runtime);
            for _ in 0..100 {
                if server.connections() == (number, number) {
                    break;
                }
                std::thread::sleep(Duration::from_millis(20));
            }
            assert_eq!(server.connections(), (number, number));
        }
    }
}
