//! contract stage
mod documented;

pub use documented::{Difference, DocumentedRequest};
