//! Waiting for a request without an async runtime of one's own.

use crate::error::{Error, TransportError, TransportErrorKind};
use std::future::Future;
use std::sync::mpsc;
use std::sync::{Mutex, PoisonError};
use tokio::runtime::{Builder, Handle};

/// Runs the request on a background thread, and blocks this one until its answer is there.
pub(crate) fn wait<T: Send + 'static>(
    request: impl Future<Output = Result<T, Error>> + Send + 'static,
) -> Result<T, Error> {
    let (sender, receiver) = mpsc::sync_channel(1);
    runtime()?.spawn(async move {
        // A receiver that is gone wants no answer.
        let _ = sender.send(request.await);
    });
    receiver.recv().unwrap_or_else(|_| Err(broken("the background thread ended")))
}

/// The runtime of all blocking requests, on a thread that starts with the first one.
fn runtime() -> Result<Handle, Error> {
    static RUNTIME: Mutex<Option<Handle>> = Mutex::new(None);
    let mut started = RUNTIME.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(handle) = &*started {
        return Ok(handle.clone());
    }
    let runtime = Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|_| broken("no runtime can be started"))?;
    let handle = runtime.handle().clone();
    std::thread::Builder::new()
        .name("oauth-blocking".to_owned())
        .spawn(move || runtime.block_on(std::future::pending::<()>()))
        .map_err(|_| broken("no thread can be started"))?;
    *started = Some(handle.clone());
    Ok(handle)
}

fn broken(detail: &str) -> Error {
    TransportError::new(TransportErrorKind::Other, detail).into()
}
