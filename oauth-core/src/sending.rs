//! What `send` returns. The exchange is compiled once; for each provider, only the type of its answer is new.

use crate::error::Error;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

/// An answer on its way, whoever the provider is.
pub(crate) type Sent<T> = Pin<Box<dyn Future<Output = Result<T, Error>> + Send>>;

/// The same answer with the brand of its provider.
pub(crate) struct Branded<T, U> {
    pub(crate) sent: Sent<T>,
    pub(crate) brand: fn(T) -> U,
}

impl<T, U> Future for Branded<T, U> {
    type Output = Result<U, Error>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let Self { sent, brand } = self.get_mut();
        // Written out: a function of `Poll` would be compiled for each provider.
        match sent.as_mut().poll(context) {
            Poll::Ready(Ok(answer)) => Poll::Ready(Ok(brand(answer))),
            Poll::Ready(Err(error)) => Poll::Ready(Err(error)),
            Poll::Pending => Poll::Pending,
        }
    }
}
