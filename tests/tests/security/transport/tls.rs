//! A server with a certificate that nobody vouches for.

use crate::transports;
use oauth_core::http::{Method, Request};
use oauth_core::{Transport, TransportErrorKind};
use std::io::Read;
use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

/// Made for this test, for `localhost`, and of no use elsewhere.
const CERTIFICATE: &[u8] = include_bytes!("self_signed/certificate.der");
const KEY: &[u8] = include_bytes!("self_signed/key.der");

#[tokio::test]
async fn sec_29_a_certificate_that_nobody_vouches_for_gets_no_request() {
    for transport in transports(Duration::from_secs(10)) {
        gets_no_request(transport).await;
    }
}

async fn gets_no_request(transport: impl Transport) {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    let server = std::thread::spawn(move || {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = rustls::ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![CERTIFICATE.into()], KEY.to_vec().try_into().unwrap())
            .unwrap();
        let (mut stream, _) = listener.accept().unwrap();
        let mut connection = rustls::ServerConnection::new(Arc::new(config)).unwrap();
        let mut text = Vec::new();
        let read = rustls::Stream::new(&mut connection, &mut stream).read_to_end(&mut text);
        (read.is_err(), text)
    });
    let mut request = Request::new(b"client_secret=CANARY".to_vec());
    *request.method_mut() = Method::POST;
    *request.uri_mut() = format!("https://localhost:{port}/token").parse().unwrap();
    let error = transport.send(request).await.unwrap_err();
    assert_eq!(error.kind(), TransportErrorKind::Connect);
    let (failed, text) = server.join().unwrap();
    assert!(failed && text.is_empty(), "nothing of the request was sent");
}
