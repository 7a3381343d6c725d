//! [`Transport`]: one HTTP exchange, by whatever client.

mod address;

pub use address::is_public;

use crate::error::TransportError;
use crate::metadata::AddressPolicy;
use http::{Request, Response};
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

/// One HTTP exchange: the request goes out, the whole answer comes back.
///
/// Implement it to use another HTTP client or runtime. An implementation must
///
/// - follow no redirect, since that would send credentials to another address (RFC 9700 section
///   4.12); hand back the 3xx answer;
/// - keep a deadline for the whole exchange, reading of the body included;
/// - read no more decoded bytes than [`ExchangeOptions::max_body`], and stop there;
/// - send no cookies and no `Referer`;
/// - refuse the addresses that [`ExchangeOptions::addresses`] excludes, after resolution;
/// - not resend a request that may have reached the server.
///
/// [`ExchangeOptions::of`] finds the limits of a request.
///
/// ```
/// use oauth_core::http::{Request, Response};
/// use oauth_core::transport::{ExchangeOptions, ResponseFuture};
/// use oauth_core::{Transport, TransportError, TransportErrorKind};
/// # mod my_http {
/// #     use oauth_core::http::{Request, Response};
/// #     pub struct Client;
/// #     impl Client {
/// #         pub async fn exchange(&self, _: Request<Vec<u8>>, _: usize) -> Result<Response<Vec<u8>>, ()> { Err(()) }
/// #     }
/// # }
///
/// struct MyTransport(my_http::Client);
///
/// impl Transport for MyTransport {
///     fn send(&self, request: Request<Vec<u8>>) -> ResponseFuture<'_> {
///         Box::pin(async move {
///             let limits = ExchangeOptions::of(&request);
///             let exchange = self.0.exchange(request, limits.max_body);
///             // What the error of another client says may hold a URL: the kind must do.
///             exchange.await.map_err(|_| TransportError::new(TransportErrorKind::Other, ""))
///         })
///     }
/// }
/// # fn with(client: oauth_core::Client<Notes>) -> oauth_core::Client<Notes> {
/// // … and a client takes it:
/// client.with_transport(MyTransport(my_http::Client))
/// # }
/// # #[oauth_core::oauth_provider(
/// #     token_endpoint = "https://notes.example/oauth/token",
/// #     client_auth(client_secret_basic),
/// #     grants(client_credentials)
/// # )]
/// # struct Notes;
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a transport",
    label = "expected `ReqwestTransport` or `HyperTransport` of oauth_core, or your own `impl Transport`",
    note = "an HTTP client as it comes follows redirects and reads without end; those of oauth_core do not"
)]
pub trait Transport: Send + Sync + 'static {
    /// Sends the request and reads the answer.
    fn send(&self, request: Request<Vec<u8>>) -> ResponseFuture<'_>;
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send(&self, request: Request<Vec<u8>>) -> ResponseFuture<'_> {
        (**self).send(request)
    }
}

/// What [`Transport::send`] returns.
pub type ResponseFuture<'a> =
    Pin<Box<dyn Future<Output = Result<Response<Vec<u8>>, TransportError>> + Send + 'a>>;

/// Limits of one exchange. Where they are not the default, they are in the extensions of the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct ExchangeOptions {
    /// The most decoded bytes of the body; more is an error. 1 MiB for everything but API calls.
    pub max_body: usize,
    /// The addresses that may be connected to.
    pub addresses: AddressPolicy,
}

/// The most bytes of an answer of the authorization server.
pub(crate) const MAX_BODY: usize = 1024 * 1024;

impl Default for ExchangeOptions {
    fn default() -> Self {
        Self { max_body: MAX_BODY, addresses: AddressPolicy::Any }
    }
}

impl ExchangeOptions {
    /// The options of this request; the defaults if it has none.
    pub fn of<B>(request: &Request<B>) -> Self {
        request.extensions().get().copied().unwrap_or_default()
    }
}
