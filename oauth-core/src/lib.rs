//! Strongly-typed OAuth 2.0 clients from declarations.
//!
//! `#[oauth_provider(...)]` on a struct declares a provider: endpoints, grants, client
//! authentication, scopes, and in what it differs from the standard. A [`Client`] of it offers what
//! was declared and nothing else. The whole of an authorization code login:
//!
//! ```no_run
//! use oauth_core::{Client, ClientSecret, Error, Login, oauth_provider};
//!
//! /// Notes: an API for notes.
//! #[oauth_provider(
//!     authorization_endpoint = "https://notes.example/oauth/authorize",
//!     token_endpoint = "https://notes.example/oauth/token",
//!     client_auth(client_secret_basic),
//!     grants(authorization_code, refresh_token),
//!     scopes(read, write = "notes:write")
//! )]
//! pub struct Notes;
//!
//! # async fn log_in(callback: &str) -> Result<(), Error> {
//! let client = Client::new(Notes, ClientSecret::new("client id", "client secret"));
//! let Login { url, pending } =
//!     client.authorize("https://app.example/callback").scopes([Notes::READ]).start()?;
//! // … the browser goes to `url` and comes back to `callback` …
//! let tokens = client.finish(pending, callback)?.send().await?;
//! # let _ = (url, tokens);
//! # Ok(())
//! # }
//! ```
//!
//! # Where to look
//!
//! - Declare: `oauth_provider` has the grammar, [`UrlVariable`] tenants and environments.
//! - Log users in: [`Client::authorize`], [`Client::finish`], [`Pending`].
//! - Tokens for a program: [`Client::client_credentials`].
//! - Use tokens: [`Client::api`], [`Client::refresh`], [`Client::revoke`], [`Client::introspect`],
//!   [`Tokens`].
//! - When something fails: [`Error::recovery`].
//! - What no declaration can say: [`Hook`].
//! - Another HTTP client: [`Transport`], or [`TokenRequest::request`] and [`TokenRequest::read`].
//! - Tests: the crate `oauth-testkit` plays any declared provider.
//!
//! # What it never does
//!
//! It follows no redirect, sends no request twice, tries no second client authentication method,
//! sends no access token in a query unless the declaration says so, and shows no secret in an error or a `Debug`. Tokens have no
//! `Display`, `Serialize` or `PartialEq`; [`AccessToken::expose`] and [`RefreshToken::expose`] are
//! the one way to their text.
//!
//! # Features
//!
//! - `derive` (default): the macros.
//! - `reqwest` (default): [`ReqwestTransport`] with rustls and ring.
//! - `hyper`: the lean [`HyperTransport`] with rustls and ring. Clients use it where neither `reqwest` nor
//!   `native-tls` is on, and else when [`Client::with_transport`] gives it to them.
//! - `native-tls`: [`ReqwestTransport`] with the platform's TLS library; it wins over rustls when
//!   both are on.
//! - `blocking`: `send_blocking()` on every request.
//! - `dynamic`: providers that are loaded at run time from JSON, and clients without the type of their
//!   provider.
//!
//! With none of them every request can still be made, driven by hand.

// No panic is reachable from input.
#![cfg_attr(
    not(test),
    deny(
        clippy::arithmetic_side_effects,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::print_stderr,
        clippy::print_stdout,
        clippy::string_slice,
        clippy::unreachable,
        clippy::unwrap_used
    )
)]

#[doc(hidden)]
#[path = "measured.rs"]
pub mod __measured;
#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
#[cfg(any(feature = "reqwest", feature = "native-tls", feature = "hyper"))]
mod adapter;
mod api;
mod authorization;
#[cfg(feature = "blocking")]
mod blocking;
mod client;
mod client_auth;
mod clock;
mod context;
#[cfg(feature = "dynamic")]
mod dynamic;
pub mod endpoint;
mod endpoints;
mod error;
pub mod grant;
mod hook;
#[cfg(feature = "hyper")]
mod hyper_transport;
mod introspection;
pub mod metadata;
mod named;
mod origin;
mod parameter;
mod pending;
mod provider;
mod random;
#[cfg(any(feature = "reqwest", feature = "native-tls"))]
mod reqwest_transport;
mod revocation;
mod scope;
mod secret;
mod secret_text;
mod sending;
mod token;
mod token_request;
mod tokens;
pub mod transport;
mod url_values;
mod url_variable;
mod variables;
mod wire;

pub use api::ApiRequest;
pub use authorization::{AuthorizationRequest, Login, LoginForm};
pub use client::Client;
pub use client_auth::{ClientId, ClientSecret, Credential};
#[cfg(feature = "dynamic")]
pub use dynamic::{
    AnyAuth, AnyClient, Dynamic, HasParameters, Members, MetadataBuf, MetadataError, MetadataErrors,
};
pub use endpoints::{Endpoints, InvalidEndpoint};
pub use error::{
    CallbackError, Error, ErrorCode, ErrorKind, ErrorResponse, InvalidResponse, Recovery, TransportError,
    TransportErrorKind, Unauthorized,
};
pub use hook::{Hook, HookError};
pub use http;
#[cfg(feature = "hyper")]
pub use hyper_transport::{HyperTransport, HyperTransportBuilder};
pub use introspection::{IntrospectionRequest, IntrospectionResponse, TokenDetails};
pub use metadata::Metadata;
pub use named::{AlsoIssued, CallbackParameter};
#[cfg(feature = "derive")]
pub use oauth_derive::{UrlVariable, oauth_provider};
pub use parameter::{BelongsTo, Parameter, ParameterName, ScopeParameter};
pub use pending::{Pending, SealingKey};
pub use provider::{Accepts, AuthenticatesTo, HasEndpoint, NoExtra, Provider, Supports};
#[cfg(any(feature = "reqwest", feature = "native-tls"))]
pub use reqwest_transport::{ReqwestTransport, ReqwestTransportBuilder};
pub use revocation::{RevocationRequest, RevokedBy};
pub use scope::{AllowedIn, Any, CustomScopes, InvalidScope, Scope, Scopes};
pub use secret_text::SecretText;
pub use token::{AccessToken, InvalidToken, RefreshToken};
pub use token_request::TokenRequest;
pub use tokens::{GrantedScope, Tokens};
pub use transport::Transport;
pub use url_values::UrlValues;
pub use url_variable::{
    Host, HostLabel, HostSuffix, InvalidUrlVariable, PathPrefix, Place, Segment, Text, UrlVariable,
};
pub use variables::Variables;
pub use wire::challenge::BearerChallenge;
pub use wire::lifetime::Expiry;
pub use wire::token_response::TokenType;
