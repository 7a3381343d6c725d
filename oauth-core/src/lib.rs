//! A strongly-typed OAuth 2.0 client.

#![cfg_attr(docsrs, feature(doc_cfg))]

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
mod api;
mod authorization;
#[cfg(feature = "blocking")]
mod blocking;
mod client;
mod client_auth;
mod clock;
mod context;
pub mod endpoint;
mod endpoints;
mod error;
pub mod grant;
mod introspection;
pub mod metadata;
mod parameter;
mod pending;
mod provider;
mod random;
#[cfg(any(feature = "reqwest", feature = "native-tls"))]
mod reqwest_transport;
mod revocation;
mod scope;
mod secret;
mod token;
mod token_request;
pub mod transport;
mod url_variable;
mod wire;

pub use api::ApiRequest;
pub use authorization::{AuthorizationRequest, Login, LoginForm};
pub use client::Client;
pub use client_auth::{ClientId, ClientSecret, Credential};
pub use endpoints::{Endpoints, InvalidEndpoint};
pub use error::{
    CallbackError, Error, ErrorCode, ErrorKind, ErrorResponse, InvalidResponse, Recovery, TransportError,
    TransportErrorKind, Unauthorized,
};
pub use http;
pub use introspection::{IntrospectionRequest, IntrospectionResponse, TokenDetails};
pub use metadata::Metadata;
#[cfg(feature = "derive")]
pub use oauth_derive::{UrlVariable, oauth_provider};
pub use parameter::{Parameter, ParameterName};
pub use pending::{Pending, SealingKey};
pub use provider::{Accepts, AuthenticatesTo, HasEndpoint, NoExtra, Provider, Supports};
#[cfg(any(feature = "reqwest", feature = "native-tls"))]
pub use reqwest_transport::{ReqwestTransport, ReqwestTransportBuilder};
pub use revocation::{RevocableToken, RevocationRequest};
pub use scope::{AllowedIn, Any, CustomScopes, InvalidScope, Scope, Scopes};
pub use token::{AccessToken, GrantedScope, InvalidToken, RefreshToken, Tokens};
pub use token_request::TokenRequest;
pub use transport::Transport;
pub use url_variable::{Host, HostLabel, HostSuffix, InvalidUrlVariable, Segment, UrlVariable, Variables};
pub use wire::challenge::BearerChallenge;
pub use wire::token_response::{Expiry, TokenType};
