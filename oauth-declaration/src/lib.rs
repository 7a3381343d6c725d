//! The grammar of a declaration and its rules, without tokens: used by the macro of `oauth-derive`
//! and by the loader of `oauth-core`.
//!
//! ```text
//! tokens or a file ──▶ Items ──parse──▶ Declaration ──validate──▶ Diagnostics
//!                                            │
//!                                            ├──▶ Provider: what is resolved
//!                                            └──▶ Constant: the value of `oauth_core::Metadata`
//! ```
//!
//! Nothing here is meant for others: the version is that of the two crates which use it.
#![doc = include_str!("../KEYS.md")]
// The loader reads files, and no panic is reachable from input.
#![cfg_attr(
    not(test),
    deny(
        clippy::arithmetic_side_effects,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::string_slice,
        clippy::unreachable,
        clippy::unwrap_used
    )
)]

pub mod constant;
pub mod declaration;
pub mod departure;
pub mod diagnostics;
mod domain;
pub mod item;
pub mod keyword;
mod metadata;
mod parse;
pub mod provider;
pub mod read;
pub mod template;
mod validate;
pub mod vocabulary;

pub use declaration::Declaration;
pub use diagnostics::{Diagnostic, Diagnostics};
pub use item::{At, Flaw, Found, Item, List, Name, Part, Subject, Text, Value};
pub use metadata::metadata;
pub use parse::parse;
pub use provider::Provider;
pub use validate::validate;
