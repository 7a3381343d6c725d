//! Answers that break HTTP, or stretch it: smuggled, split, compressed, endless. Each ends in an error,
//! in time, and costs no memory.

use super::raw::{LENGTH, Raw, exchange_over, say, tokens};
use crate::{MARGIN, is_alone, shown, transports};
use oauth_core::{Error, ErrorKind, TransportErrorKind};
use std::net::TcpStream;
use std::sync::Arc;
use std::time::{Duration, Instant};

const DEADLINE: Duration = Duration::from_millis(700);
const HEAD: &str = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
const BODY: &str = r#"{"access_token":"AT","token_type":"Bearer"}"#;

/// What the server says, and then nothing more, with the connection open.
fn quiet_after(text: String) -> impl Fn(&mut TcpStream, usize) -> bool + Send + Sync + 'static {
    move |stream, _| {
        say(stream, &text);
        std::thread::sleep(4 * DEADLINE);
        false
    }
}

fn is_error_of_an_answer(error: &Error) -> bool {
    match error.kind() {
        ErrorKind::Transport(cause) => {
            matches!(cause.kind(), TransportErrorKind::Other | TransportErrorKind::Timeout)
        }
        ErrorKind::InvalidResponse(_) | ErrorKind::Response(_) => true,
        _ => false,
    }
}

/// A busy machine may be late; a lost deadline is late each time.
async fn fails_in_time(what: &str, text: String) {
    for transport in transports(DEADLINE) {
        let mut late = Vec::new();
        loop {
            let (result, elapsed) = exchange_over(Arc::clone(&transport), quiet_after(text.clone())).await;
            let error = result.unwrap_err();
            assert!(is_error_of_an_answer(&error), "{what}: {error:?}");
            if elapsed <= DEADLINE + Duration::from_millis(100) {
                break;
            }
            late.push(elapsed);
            assert!(late.len() < 5, "{what}: {late:?}");
        }
    }
}

#[tokio::test]
async fn sec_33_what_breaks_http_is_an_error_in_time() {
    let chunked = |rest: &str| format!("{HEAD}Transfer-Encoding: chunked\r\n\r\n{rest}");
    let chunk = format!("{:x}\r\n{BODY}\r\n", BODY.len());
    for (what, text) in [
        ("HTTP/0.9", BODY.to_owned()),
        ("HTTP/0.9 with a line", format!("{BODY}\r\n\r\n")),
        ("a status line alone", "HTTP/1.1 200\r\n".to_owned()),
        ("a status of two digits", format!("HTTP/1.1 20 OK\r\nContent-Length: {LENGTH}\r\n\r\n{BODY}")),
        ("a version of its own", format!("HTTP/2.0 200 OK\r\nContent-Length: {LENGTH}\r\n\r\n{BODY}")),
        ("a length that is too long", tokens(LENGTH + 1)),
        ("a length beyond all", format!("{HEAD}Content-Length: 18446744073709551616\r\n\r\n{BODY}")),
        ("a length with a sign", format!("{HEAD}Content-Length: +{LENGTH}\r\n\r\n{BODY}")),
        ("a length in a list", format!("{HEAD}Content-Length: {LENGTH}, {}\r\n\r\n{BODY}", LENGTH + 1)),
        ("a hexadecimal length", format!("{HEAD}Content-Length: 0x2b\r\n\r\n{BODY}")),
        ("a length and chunks that are none", {
            format!("{HEAD}Content-Length: {LENGTH}\r\nTransfer-Encoding: chunked\r\n\r\n{BODY}")
        }),
        ("another coding than chunks", format!("{HEAD}Transfer-Encoding: gzip\r\n\r\n{BODY}")),
        (
            "chunks within another coding",
            format!("{HEAD}Transfer-Encoding: chunked, gzip\r\n\r\n{chunk}0\r\n\r\n"),
        ),
        ("chunks without an end", chunked(&chunk)),
        ("chunks with a trailer without an end", chunked(&format!("{chunk}0\r\nX: y"))),
        ("a chunk that is too long", chunked(&format!("ff\r\n{BODY}\r\n0\r\n\r\n"))),
        ("a chunk that is too short", chunked(&format!("5\r\n{BODY}\r\n0\r\n\r\n"))),
        ("a chunk beyond all", chunked(&format!("ffffffffffffffff0\r\n{BODY}\r\n0\r\n\r\n"))),
        ("a chunk with a sign", chunked(&format!("-2b\r\n{BODY}\r\n0\r\n\r\n"))),
        (
            "a header without a colon",
            format!("HTTP/1.1 200 OK\r\nX\r\nContent-Length: {LENGTH}\r\n\r\n{BODY}"),
        ),
        ("a header with a NUL", format!("{HEAD}X: a\0b\r\nContent-Length: {LENGTH}\r\n\r\n{BODY}")),
        ("a header on two lines", format!("{HEAD}X: a\r\n b\r\nContent-Length: {LENGTH}\r\n\r\n{BODY}")),
        ("a space before a colon", format!("{HEAD}Content-Length : {LENGTH}\r\n\r\n{BODY}")),
        ("100,000 headers", format!("{HEAD}{}\r\n{BODY}", "X: y\r\n".repeat(100_000))),
        ("interim answers only", "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n".repeat(1000)),
        (
            "another protocol",
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n".to_owned(),
        ),
        ("no content", format!("HTTP/1.1 204 No Content\r\nContent-Length: {LENGTH}\r\n\r\n{BODY}")),
        ("nothing new", format!("HTTP/1.1 304 Not Modified\r\nContent-Length: {LENGTH}\r\n\r\n{BODY}")),
    ] {
        fails_in_time(what, text).await;
    }
}

/// A chunked answer is as long as its chunks are, also where a length says otherwise (RFC 9112 section
/// 6.3); what follows is of no answer.
#[tokio::test]
async fn sec_35_what_follows_an_answer_is_no_answer_to_the_next_request() {
    let evil = "HTTP/1.1 200 OK\r\nContent-Length: 29\r\n\r\n{\"access_token\":\"EVIL-TOKEN\"}";
    let chunks = format!("{:x}\r\n{BODY}\r\n0\r\n\r\n", BODY.len());
    for first in [
        tokens(LENGTH),
        format!("{HEAD}Transfer-Encoding: chunked\r\n\r\n{chunks}"),
        format!("{HEAD}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n{chunks}"),
        "HTTP/1.1 204 No Content\r\n\r\n".to_owned(),
        "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".to_owned(),
    ] {
        for garbage in [evil, "garbage", "\r\n\r\n", "\0"] {
            for transport in transports(Duration::from_secs(10)) {
                let both = format!("{first}{garbage}");
                let server = Raw::start(move |stream, number| {
                    let is_first = number % 2 == 1;
                    if is_first { say(stream, &both) } else { say(stream, tokens(LENGTH)) }
                });
                let client = server.client(transport);
                for _ in 0..3 {
                    if let Ok(tokens) = client.client_credentials().send().await {
                        assert_eq!(tokens.access_token().expose(), "AT", "{first:?} {garbage:?}");
                    }
                }
                assert!(server.requests() <= 3, "{}", server.requests());
            }
        }
    }
}

/// Whatever the encoding is called, nothing decodes it, and nothing is lost where there is none.
#[tokio::test]
async fn sec_34_no_content_coding_is_decoded() {
    for coding in ["gzip", "x-gzip", "deflate", "br", "zstd", "compress", "gzip, br", "identity"] {
        let with = |body: &str| {
            format!("{HEAD}Content-Encoding: {coding}\r\nContent-Length: {}\r\n\r\n{body}", body.len())
        };
        for transport in transports(Duration::from_secs(10)) {
            let text = with(BODY);
            let (result, _) =
                exchange_over(Arc::clone(&transport), move |stream, _| say(stream, &text)).await;
            assert_eq!(result.unwrap().access_token().expose(), "AT", "{coding}");
            let text = with("\u{1f}\u{8}(\u{b5}/\u{fd}");
            let (result, _) = exchange_over(transport, move |stream, _| say(stream, &text)).await;
            assert!(matches!(result.unwrap_err().kind(), ErrorKind::InvalidResponse(_)), "{coding}");
        }
    }
}

/// What a server says, piece by piece, and how often it says a piece of 64 KiB.
const ENDLESS: &[(&str, &str, &str, usize)] = &[
    ("a status line", "HTTP/1.1 200 ", "OK", WITHOUT_END),
    ("the name of a header", "HTTP/1.1 200 OK\r\n", "x-header", WITHOUT_END),
    ("the value of a header", "HTTP/1.1 200 OK\r\nX: ", "yyyyyyyy", WITHOUT_END),
    ("headers", "HTTP/1.1 200 OK\r\n", "X: y\r\n", WITHOUT_END),
    ("interim answers", "", "HTTP/1.1 100 Continue\r\n\r\n", 32),
    ("interim answers with headers", "", "HTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\n", 32),
    ("the size of a chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "0", 32),
    (
        "the extension of a chunk",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;",
        "xxxxxxxx",
        WITHOUT_END,
    ),
    (
        "trailers",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n \r\n0\r\n",
        "X: y\r\n",
        WITHOUT_END,
    ),
    (
        "chunks of one byte",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
        "1\r\n \r\n",
        WITHOUT_END,
    ),
    ("a body without a length", "HTTP/1.1 200 OK\r\n\r\n", "        ", WITHOUT_END),
    ("empty lines", "", "\r\n", WITHOUT_END),
    (
        "a body of 2^63",
        "HTTP/1.1 200 OK\r\nContent-Length: 9223372036854775807\r\n\r\n",
        "        ",
        WITHOUT_END,
    ),
];

/// 4 GiB. What is read without a pause is said less often, and then nothing more: no deadline is met while
/// there is more of it (SECURITY.md).
const WITHOUT_END: usize = 64 * 1024;

#[cfg(target_os = "linux")]
#[tokio::test]
async fn sec_34_nothing_endless_costs_memory() {
    use super::memory::memory;
    const MIB: u64 = 1024 * 1024;
    if !is_alone("transport::hostile::sec_34_nothing_endless_costs_memory", &[]) {
        return;
    }
    let deadline = Duration::from_secs(2);
    let endless = |begin: &'static str, piece: &'static str, count: usize| {
        let pieces = piece.repeat(64 * 1024 / piece.len());
        Raw::start(move |stream, _| {
            if say(stream, begin) && (0..count).all(|_| say(stream, &pieces)) {
                std::thread::sleep(Duration::from_secs(20));
            }
            false
        })
    };
    for transport in transports(deadline) {
        let warm = endless("", "x", 1);
        warm.client(Arc::clone(&transport)).client_credentials().send().await.unwrap_err();
        for (what, begin, piece, count) in ENDLESS {
            let server = endless(begin, piece, *count);
            let client = server.client(Arc::clone(&transport));
            let (before, start) = (memory("VmRSS"), Instant::now());
            let error = client.client_credentials().send().await.unwrap_err();
            let (elapsed, growth) = (start.elapsed(), memory("VmHWM").saturating_sub(before));
            assert!(matches!(error.kind(), ErrorKind::Transport(_)), "{what}: {error:?}");
            assert!(!shown(&error).contains("CANARY"));
            assert!(elapsed <= deadline + MARGIN, "{what}: {elapsed:?}");
            assert!(growth <= 8 * MIB, "{what}: {growth} bytes");
            println!("{what}: {elapsed:?}, {growth} bytes");
        }
    }
}
