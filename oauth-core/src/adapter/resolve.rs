//! From a host to the addresses that may be connected to.

use super::failed;
use crate::error::{TransportError, TransportErrorKind};
use crate::metadata::AddressPolicy;
use crate::transport::is_public;
use std::net::SocketAddr;

/// The addresses of a host. Where only public ones may be connected to, one that is not condemns the
/// host: what is judged is what is connected to.
pub(crate) async fn resolve(
    host: &str,
    port: u16,
    policy: AddressPolicy,
) -> Result<Vec<SocketAddr>, TransportError> {
    let found = tokio::net::lookup_host((host, port)).await;
    let addresses: Vec<_> = found.map_err(|_| failed(TransportErrorKind::Connect))?.collect();
    let is_allowed = match policy {
        AddressPolicy::Any => true,
        AddressPolicy::DenyPrivate => addresses.iter().all(|address| is_public(address.ip())),
    };
    if is_allowed { Ok(addresses) } else { Err(failed(TransportErrorKind::AddressRefused)) }
}
