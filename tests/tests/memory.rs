//! A large answer costs no memory. Alone in its file, since it measures its process.

#![cfg(target_os = "linux")]
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_core::{ErrorKind, TransportErrorKind};
use oauth_reverb::Reverb;
use oauth_testkit::{AuthorizationServer, Endpoint, Fault};

const MIB: u64 = 1024 * 1024;

/// A line of `/proc/self/status`, in bytes: `VmRSS` is the memory in use, `VmHWM` the most so far.
fn memory(line: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let rest = status.lines().find_map(|known| known.strip_prefix(line)?.strip_prefix(':')).unwrap();
    let kibibytes: u64 = rest.trim().strip_suffix(" kB").unwrap().parse().unwrap();
    kibibytes * 1024
}

#[tokio::test]
async fn a_body_of_256_mib() {
    let server = AuthorizationServer::start(&Reverb).unwrap();
    let client = server.client(Reverb, server.client_secret()).unwrap();
    let send = async |fault| {
        server.inject(Endpoint::Token, fault);
        let error = client.client_credentials().send().await.unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::Transport(cause) if cause.kind() == TransportErrorKind::BodyTooLarge)
        );
    };
    // What is set up with the first request is no cost of the body.
    send(Fault::large_body(2 * MIB)).await;
    let before = memory("VmRSS");
    send(Fault::large_body(256 * MIB)).await;
    send(Fault::endless_body()).await;
    let growth = memory("VmHWM").saturating_sub(before);
    assert!(growth <= 8 * MIB, "{growth} bytes");
}
