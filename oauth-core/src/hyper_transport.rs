//! The lean transport, over hyper alone. No item of hyper shows outside of this file and its folder.

mod connection;
mod pool;

use crate::adapter::{self, Limits, PerRuntime, failed};
use crate::error::{Error, TransportError, TransportErrorKind};
use crate::transport::{ExchangeOptions, ResponseFuture, Transport};
use connection::{Connection, Server};
use http::{HeaderValue, Request, Response, Uri, Version, header};
use http_body_util::Full;
use hyper::body::Bytes;
use pool::Pool;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;

/// HTTP/1.1 by hyper with rustls: what the transport over reqwest promises, for fewer instructions and
/// fewer crates. No redirects, cookies, `Referer` or proxies from the environment; a deadline for the
/// whole exchange and a limit for the body.
///
/// It needs a tokio runtime with I/O and time, as `enable_all()` gives it: in one without them tokio
/// panics, and says so. Outside of a runtime a request is an error. Clones share their connections.
/// Where neither `reqwest` nor `native-tls` is on, every client without a transport of its own shares
/// one; else give it to a client:
///
/// ```
/// use oauth_core::{Client, Error, HyperTransport, Provider};
///
/// fn lean<P: Provider>(client: Client<P>) -> Result<Client<P>, Error> {
///     Ok(client.with_transport(HyperTransport::builder().build()?))
/// }
/// ```
#[derive(Clone)]
pub struct HyperTransport {
    limits: Limits,
    tls: TlsConnector,
    pools: PerRuntime<Arc<Pool>>,
}

/// How a [`HyperTransport`] is made.
#[derive(Debug, Clone)]
pub struct HyperTransportBuilder(Limits);

impl HyperTransport {
    /// The defaults, to be changed: 30 s for an exchange, 10 s for a connection.
    pub fn builder() -> HyperTransportBuilder {
        HyperTransportBuilder(Limits::DEFAULT)
    }
}

impl HyperTransportBuilder {
    /// The most time for one exchange, reading of the body included.
    #[must_use]
    pub fn deadline(self, deadline: Duration) -> Self {
        Self(Limits { deadline, ..self.0 })
    }

    /// The most time for one connection.
    #[must_use]
    pub fn connect_timeout(self, connect_timeout: Duration) -> Self {
        Self(Limits { connect: connect_timeout, ..self.0 })
    }

    /// The transport.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration): TLS can't be set up, such as
    /// on a machine without root certificates.
    pub fn build(&self) -> Result<HyperTransport, Error> {
        let tls = TlsConnector::from(Arc::new(adapter::tls()?));
        Ok(HyperTransport { limits: self.0, tls, pools: PerRuntime::new() })
    }
}

impl Transport for HyperTransport {
    fn send(&self, request: Request<Vec<u8>>) -> ResponseFuture<'_> {
        Box::pin(async move {
            let pool = self.pools.pool(|| Ok(Arc::default()))?;
            timeout(self.limits.deadline, self.exchange(&pool, request)).await.unwrap_or_else(|_| timed_out())
        })
    }
}

impl HyperTransport {
    async fn exchange(
        &self,
        pool: &Arc<Pool>,
        request: Request<Vec<u8>>,
    ) -> Result<Response<Vec<u8>>, TransportError> {
        let options = ExchangeOptions::of(&request);
        let server = Server::of(request.uri(), options.addresses)?;
        let mut connection = match pool.take(&server).await {
            Some(kept) => kept,
            None => Box::pin(self.connect(server)).await?,
        };
        let answer = connection.exchange(in_origin_form(request, &connection.host), options.max_body).await?;
        pool.keep(connection);
        Ok(answer)
    }

    async fn connect(&self, server: Server) -> Result<Connection, TransportError> {
        let connection = Connection::open(server, &self.tls);
        timeout(self.limits.connect, connection).await.unwrap_or_else(|_| timed_out())
    }
}

/// The request as it goes over a connection: its target without the server (RFC 9112 section 3.2.1), which
/// the `Host` header names.
fn in_origin_form(request: Request<Vec<u8>>, host: &HeaderValue) -> Request<Full<Bytes>> {
    let (mut parts, body) = request.into_parts();
    parts.uri = match parts.uri.into_parts().path_and_query {
        Some(target) if target.as_str() != "/" => target.into(),
        _ => Uri::default(),
    };
    parts.version = Version::HTTP_11;
    parts.headers.insert(header::HOST, host.clone());
    parts.headers.entry(header::USER_AGENT).or_insert(HeaderValue::from_static(adapter::USER_AGENT));
    Request::from_parts(parts, Full::from(body))
}

fn timed_out<T>() -> Result<T, TransportError> {
    Err(failed(TransportErrorKind::Timeout))
}

impl fmt::Debug for HyperTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HyperTransport")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::AddressPolicy;

    #[test]
    fn a_request_names_its_server_in_the_host_header() {
        for (uri, host, target) in [
            ("https://a.example", "a.example", "/"),
            ("https://a.example/", "a.example", "/"),
            ("https://a.example:443/x?y=/z", "a.example", "/x?y=/z"),
            ("https://a.example:80/x?", "a.example:80", "/x?"),
            ("http://a.example:80?x", "a.example", "/?x"),
            ("http://user:secret@a.example:443/", "a.example:443", "/"),
            ("http://[::1]:8080/x", "[::1]:8080", "/x"),
        ] {
            let mut request = Request::get(uri).body(Vec::new()).unwrap();
            request.headers_mut().insert(header::HOST, HeaderValue::from_static("evil.example"));
            let server = Server::of(request.uri(), AddressPolicy::Any).unwrap();
            let request = in_origin_form(request, &server.host().unwrap());
            assert_eq!(request.headers()[header::HOST], host);
            assert_eq!(request.uri().to_string(), target, "{uri}");
        }
    }
}
