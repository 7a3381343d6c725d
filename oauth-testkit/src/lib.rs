//! contract stage
