//! What the transports of this crate share: their limits, their errors, and which one a client has that was
//! given none.

mod body;
mod per_runtime;
mod resolve;
#[cfg(any(feature = "hyper", not(feature = "native-tls")))]
mod tls;

pub(crate) use body::append;
pub(crate) use per_runtime::PerRuntime;
pub(crate) use resolve::resolve;
#[cfg(any(feature = "hyper", not(feature = "native-tls")))]
pub(crate) use tls::tls;

#[cfg(not(any(feature = "reqwest", feature = "native-tls")))]
use crate::HyperTransport as DefaultTransport;
#[cfg(any(feature = "reqwest", feature = "native-tls"))]
use crate::ReqwestTransport as DefaultTransport;
use crate::error::{Error, TransportError, TransportErrorKind};
use crate::transport::Transport;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// The time that an exchange may take.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    /// Reading of the body included.
    pub(crate) deadline: Duration,
    /// For a connection, with TLS.
    pub(crate) connect: Duration,
}

impl Limits {
    pub(crate) const DEFAULT: Self =
        Self { deadline: Duration::from_secs(30), connect: Duration::from_secs(10) };
}

/// What every request says of its sender.
pub(crate) const USER_AGENT: &str = concat!("oauth-core/", env!("CARGO_PKG_VERSION"));

/// The transport of all clients without one of their own, made at the first request.
pub(crate) fn shared() -> Result<Arc<dyn Transport>, Error> {
    static SHARED: Mutex<Option<Arc<DefaultTransport>>> = Mutex::new(None);
    let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(transport) = &*shared {
        return Ok(Arc::<DefaultTransport>::clone(transport));
    }
    let transport = Arc::new(DefaultTransport::builder().build()?);
    *shared = Some(Arc::clone(&transport));
    Ok(transport)
}

/// An error without a word: those of the libraries below may hold a URL.
pub(crate) fn failed(kind: TransportErrorKind) -> TransportError {
    TransportError::new(kind, "")
}

pub(crate) fn unusable(detail: &str) -> TransportError {
    TransportError::new(TransportErrorKind::Unusable, detail)
}

pub(crate) fn no_tls() -> Error {
    Error::configuration("TLS can't be set up; are there root certificates on this machine?")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Recovery;
    use http::Request;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    fn outside_of_a_runtime(transport: &dyn Transport) {
        let request = Request::get("https://server.example/").body(Vec::new()).unwrap();
        let mut answer = pin!(transport.send(request));
        let Poll::Ready(Err(error)) = answer.as_mut().poll(&mut Context::from_waker(Waker::noop())) else {
            panic!("it waits for an answer");
        };
        assert_eq!(error.kind(), TransportErrorKind::Unusable);
        assert!(error.to_string().contains("no tokio runtime is running"), "{error}");
        assert_eq!(Error::from(error).recovery(), Recovery::FixConfiguration);
    }

    #[test]
    fn without_a_runtime_no_repetition_helps() {
        outside_of_a_runtime(&*shared().unwrap());
        #[cfg(feature = "hyper")]
        outside_of_a_runtime(&crate::HyperTransport::builder().build().unwrap());
    }
}
