//! A server without an HTTP library, which would be too polite: it says what a test wants, when the
//! test wants it.

use crate::{Bank, MARGIN, shown, transports};
use oauth_core::{Client, ClientSecret, Error, Tokens, Transport};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// A server whose answers are the test's.
pub(crate) struct Raw {
    address: SocketAddr,
    /// Requests that arrived whole, on whichever connection.
    requests: Arc<AtomicUsize>,
    /// Connections that were opened, and closed by either side.
    connections: Arc<[AtomicUsize; 2]>,
}

impl Raw {
    /// Each request, and its number from 1, is handed to `answer`; `false` closes the connection.
    pub(crate) fn start(answer: impl Fn(&mut TcpStream, usize) -> bool + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let (address, requests) = (listener.local_addr().unwrap(), Arc::new(AtomicUsize::new(0)));
        let (answer, count) = (Arc::new(answer), Arc::clone(&requests));
        let connections: Arc<[AtomicUsize; 2]> = Arc::default();
        let counts = Arc::clone(&connections);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let (mut stream, answer, count) = (stream.unwrap(), Arc::clone(&answer), Arc::clone(&count));
                let counts = Arc::clone(&counts);
                std::thread::spawn(move || {
                    counts[0].fetch_add(1, Ordering::SeqCst);
                    let next = || count.fetch_add(1, Ordering::SeqCst) + 1;
                    while read_request(&mut stream) && answer(&mut stream, next()) {}
                    drop(stream);
                    counts[1].fetch_add(1, Ordering::SeqCst);
                });
            }
        });
        Self { address, requests, connections }
    }

    pub(crate) fn requests(&self) -> usize {
        self.requests.load(Ordering::SeqCst)
    }

    /// The connections that were opened, and those of them that were closed.
    pub(crate) fn connections(&self) -> (usize, usize) {
        let [opened, closed] = &*self.connections;
        (opened.load(Ordering::SeqCst), closed.load(Ordering::SeqCst))
    }

    pub(crate) fn client(&self, transport: impl Transport) -> Client<Bank> {
        Client::new(Bank, ClientSecret::new("id", "CANARY"))
            .at_loopback(self.address)
            .unwrap()
            .with_transport(transport)
    }
}

/// What becomes of one request over this transport, and how long it took.
pub(crate) async fn exchange_over(
    transport: impl Transport,
    answer: impl Fn(&mut TcpStream, usize) -> bool + Send + Sync + 'static,
) -> (Result<Tokens<Bank>, Error>, Duration) {
    let server = Raw::start(answer);
    let client = server.client(transport);
    let start = Instant::now();
    let result = client.client_credentials().send().await;
    let elapsed = start.elapsed();
    assert!(server.requests() <= 1, "sent once");
    if let Err(error) = &result {
        assert!(!shown(error).contains("CANARY") && !shown(error).contains("127.0.0.1"), "{error}");
    }
    (result, elapsed)
}

/// What becomes of one request over each transport, in time.
pub(crate) async fn exchange(
    deadline: Duration,
    answer: impl Fn(&mut TcpStream, usize) -> bool + Copy + Send + Sync + 'static,
) -> Vec<Result<Tokens<Bank>, Error>> {
    let mut results = Vec::new();
    for transport in transports(deadline) {
        let (result, elapsed) = exchange_over(transport, answer).await;
        assert!(elapsed < deadline + MARGIN);
        results.push(result);
    }
    results
}

/// Reads headers and body; `false` when the client is gone.
fn read_request(stream: &mut TcpStream) -> bool {
    let mut text = Vec::new();
    let mut chunk = [0; 4096];
    loop {
        if let Some(end) = text.windows(4).position(|window| window == b"\r\n\r\n") {
            let head = String::from_utf8_lossy(&text[..end]).to_ascii_lowercase();
            let length = head.lines().find_map(|line| line.strip_prefix("content-length:"));
            let length: usize = length.map_or(0, |length| length.trim().parse().unwrap());
            if text.len() >= end + 4 + length {
                return true;
            }
        }
        match stream.read(&mut chunk) {
            Ok(count) if count > 0 => text.extend_from_slice(&chunk[..count]),
            _ => return false,
        }
    }
}

/// Sends all of it, unless the client has hung up.
pub(crate) fn say(stream: &mut TcpStream, text: impl AsRef<[u8]>) -> bool {
    stream.write_all(text.as_ref()).and_then(|()| stream.flush()).is_ok()
}

/// Sends it, and then nothing more.
pub(crate) fn hang_up_after(stream: &mut TcpStream, text: impl AsRef<[u8]>) -> bool {
    say(stream, text);
    false
}

/// Sends it byte by byte, with a pause before each.
pub(crate) fn drip(stream: &mut TcpStream, text: impl AsRef<[u8]>, pause: Duration) -> bool {
    text.as_ref().iter().all(|byte| {
        std::thread::sleep(pause);
        say(stream, [*byte])
    })
}

/// A token answer with this `Content-Length`.
pub(crate) fn tokens(length: usize) -> String {
    format!(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n\
         {{\"access_token\":\"AT\",\"token_type\":\"Bearer\"}}"
    )
}

/// The length of that body.
pub(crate) const LENGTH: usize = 43;
