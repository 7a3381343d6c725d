//! The body of an answer, up to its limit.

use crate::error::{TransportError, TransportErrorKind};

/// Appends what came. Beyond `most` bytes it is an error, and nothing more is to be read.
///
/// It gives way now and then: a server whose chunks are tiny and many would hold the thread, and with it
/// the clock of the deadline.
pub(crate) async fn append(body: &mut Vec<u8>, chunk: &[u8], most: usize) -> Result<(), TransportError> {
    if body.len().saturating_add(chunk.len()) > most {
        return Err(TransportError::new(TransportErrorKind::BodyTooLarge, format!("{most} bytes")));
    }
    body.extend_from_slice(chunk);
    tokio::task::coop::consume_budget().await;
    Ok(())
}
