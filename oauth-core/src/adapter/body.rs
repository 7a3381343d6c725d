//! The body of an answer, up to its limit.

use crate::error::{TransportError, TransportErrorKind};

/// Appends what came. Beyond `most` bytes it is an error, and nothing more is to be read.
pub(crate) fn append(body: &mut Vec<u8>, chunk: &[u8], most: usize) -> Result<(), TransportError> {
    if body.len().saturating_add(chunk.len()) > most {
        return Err(TransportError::new(TransportErrorKind::BodyTooLarge, format!("{most} bytes")));
    }
    body.extend_from_slice(chunk);
    Ok(())
}
