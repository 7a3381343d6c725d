//! Requests to bytes, bytes to answers: no I/O, no clock, no randomness, nothing generic.

pub(crate) mod api_base;
pub(crate) mod authorization;
pub(crate) mod body;
pub(crate) mod callback;
pub(crate) mod challenge;
pub(crate) mod client_auth;
pub(crate) mod error_response;
pub(crate) mod form;
pub(crate) mod headers;
pub(crate) mod introspection;
pub(crate) mod json;
pub(crate) mod lifetime;
mod mask;
pub(crate) mod members;
pub(crate) mod outgoing;
pub(crate) mod protection;
pub(crate) mod redirect_uri;
pub(crate) mod retry_after;
pub(crate) mod rfc3339;
pub(crate) mod template;
pub(crate) mod text;
pub(crate) mod token_request;
pub(crate) mod token_response;
pub(crate) mod value;
