//! The default transport, over reqwest. No item of reqwest shows outside of this file.

use crate::adapter::{self, Limits, PerRuntime, failed, no_tls, unusable};
use crate::error::{Error, TransportError, TransportErrorKind};
use crate::metadata::AddressPolicy;
use crate::transport::{ExchangeOptions, ResponseFuture, Transport, is_public};
use http::{Request, Response, Uri};
use reqwest::Url;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use std::fmt;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// HTTP by reqwest: no redirects, cookies, `Referer` or proxies from the environment; a deadline
/// for the whole exchange and a limit for the body.
///
/// It needs a tokio runtime with I/O and time, as `enable_all()` gives it: in one without them tokio
/// panics, and says so. Outside of a runtime a request is an error. Every client without a transport of its own shares one.
#[derive(Clone)]
pub struct ReqwestTransport {
    settings: ReqwestTransportBuilder,
    tls: Tls,
    pools: PerRuntime<Pool>,
    /// The last URL without a query, as reqwest reads it. Most requests go to a token endpoint again,
    /// and reading its URL costs more than reading the answer.
    last_url: Arc<Mutex<Option<Url>>>,
}

/// The kept connections of a runtime.
#[derive(Clone)]
struct Pool {
    /// For any address.
    any: reqwest::Client,
    /// For public addresses only.
    public: reqwest::Client,
}

/// How a [`ReqwestTransport`] is made.
#[derive(Debug, Clone)]
pub struct ReqwestTransportBuilder(Limits);

impl ReqwestTransport {
    /// The defaults, to be changed: 30 s for an exchange, 10 s for a connection.
    pub fn builder() -> ReqwestTransportBuilder {
        ReqwestTransportBuilder(Limits::DEFAULT)
    }
}

impl ReqwestTransportBuilder {
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
    pub fn build(&self) -> Result<ReqwestTransport, Error> {
        let tls = tls()?;
        self.client(&tls).build().map_err(|_| no_tls())?;
        let settings = self.clone();
        Ok(ReqwestTransport { settings, tls, pools: PerRuntime::new(), last_url: Arc::default() })
    }

    fn pool(&self, tls: &Tls) -> Result<Pool, TransportError> {
        let client =
            |builder: reqwest::ClientBuilder| builder.build().map_err(|_| unusable("TLS can't be set up"));
        Ok(Pool {
            any: client(self.client(tls))?,
            public: client(self.client(tls).dns_resolver(PublicOnly))?,
        })
    }

    #[allow(clippy::disallowed_methods)]
    fn client(&self, tls: &Tls) -> reqwest::ClientBuilder {
        let builder = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .referer(false)
            .no_proxy()
            .retry(reqwest::retry::never())
            .timeout(self.0.deadline)
            .connect_timeout(self.0.connect)
            .user_agent(adapter::USER_AGENT);
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
use adapter::tls;

impl Transport for ReqwestTransport {
    fn send(&self, request: Request<Vec<u8>>) -> ResponseFuture<'_> {
        Box::pin(self.exchange(request))
    }
}

impl ReqwestTransport {
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
        let Pool { any, public } = self.pools.pool(|| self.settings.pool(&self.tls))?;
        let options = ExchangeOptions::of(&request);
        let request = self.read(request)?;
        let client = match options.addresses {
            AddressPolicy::Any => any,
            AddressPolicy::DenyPrivate if is_private_literal(request.url().host_str()) => {
                return Err(failed(TransportErrorKind::AddressRefused));
            }
            AddressPolicy::DenyPrivate => public,
        };
        let mut response = client.execute(request).await.map_err(failure)?;
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(failure)? {
            adapter::append(&mut body, &chunk, options.max_body).await?;
        }
        let mut answer = Response::new(body);
        *answer.status_mut() = response.status();
        *answer.headers_mut() = std::mem::take(response.headers_mut());
        Ok(answer)
    }
}

/// The kind of a failure.
fn failure(error: reqwest::Error) -> TransportError {
    let cause = std::iter::successors(std::error::Error::source(&error), |error| error.source())
        .find_map(|source| source.downcast_ref::<TransportError>());
    failed(match cause {
        Some(resolution) => resolution.kind(),
        None if error.is_timeout() => TransportErrorKind::Timeout,
        None if error.is_connect() => TransportErrorKind::Connect,
        None => TransportErrorKind::Other,
    })
}

/// An IP address as the host goes to no resolver. The host is that of the URL as reqwest read it,
/// which knows `127.1` and `2130706433` too.
fn is_private_literal(host: Option<&str>) -> bool {
    let literal = host.unwrap_or_default().trim_start_matches('[').trim_end_matches(']');
    literal.parse::<IpAddr>().is_ok_and(|address| !is_public(address))
}

/// Resolves to public addresses only.
struct PublicOnly;

impl Resolve for PublicOnly {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let addresses = adapter::resolve(name.as_str(), 0, AddressPolicy::DenyPrivate).await?;
            Ok(Box::new(addresses.into_iter()) as Addrs)
        })
    }
}

impl fmt::Debug for ReqwestTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReqwestTransport")
    }
}
