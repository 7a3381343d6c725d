#![doc = include_str!("../README.md")]

mod api;
mod audit;
mod authorization;
mod body;
mod browser;
mod builder;
mod client_auth;
mod consent;
mod documented;
mod fault;
mod handle;
mod introspection;
mod listener;
mod parameters;
mod random;
mod refusal;
mod revocation;
mod routes;
mod scope;
mod server;
mod state;
mod store;
mod token;
mod token_answer;

pub use audit::{Event, Received, TokenId};
pub use browser::BrowserError;
pub use builder::Builder;
pub use documented::{Difference, DocumentedRequest};
pub use fault::{Fault, Latch};
pub use routes::Endpoint;
pub use server::{AuthorizationServer, StartError};
