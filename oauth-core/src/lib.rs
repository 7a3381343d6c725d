//! contract stage
#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
pub mod client_auth;
pub mod endpoint;
pub mod grant;
pub mod metadata;
pub mod parameter;
pub mod provider;
pub mod scope;
mod secret;
pub mod url_variable;

pub use client_auth::{ClientId, ClientSecret};
pub use metadata::Metadata;
#[cfg(feature = "derive")]
pub use oauth_derive::{UrlVariable, oauth_provider};
pub use parameter::{Parameter, ParameterName};
pub use provider::{Accepts, AuthenticatesTo, HasEndpoint, NoExtra, Provider, Supports};
pub use scope::{AllowedIn, Any, CustomScopes, Scope, Scopes};
pub use url_variable::{Host, HostLabel, HostSuffix, InvalidUrlVariable, Segment, UrlVariable, Variables};
