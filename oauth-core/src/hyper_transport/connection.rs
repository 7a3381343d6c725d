//! One connection to a server, and what goes over it.

use crate::adapter::{append, failed, resolve, unusable};
use crate::error::{TransportError, TransportErrorKind};
use crate::metadata::AddressPolicy;
use http::uri::{Authority, Scheme};
use http::{HeaderValue, Request, Response, Uri};
use http_body_util::{BodyExt, Full};
use hyper::body::{Body, Bytes};
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper_util::rt::TokioIo;
use std::future::poll_fn;
use std::net::SocketAddr;
use std::pin::{Pin, pin};
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;

/// Whom a connection leads to. Only requests to the same one share it.
#[derive(PartialEq)]
pub(super) struct Server {
    is_https: bool,
    authority: Authority,
    addresses: AddressPolicy,
}

impl Server {
    pub(super) fn of(uri: &Uri, addresses: AddressPolicy) -> Result<Self, TransportError> {
        let is_https = match uri.scheme() {
            Some(scheme) if *scheme == Scheme::HTTPS => true,
            Some(scheme) if *scheme == Scheme::HTTP => false,
            _ => return Err(no_url()),
        };
        let authority = uri.authority().ok_or_else(no_url)?.clone();
        Ok(Self { is_https, authority, addresses })
    }

    /// Without the brackets of an IPv6 address.
    fn name(&self) -> &str {
        self.authority.host().trim_start_matches('[').trim_end_matches(']')
    }

    fn default_port(&self) -> u16 {
        if self.is_https { 443 } else { 80 }
    }

    fn port(&self) -> u16 {
        self.authority.port_u16().unwrap_or(self.default_port())
    }

    /// The value of the `Host` header (RFC 9110 section 7.2): without what stands before an `@`, and
    /// without a port that goes without saying.
    pub(super) fn host(&self) -> Result<HeaderValue, TransportError> {
        let host = self.authority.host();
        let value = if self.port() == self.default_port() {
            HeaderValue::from_str(host)
        } else {
            HeaderValue::try_from(format!("{host}:{}", self.port()))
        };
        value.map_err(|_| no_url())
    }
}

pub(super) struct Connection {
    pub(super) server: Server,
    pub(super) host: HeaderValue,
    requests: SendRequest<Full<Bytes>>,
    driver: Driver,
}

impl Connection {
    pub(super) async fn open(server: Server, tls: &TlsConnector) -> Result<Self, TransportError> {
        let host = server.host()?;
        let stream = connect(resolve(server.name(), server.port(), server.addresses).await?).await?;
        // A request is one write; nothing is to be waited for.
        stream.set_nodelay(true).map_err(no_connection)?;
        let (requests, driver) = if server.is_https {
            let name = ServerName::try_from(server.name().to_owned()).map_err(|_| no_url())?;
            speak(tls.connect(name, stream).await.map_err(no_connection)?).await?
        } else {
            speak(stream).await?
        };
        Ok(Self { server, host, requests, driver })
    }

    /// Sends a request, once, and reads its answer.
    pub(super) async fn exchange(
        &mut self,
        request: Request<Full<Bytes>>,
        most: usize,
    ) -> Result<Response<Vec<u8>>, TransportError> {
        let answer = self.driver.beside(self.requests.send_request(request)).await.map_err(broken)?;
        let (head, mut incoming) = answer.into_parts();
        let mut body = Vec::new();
        while !incoming.is_end_stream() {
            let Some(frame) = self.driver.beside(incoming.frame()).await else { break };
            if let Some(chunk) = frame.map_err(broken)?.data_ref() {
                append(&mut body, chunk, most).await?;
            }
        }
        Ok(Response::from_parts(head, body))
    }

    /// Whether another request may go over it.
    pub(super) fn is_reusable(&self) -> bool {
        self.driver.0.is_some() && self.requests.is_ready()
    }

    /// The same, after a look at what the server did meanwhile, such as closing it.
    pub(super) async fn is_still_reusable(&mut self) -> bool {
        // Without a budget, since a task that has none left would not look.
        tokio::task::unconstrained(poll_fn(|context| {
            self.driver.poll(context);
            Poll::Ready(())
        }))
        .await;
        self.is_reusable()
    }
}

/// The one who reads and writes. It works only while somebody waits for what comes of it: a connection that
/// is kept needs no task.
struct Driver(Option<Pin<Box<dyn Future<Output = hyper::Result<()>> + Send>>>);

impl Driver {
    fn poll(&mut self, context: &mut Context<'_>) {
        // What it ends with is what the request or the body ends with.
        if self.0.as_mut().is_some_and(|driver| driver.as_mut().poll(context).is_ready()) {
            self.0 = None;
        }
    }

    /// Drives the connection until this is there.
    async fn beside<T>(&mut self, wanted: impl Future<Output = T>) -> T {
        let mut wanted = pin!(wanted);
        poll_fn(|context| {
            // First it says what it wants, then it looks at what came of it.
            if let Poll::Ready(found) = wanted.as_mut().poll(context) {
                return Poll::Ready(found);
            }
            self.poll(context);
            wanted.as_mut().poll(context)
        })
        .await
    }
}

async fn speak(
    stream: impl AsyncRead + AsyncWrite + Send + Unpin + 'static,
) -> Result<(SendRequest<Full<Bytes>>, Driver), TransportError> {
    let (requests, connection) = handshake(TokioIo::new(stream)).await.map_err(no_connection)?;
    Ok((requests, Driver(Some(Box::pin(connection)))))
}

/// How long an address is tried alone (RFC 8305 section 5).
const HEAD_START: Duration = Duration::from_millis(250);

/// The first connection to one of these.
async fn connect(addresses: Vec<SocketAddr>) -> Result<TcpStream, TransportError> {
    let mut addresses = addresses.into_iter();
    let mut attempts = JoinSet::new();
    loop {
        if let Some(address) = addresses.next() {
            attempts.spawn(TcpStream::connect(address));
        }
        match timeout(HEAD_START, attempts.join_next()).await {
            Ok(Some(Ok(Ok(stream)))) => return Ok(stream),
            Ok(None) => return Err(failed(TransportErrorKind::Connect)),
            // One failed, or takes its time: the next one is tried beside it.
            _ => {}
        }
    }
}

fn no_url() -> TransportError {
    unusable("the request has no usable URL")
}

fn no_connection<E>(_: E) -> TransportError {
    failed(TransportErrorKind::Connect)
}

fn broken(_: hyper::Error) -> TransportError {
    failed(TransportErrorKind::Other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::TcpListener;
    use std::time::Instant;
    use tokio::runtime::Builder;

    /// One address refuses, and one of RFC 5737 may never answer.
    #[test]
    fn dead_addresses_cost_little_time() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        // Closed at once.
        let refusing = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let (silent, living) = ("192.0.2.1:9".parse().unwrap(), listener.local_addr().unwrap());
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        let start = Instant::now();
        let stream = runtime.block_on(connect(vec![refusing, silent, living])).unwrap();
        assert_eq!(stream.peer_addr().unwrap(), living);
        assert!(start.elapsed() < Duration::from_secs(5));
        for none in [vec![], vec![refusing]] {
            let error = runtime.block_on(connect(none)).unwrap_err();
            assert_eq!(error.kind(), TransportErrorKind::Connect);
        }
    }
}
