//! A host of the user's choice leads to no private address.

use super::HOSTILE;
use crate::{shown, transports};
use oauth_core::http::Request;
use oauth_core::metadata::AddressPolicy;
use oauth_core::transport::{ExchangeOptions, is_public};
use oauth_core::{Client, ClientSecret, ErrorKind, Host, Recovery, TransportErrorKind};
use oauth_standard::Standard;
use std::io::ErrorKind as IoErrorKind;
use std::net::{TcpListener, ToSocketAddrs};
use std::time::Duration;

/// Names of this machine; those that it does not know are left out.
fn private_names() -> Vec<&'static str> {
    let names = ["localhost", "localhost.localdomain", "ip6-localhost", "ip6-loopback"];
    let known = |name: &&str| (*name, 0).to_socket_addrs().is_ok_and(|mut found| found.next().is_some());
    let known: Vec<_> = names.into_iter().filter(known).collect();
    assert!(known.contains(&"localhost"));
    known
}

#[tokio::test]
async fn sec_78_a_private_host_of_the_users_choice_is_refused() {
    for name in private_names() {
        let provider = Standard { host: Host::new(name).unwrap() };
        for transport in transports(Duration::from_secs(20)) {
            let client =
                Client::new(provider.clone(), ClientSecret::new("id", "CANARY")).with_transport(transport);
            let error = client.client_credentials().send().await.unwrap_err();
            let ErrorKind::Transport(cause) = error.kind() else { panic!("{error:?}") };
            assert_eq!(cause.kind(), TransportErrorKind::AddressRefused, "{name}");
            assert_eq!(error.recovery(), Recovery::FixConfiguration);
            assert!(!shown(&error).contains("CANARY"));
        }
    }
}

/// Addresses in the notations that URL parsers know.
const PRIVATE: &[&str] = &[
    "127.0.0.1",
    "127.1",
    "2130706433",
    "0x7f000001",
    "0x7f.1",
    "0177.0.0.1",
    "0",
    "0.0.0.0",
    "10.0.0.1",
    "172.16.0.1",
    "192.168.0.1",
    "169.254.169.254",
    "2852039166",
    "100.64.0.1",
    "[::1]",
    "[::]",
    "[::ffff:127.0.0.1]",
    "[::ffff:a9fe:a9fe]",
    "[::127.0.0.1]",
    "[64:ff9b::7f00:1]",
    "[fe80::1]",
    "[fd00::1]",
];

/// The listener would have answered; it was not even connected to.
#[tokio::test]
async fn sec_78_it_is_refused_before_a_connection() {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    for transport in transports(Duration::from_secs(20)) {
        for host in private_names().into_iter().chain(PRIVATE.iter().copied()) {
            let mut options = ExchangeOptions::default();
            options.addresses = AddressPolicy::DenyPrivate;
            let mut request = Request::new(Vec::new());
            *request.uri_mut() = format!("http://{host}:{port}/").parse().unwrap();
            request.extensions_mut().insert(options);
            let error = transport.send(request).await.unwrap_err();
            assert_eq!(error.kind(), TransportErrorKind::AddressRefused, "{host}");
        }
    }
    listener.set_nonblocking(true).unwrap();
    assert!(listener.accept().is_err_and(|error| error.kind() == IoErrorKind::WouldBlock));
}

#[test]
fn sec_78_wrong_hosts_are_refused_before_any_url_is_built() {
    for value in
        HOSTILE.iter().chain(PRIVATE).chain(&["a:80", "localhost:80", "a..b", "a.", ".a", "A.example"])
    {
        assert!(Host::new(value).is_err(), "{value:?}");
    }
    for address in ["0.1.2.3", "127.255.255.255", "169.254.0.1", "::", "fe80::", "fc00::", "2002:a00:1::"] {
        assert!(!is_public(address.parse().unwrap()), "{address}");
    }
}
