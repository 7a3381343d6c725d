//! A large answer costs no memory. Each test runs in a process of its own, since it measures that.

#![cfg(target_os = "linux")]

use crate::{answer, is_alone, transports};
use oauth_core::http::{HeaderValue, header};
use oauth_core::{Client, Error, ErrorKind, TransportErrorKind};
use oauth_reverb::Reverb;
use oauth_testkit::{AuthorizationServer, Endpoint, Fault};
use std::time::Duration;

const MIB: u64 = 1024 * 1024;

/// A line of `/proc/self/status`, in bytes: `VmRSS` is the memory in use, `VmHWM` the most so far.
pub(crate) fn memory(line: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let rest = status.lines().find_map(|known| known.strip_prefix(line)?.strip_prefix(':')).unwrap();
    let kibibytes: u64 = rest.trim().strip_suffix(" kB").unwrap().parse().unwrap();
    kibibytes * 1024
}

struct Measured {
    server: AuthorizationServer,
    client: Client<Reverb>,
}

impl Measured {
    /// One over each transport.
    fn over_each() -> impl Iterator<Item = Self> {
        transports(Duration::from_secs(30)).map(|transport| {
            let server = AuthorizationServer::start(&Reverb).unwrap();
            let client = server.client(Reverb, server.client_secret()).unwrap().with_transport(transport);
            Self { server, client }
        })
    }

    async fn send(&self, fault: Fault) -> Error {
        self.server.inject(Endpoint::Token, fault);
        self.client.client_credentials().send().await.unwrap_err()
    }
}

#[track_caller]
fn is_too_large(error: &Error) {
    assert!(
        matches!(error.kind(), ErrorKind::Transport(cause) if cause.kind() == TransportErrorKind::BodyTooLarge),
        "{error}"
    );
}

#[tokio::test]
async fn sec_34_a_body_of_256_mib_costs_no_memory() {
    if !is_alone("transport::memory::sec_34_a_body_of_256_mib_costs_no_memory", &[]) {
        return;
    }
    for test in Measured::over_each() {
        // What is set up with the first request is no cost of the body.
        is_too_large(&test.send(Fault::large_body(2 * MIB)).await);
        let before = memory("VmRSS");
        is_too_large(&test.send(Fault::large_body(256 * MIB)).await);
        is_too_large(&test.send(Fault::endless_body()).await);
        let growth = memory("VmHWM").saturating_sub(before);
        assert!(growth <= 8 * MIB, "{growth} bytes");
    }
}

/// A gzip file of so many spaces: one literal, and then copies of 258 bytes from one byte before, in
/// the fixed Huffman code of RFC 1951.
fn gzip_of_spaces(mebibytes: usize) -> Vec<u8> {
    let mut file = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
    let (mut pending, mut count) = (0_u32, 0);
    let mut put = |code: u32, length: u32, reversed: bool| {
        let bits = if reversed { code.reverse_bits() >> (32 - length) } else { code };
        pending |= bits << count;
        count += length;
        while count >= 8 {
            file.push(pending as u8);
            pending >>= 8;
            count -= 8;
        }
    };
    put(0b011, 3, false);
    put(0x30 + u32::from(b' '), 8, true);
    for _ in 0..mebibytes * 1024 * 1024 / 258 {
        put(0b1100_0101, 8, true);
        put(0, 5, true);
    }
    put(0, 7, true);
    put(0, 7, false);
    file
}

#[tokio::test]
async fn sec_34_a_gzip_bomb_stays_closed() {
    if !is_alone("transport::memory::sec_34_a_gzip_bomb_stays_closed", &[]) {
        return;
    }
    let bomb = |mebibytes| {
        let mut response = answer(200, Some("application/json"), gzip_of_spaces(mebibytes));
        response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        Fault::answer(response)
    };
    let (small, large) = (bomb(100), bomb(256));
    for test in Measured::over_each() {
        // Below the limit it is read, and is no JSON; beyond it, it is not read to its end.
        assert!(matches!(test.send(small.clone()).await.kind(), ErrorKind::InvalidResponse(_)));
        let before = memory("VmRSS");
        assert!(matches!(test.send(small.clone()).await.kind(), ErrorKind::InvalidResponse(_)));
        is_too_large(&test.send(large.clone()).await);
        let growth = memory("VmHWM").saturating_sub(before);
        assert!(growth <= 8 * MIB, "{growth} bytes");
    }
}
