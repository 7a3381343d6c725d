//! [`PerRuntime`]: kept connections make progress only in the runtime that opened them, which may have
//! ended or, behind `send_blocking`, stand still. Each runtime has a pool of its own.

use super::unusable;
use crate::error::TransportError;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::runtime::{Handle, Id};

/// The most pools that are kept: those of the runtimes that came last.
const POOLS: usize = 8;

/// The pools of one transport. Clones share them.
pub(crate) struct PerRuntime<P>(Arc<Mutex<Vec<(Id, P)>>>);

impl<P: Clone> PerRuntime<P> {
    pub(crate) fn new() -> Self {
        Self(Arc::default())
    }

    /// The pool of the running runtime, made where it has none.
    pub(crate) fn pool(&self, make: impl FnOnce() -> Result<P, TransportError>) -> Result<P, TransportError> {
        let runtime = Handle::try_current()
            .map_err(|_| unusable("no tokio runtime is running; use `send_blocking` or another transport"))?
            .id();
        let mut pools = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, pool)) = pools.iter().find(|(owner, _)| *owner == runtime) {
            return Ok(pool.clone());
        }
        let pool = make()?;
        if pools.len() >= POOLS {
            pools.remove(0);
        }
        pools.push((runtime, pool.clone()));
        Ok(pool)
    }
}

impl<P> Clone for PerRuntime<P> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}
