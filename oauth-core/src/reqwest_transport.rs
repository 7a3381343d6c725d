//! The default transport, over reqwest. No item of reqwest shows outside of this file.

use crate::error::{Error, TransportError, TransportErrorKind};
use crate::metadata::AddressPolicy;
use crate::transport::{ExchangeOptions, ResponseFuture, Transport, is_public};
use http::{Request, Response};
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// HTTP by reqwest: no redirects, cookies, `Referer` or proxies from the environment; a deadline
/// for the whole exchange and a limit for the body.
///
/// It needs a tokio runtime. Every client without a transport of its own shares one.
#[derive(Clone)]
pub struct ReqwestTransport {
    /// For any address.
    any: reqwest::Client,
    /// For public addresses only.
    public: reqwest::Client,
}

/// How a [`ReqwestTransport`] is made.
#[derive(Debug, Clone)]
pub struct ReqwestTransportBuilder {
    deadline: Duration,
    connect_timeout: Duration,
}

impl ReqwestTransport {
    /// The defaults, to be changed: 30 s for an exchange, 10 s for a connection.
    pub fn builder() -> ReqwestTransportBuilder {
        ReqwestTransportBuilder {
            deadline: Duration::from_secs(30),
            connect_timeout: Duration::from_secs(10),
        }
    }

    /// The transport of all clients without one of their own, made at the first request.
    pub(crate) fn shared() -> Result<Arc<dyn Transport>, Error> {
        static SHARED: Mutex<Option<Arc<ReqwestTransport>>> = Mutex::new(None);
        let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(transport) = &*shared {
            return Ok(Arc::<ReqwestTransport>::clone(transport));
        }
        let transport = Arc::new(Self::builder().build()?);
        *shared = Some(Arc::clone(&transport));
        Ok(transport)
    }
}

impl ReqwestTransportBuilder {
    /// The most time for one exchange, reading of the body included.
    #[must_use]
    pub fn deadline(self, deadline: Duration) -> Self {
        Self { deadline, ..self }
    }

    /// The most time for one connection.
    #[must_use]
    pub fn connect_timeout(self, connect_timeout: Duration) -> Self {
        Self { connect_timeout, ..self }
    }

    /// The transport.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration): TLS can't be set up, such as
    /// on a machine without root certificates.
    pub fn build(&self) -> Result<ReqwestTransport, Error> {
        let any = self.client()?.build().map_err(|_| no_tls())?;
        let public = self.client()?.dns_resolver(PublicOnly).build().map_err(|_| no_tls())?;
        Ok(ReqwestTransport { any, public })
    }

    fn client(&self) -> Result<reqwest::ClientBuilder, Error> {
        let builder = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .referer(false)
            .no_proxy()
            .retry(reqwest::retry::never())
            .timeout(self.deadline)
            .connect_timeout(self.connect_timeout)
            .user_agent(concat!("oauth-core/", env!("CARGO_PKG_VERSION")));
        tls(builder)
    }
}

#[cfg(feature = "native-tls")]
fn tls(builder: reqwest::ClientBuilder) -> Result<reqwest::ClientBuilder, Error> {
    Ok(builder.tls_backend_native())
}

#[cfg(not(feature = "native-tls"))]
fn tls(builder: reqwest::ClientBuilder) -> Result<reqwest::ClientBuilder, Error> {
    use rustls_platform_verifier::BuilderVerifierExt;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .and_then(BuilderVerifierExt::with_platform_verifier)
        .map_err(|_| no_tls())?
        .with_no_client_auth();
    Ok(builder.tls_backend_preconfigured(config))
}

fn no_tls() -> Error {
    Error::configuration("TLS can't be set up; are there root certificates on this machine?")
}

impl Transport for ReqwestTransport {
    fn send(&self, request: Request<Vec<u8>>) -> ResponseFuture<'_> {
        Box::pin(self.exchange(request))
    }
}

impl ReqwestTransport {
    async fn exchange(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, TransportError> {
        if tokio::runtime::Handle::try_current().is_err() {
            let detail = "no tokio runtime is running; use `send_blocking` or another transport";
            return Err(TransportError::new(TransportErrorKind::Other, detail));
        }
        let options = ExchangeOptions::of(&request);
        let client = match options.addresses {
            AddressPolicy::Any => &self.any,
            AddressPolicy::DenyPrivate if is_private_literal(request.uri().host()) => return Err(refused()),
            AddressPolicy::DenyPrivate => &self.public,
        };
        let request = reqwest::Request::try_from(request)
            .map_err(|_| TransportError::new(TransportErrorKind::Other, "the request has no usable URL"))?;
        let mut response = client.execute(request).await.map_err(failure)?;
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(failure)? {
            if body.len().saturating_add(chunk.len()) > options.max_body {
                let detail = format!("{} bytes", options.max_body);
                return Err(TransportError::new(TransportErrorKind::BodyTooLarge, detail));
            }
            body.extend_from_slice(&chunk);
        }
        let mut answer = Response::new(body);
        *answer.status_mut() = response.status();
        *answer.headers_mut() = std::mem::take(response.headers_mut());
        Ok(answer)
    }
}

/// The kind of a failure. The text of reqwest's errors may hold a URL, so it is not passed on.
fn failure(error: reqwest::Error) -> TransportError {
    let refused_address = std::iter::successors(std::error::Error::source(&error), |error| error.source())
        .any(|source| source.is::<PrivateAddress>());
    let kind = match () {
        () if refused_address => TransportErrorKind::AddressRefused,
        () if error.is_timeout() => TransportErrorKind::Timeout,
        () if error.is_connect() => TransportErrorKind::Connect,
        () => TransportErrorKind::Other,
    };
    TransportError::new(kind, "")
}

fn refused() -> TransportError {
    TransportError::new(TransportErrorKind::AddressRefused, "")
}

/// An IP address as the host goes to no resolver.
fn is_private_literal(host: Option<&str>) -> bool {
    let literal = host.unwrap_or_default().trim_start_matches('[').trim_end_matches(']');
    literal.parse::<IpAddr>().is_ok_and(|address| !is_public(address))
}

/// Resolves to public addresses only: what is checked is what is connected to.
struct PublicOnly;

impl Resolve for PublicOnly {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let addresses: Vec<SocketAddr> = found.collect();
            if addresses.is_empty() || addresses.iter().any(|address| !is_public(address.ip())) {
                return Err(PrivateAddress.into());
            }
            Ok(Box::new(addresses.into_iter()) as Addrs)
        })
    }
}

#[derive(Debug)]
struct PrivateAddress;

impl fmt::Display for PrivateAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a public address")
    }
}

impl std::error::Error for PrivateAddress {}

impl fmt::Debug for ReqwestTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReqwestTransport")
    }
}
