//! [`Transport`]: one HTTP exchange, by whatever client.

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
    label = "expected `oauth_core::ReqwestTransport`, or your own `impl Transport`",
    note = "an HTTP client as it comes follows redirects and reads without end; `ReqwestTransport::builder()` does not"
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

/// Whether an address is reachable for everybody: not loopback, private (RFC 1918), shared
/// (RFC 6598), link-local, unique local, multicast, documentation or unspecified, also when it is
/// an IPv4 address inside an IPv6 one.
pub fn is_public(address: std::net::IpAddr) -> bool {
    match address {
        std::net::IpAddr::V4(v4) => {
            let [first, second, third, _] = v4.octets();
            !(v4.is_private()
                || v4.is_loopback()
                || v4.is_link_local()
                || v4.is_broadcast()
                || v4.is_documentation()
                || v4.is_multicast()
                || first == 0
                || first >= 240
                || (first == 100 && (64..128).contains(&second))
                || (first == 192 && second == 0 && third == 0)
                || (first == 198 && (second == 18 || second == 19)))
        }
        std::net::IpAddr::V6(v6) => {
            let segments = v6.segments();
            let embedded = match segments {
                [0, 0, 0, 0, 0, 0 | 0xffff, _, _] | [0x64, 0xff9b, 0, 0, 0, 0, _, _] => {
                    let [.., a, b, c, d] = v6.octets();
                    Some(std::net::Ipv4Addr::new(a, b, c, d))
                }
                [0x2002, high, low, ..] => {
                    let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
                    Some(std::net::Ipv4Addr::new(a, b, c, d))
                }
                _ => None,
            };
            match embedded {
                Some(v4) => is_public(v4.into()),
                // Of the global unicast addresses, not those of protocols such as Teredo (RFC 2928)
                // nor those of documentation (RFC 3849, RFC 9637).
                None => match segments {
                    [0x2001, 0..=0x1ff | 0xdb8, ..] | [0x3fff, 0..=0xfff, ..] => false,
                    [first, ..] => (first & 0xe000) == 0x2000,
                },
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_public;

    #[test]
    fn private_addresses_in_every_form() {
        let private = [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "198.18.0.1",
            "192.0.0.8",
            "224.0.0.1",
            "255.255.255.255",
            "::1",
            "::",
            "fe80::1",
            "fc00::1",
            "fd12::1",
            "ff02::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::127.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "2001:db8::1",
            "2001:0:53aa:64c:0:0:80ff:fffe",
            "2001:20::1",
            "3fff::1",
        ];
        for address in private {
            assert!(!is_public(address.parse().unwrap()), "{address}");
        }
        for address in
            ["1.1.1.1", "93.184.216.34", "2606:4700::1111", "2001:4860:4860::8888", "::ffff:1.1.1.1"]
        {
            assert!(is_public(address.parse().unwrap()), "{address}");
        }
    }
}
