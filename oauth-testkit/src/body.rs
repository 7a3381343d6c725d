//! The body of an answer: whole, or with one of the ends that a [`Fault`](crate::Fault) asks for.

use bytes::Bytes;
use hyper::body::{Frame, SizeHint};
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::time::Sleep;

#[derive(Debug)]
pub(crate) struct Body {
    start: Bytes,
    end: End,
    drip: Option<Drip>,
}

/// Bytes that come one by one.
#[derive(Debug)]
struct Drip {
    pause: Duration,
    /// Until the next byte.
    sleep: Pin<Box<Sleep>>,
}

/// What comes after the first bytes.
#[derive(Debug, Clone, Copy)]
pub(crate) enum End {
    Finished,
    /// The connection breaks off.
    Broken,
    /// Nothing more comes, and the connection stays open.
    Silence,
    /// More bytes: so many, or without end.
    Filler(Option<u64>),
}

/// The connection breaks off here.
#[derive(Debug)]
pub(crate) struct Broken;

static FILLER: [u8; 16 * 1024] = [b' '; 16 * 1024];

impl Body {
    pub(crate) fn new(start: impl Into<Bytes>, end: End) -> Self {
        Self { start: start.into(), end, drip: None }
    }

    /// The same, byte by byte. Only inside of the server's runtime, which has the clock.
    pub(crate) fn dripping(self, pause: Duration) -> Self {
        Self { drip: Some(Drip { pause, sleep: Box::pin(tokio::time::sleep(pause)) }), ..self }
    }
}

impl hyper::body::Body for Body {
    type Data = Bytes;
    type Error = Broken;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Broken>>> {
        if !self.start.is_empty()
            && let Some(drip) = &mut self.drip
        {
            ready!(drip.sleep.as_mut().poll(context));
            drip.sleep = Box::pin(tokio::time::sleep(drip.pause));
            let byte = self.start.split_to(1);
            return Poll::Ready(Some(Ok(Frame::data(byte))));
        }
        if !self.start.is_empty() {
            let start = std::mem::take(&mut self.start);
            return Poll::Ready(Some(Ok(Frame::data(start))));
        }
        let filler = Bytes::from_static(&FILLER);
        match self.end {
            End::Finished | End::Filler(Some(0)) => Poll::Ready(None),
            End::Broken => Poll::Ready(Some(Err(Broken))),
            // Nobody wakes this task but the end of its connection.
            End::Silence => Poll::Pending,
            End::Filler(None) => Poll::Ready(Some(Ok(Frame::data(filler)))),
            End::Filler(Some(left)) => {
                let length = filler.len().min(usize::try_from(left).unwrap_or(usize::MAX));
                self.end = End::Filler(Some(left.saturating_sub(length as u64)));
                Poll::Ready(Some(Ok(Frame::data(filler.slice(..length)))))
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        self.start.is_empty() && matches!(self.end, End::Finished | End::Filler(Some(0)))
    }

    fn size_hint(&self) -> SizeHint {
        let start = self.start.len() as u64;
        match self.end {
            End::Finished => SizeHint::with_exact(start),
            End::Filler(Some(left)) => SizeHint::with_exact(start.saturating_add(left)),
            // An answer that is to be longer than what comes of it.
            End::Broken | End::Silence => SizeHint::with_exact(start.saturating_add(1)),
            End::Filler(None) => SizeHint::default(),
        }
    }
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an injected fault breaks the connection off")
    }
}

impl std::error::Error for Broken {}
