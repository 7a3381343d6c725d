//! The server against the real client, and against requests that the client never makes.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(deprecated, reason = "the password grant, where it is declared")]

mod api;
mod authorization;
mod by_hand;
mod client_auth;
mod contract;
mod declared;
mod extension;
mod faults;
mod grants;
mod incoming;
mod introspection;
mod log;
mod origin;
mod outgoing;
mod providers;
mod refresh;
mod revocation;
mod start;
mod token;
