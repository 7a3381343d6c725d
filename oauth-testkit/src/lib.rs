#![doc = include_str!("../README.md")]

#[doc(hidden)]
#[path = "suite/mod.rs"]
pub mod __suite;
mod api;
mod audit;
mod authorization;
mod body;
mod browser;
mod builder;
mod callback;
mod client_auth;
mod consent;
mod documented;
mod error_answer;
mod fault;
mod grants;
mod handle;
mod headers;
mod introspection;
mod listener;
mod multipart;
mod parameters;
mod random;
mod refusal;
mod revocation;
mod routes;
mod scope;
mod sent;
mod server;
mod shape;
mod state;
mod store;
mod template;
mod token;
mod token_answer;

pub use audit::{Event, Received, TokenId};
pub use browser::BrowserError;
pub use builder::Builder;
pub use documented::{Difference, DocumentedRequest};
pub use fault::{Fault, Latch};
pub use routes::Endpoint;
pub use server::{AuthorizationServer, StartError};
