//! Providers that are loaded at run time: [`MetadataBuf`] reads a definition, [`Dynamic`] is the provider,
//! [`AnyClient`] its client. What a type promises elsewhere is checked when a request is made.

mod client;
mod data;
mod errors;
mod export;
mod items;
mod load;
mod members;
mod metadata_buf;
mod places;
mod provider;
mod value;
mod variables;

pub use client::{AnyClient, HasParameters};
pub use errors::{MetadataError, MetadataErrors};
pub use members::Members;
pub use metadata_buf::MetadataBuf;
pub use provider::{AnyAuth, Dynamic};
