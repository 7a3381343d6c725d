//! TLS by rustls and ring, with the root certificates of the platform.

use super::no_tls;
use crate::error::Error;
use rustls::ClientConfig;
use rustls_platform_verifier::BuilderVerifierExt;
use std::sync::Arc;

pub(crate) fn tls() -> Result<ClientConfig, Error> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .and_then(BuilderVerifierExt::with_platform_verifier)
        .map_err(|_| no_tls())?;
    Ok(config.with_no_client_auth())
}
