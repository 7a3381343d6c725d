//! The default transport, over reqwest. No item of reqwest shows outside of this file.

use crate::error::{Error, TransportError, TransportErrorKind};
use crate::metadata::AddressPolicy;
use crate::transport::{ExchangeOptions, ResponseFuture, Transport, is_public};
use http::{Request, Response, Uri};
use reqwest::Url;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::runtime;

/// HTTP by reqwest: no redirects, cookies, `Referer` or proxies from the environment; a deadline
/// for the whole exchange and a limit for the body.
///
/// It needs a tokio runtime with I/O and time, as `enable_all()` gives it: in one without them tokio
/// panics, and says so. Outside of a runtime a request is an error. Every client without a transport of its own shares one.
#[derive(Clone)]
pub struct ReqwestTransport {
    settings: ReqwestTransportBuilder,
    tls: Tls,
    pools: Arc<Mutex<Vec<(runtime::Id, Pool)>>>,
    /// The last URL without a query, as reqwest reads it. Most requests go to a token endpoint again,
    /// and reading its URL costs more than reading the answer.
    last_url: Arc<Mutex<Option<Url>>>,
}

/// Kept connections. They make progress only in the runtime that opened them, which may have ended
/// or, behind `send_blocking`, stand still: each runtime has a pool of its own.
#[derive(Clone)]
struct Pool {
    /// For any address.
    any: reqwest::Client,
    /// For public addresses only.
    public: reqwest::Client,
}

/// The most pools that are kept: those of the runtimes that came last.
const POOLS: usize = 8;

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
        let tls = tls()?;
        self.client(&tls).build().map_err(|_| no_tls())?;
        let settings = self.clone();
        Ok(ReqwestTransport { settings, tls, pools: Arc::default(), last_url: Arc::default() })
    }

    fn pool(&self, tls: &Tls) -> reqwest::Result<Pool> {
        Ok(Pool {
            any: self.client(tls).build()?,
            public: self.client(tls).dns_resolver(PublicOnly).build()?,
        })
    }

    #[allow(clippy::disallowed_methods)]
    fn client(&self, tls: &Tls) -> reqwest::ClientBuilder {
        let builder = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .referer(false)
            .no_proxy()
            .retry(reqwest::retry::never())
            .timeout(self.deadline)
            .connect_timeout(self.connect_timeout)
            .user_agent(concat!("oauth-core/", env!("CARGO_PKG_VERSION")));
        #[cfg(feature = "native-tls")]
        let (builder, Tls) = (builder.tls_backend_native(), tls);
        #[cfg(not(feature = "native-tls"))]
        let builder = builder.tls_backend_preconfigured(tls.clone());
        builder
    }
}

#[cfg(feature = "native-tls")]
#[derive(Clone)]
struct Tls;

#[cfg(feature = "native-tls")]
fn tls() -> Result<Tls, Error> {
    Ok(Tls)
}

#[cfg(not(feature = "native-tls"))]
type Tls = rustls::ClientConfig;

#[cfg(not(feature = "native-tls"))]
fn tls() -> Result<Tls, Error> {
    use rustls_platform_verifier::BuilderVerifierExt;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .and_then(BuilderVerifierExt::with_platform_verifier)
        .map_err(|_| no_tls())?;
    Ok(config.with_no_client_auth())
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
    /// The pool of the running runtime.
    fn pool(&self) -> Result<Pool, TransportError> {
        let runtime = runtime::Handle::try_current()
            .map_err(|_| unusable("no tokio runtime is running; use `send_blocking` or another transport"))?
            .id();
        let mut pools = self.pools.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, pool)) = pools.iter().find(|(owner, _)| *owner == runtime) {
            return Ok(pool.clone());
        }
        let pool = self.settings.pool(&self.tls).map_err(|_| unusable("TLS can't be set up"))?;
        if pools.len() >= POOLS {
            pools.remove(0);
        }
        pools.push((runtime, pool.clone()));
        Ok(pool)
    }

    /// The request, as reqwest knows it.
    fn read(&self, request: Request<Vec<u8>>) -> Result<reqwest::Request, TransportError> {
        let (parts, body) = request.into_parts();
        let mut request = reqwest::Request::new(parts.method, self.url(&parts.uri)?);
        *request.headers_mut() = parts.headers;
        *request.body_mut() = Some(body.into());
        Ok(request)
    }

    fn url(&self, uri: &Uri) -> Result<Url, TransportError> {
        let text = uri.to_string();
        let mut last = self.last_url.lock().unwrap_or_else(PoisonError::into_inner);
        // A URL reads as itself, so that equal texts are equal URLs.
        if let Some(url) = last.as_ref().filter(|url| url.as_str() == text) {
            return Ok(url.clone());
        }
        let url = Url::parse(&text).map_err(|_| unusable("the request has no usable URL"))?;
        // A query may hold a secret, which is not to stay.
        if url.query().is_none() {
            *last = Some(url.clone());
        }
        Ok(url)
    }

    async fn exchange(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, TransportError> {
        let Pool { any, public } = self.pool()?;
        let options = ExchangeOptions::of(&request);
        let request = self.read(request)?;
        let client = match options.addresses {
            AddressPolicy::Any => any,
            AddressPolicy::DenyPrivate if is_private_literal(request.url().host_str()) => {
                return Err(refused());
            }
            AddressPolicy::DenyPrivate => public,
        };
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

fn unusable(detail: &str) -> TransportError {
    TransportError::new(TransportErrorKind::Unusable, detail)
}

fn refused() -> TransportError {
    TransportError::new(TransportErrorKind::AddressRefused, "")
}

/// An IP address as the host goes to no resolver. The host is that of the URL as reqwest read it,
/// which knows `127.1` and `2130706433` too.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Recovery;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    #[test]
    fn without_a_runtime_no_repetition_helps() {
        let transport = ReqwestTransport::builder().build().unwrap();
        let request = Request::get("https://server.example/").body(Vec::new()).unwrap();
        let mut answer = pin!(transport.send(request));
        let Poll::Ready(Err(error)) = answer.as_mut().poll(&mut Context::from_waker(Waker::noop())) else {
            panic!("it waits for an answer");
        };
        assert_eq!(error.kind(), TransportErrorKind::Unusable);
        assert!(error.to_string().contains("no tokio runtime is running"), "{error}");
        assert_eq!(Error::from(error).recovery(), Recovery::FixConfiguration);
    }
}
