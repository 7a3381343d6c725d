//! The credentials of a client, and how they go into a request (RFC 6749 section 2.3).

use crate::metadata::ClientAuth;
use crate::secret::Secret;
use crate::wire::form::{self, Value};
use http::HeaderMap;
use std::fmt;
use std::sync::OnceLock;

/// What a client has to identify or authenticate itself: [`ClientId`] or [`ClientSecret`].
pub trait Credential: sealed::Sealed + Send + Sync + 'static {
    #[doc(hidden)]
    fn into_credentials(self) -> Credentials;
}

/// The credential of a public client (RFC 6749 section 2.1): its identifier only.
#[derive(Clone)]
pub struct ClientId {
    id: Box<str>,
}

impl ClientId {
    /// A public client with this identifier.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into().into_boxed_str() }
    }
}

impl fmt::Debug for ClientId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ClientId").field(&self.id).finish()
    }
}

/// The credential of a confidential client (RFC 6749 section 2.3.1): identifier and secret.
#[derive(Clone)]
pub struct ClientSecret {
    id: Box<str>,
    secret: Secret,
}

impl ClientSecret {
    /// A confidential client with this identifier and secret.
    ///
    /// Read the secret from the environment or a secret store, never from source code.
    pub fn new(id: impl Into<String>, secret: impl Into<String>) -> Self {
        Self { id: id.into().into_boxed_str(), secret: Secret::new(secret) }
    }
}

impl fmt::Debug for ClientSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientSecret").field("id", &self.id).field("secret", &self.secret).finish()
    }
}

/// Credentials of any kind.
#[doc(hidden)]
#[derive(Debug, Clone)]
pub struct Credentials {
    pub(crate) client_id: Box<str>,
    pub(crate) client_secret: Option<Secret>,
    /// Both as a form writes them, where that differs.
    encoded_id: Option<Box<str>>,
    encoded_secret: Option<Secret>,
    /// The headers of a request with a form that has none of its own, made by the first one.
    pub(crate) headers: OnceLock<(Option<ClientAuth>, HeaderMap)>,
}

impl Credentials {
    fn new(client_id: Box<str>, client_secret: Option<Secret>) -> Self {
        let encoded_secret = client_secret.as_ref().and_then(|secret| form::encoded(secret.expose()));
        Self {
            encoded_id: form::encoded(&client_id).map(|encoded| encoded.as_str().into()),
            encoded_secret: encoded_secret.map(|encoded| Secret::new(encoded.as_str())),
            client_id,
            client_secret,
            headers: OnceLock::new(),
        }
    }

    /// The identifier for a request.
    pub(crate) fn id(&self) -> Value<'_> {
        Value::new(&self.client_id, self.encoded_id.as_deref().or(Some(&*self.client_id)))
    }

    /// The secret for a request.
    pub(crate) fn secret(&self) -> Option<Value<'_>> {
        let secret = self.client_secret.as_ref()?.expose();
        Some(Value::new(secret, self.encoded_secret.as_ref().map(Secret::expose).or(Some(secret))))
    }
}

impl sealed::Sealed for ClientId {}
impl Credential for ClientId {
    fn into_credentials(self) -> Credentials {
        Credentials::new(self.id, None)
    }
}

impl sealed::Sealed for ClientSecret {}
impl Credential for ClientSecret {
    fn into_credentials(self) -> Credentials {
        Credentials::new(self.id, Some(self.secret))
    }
}

pub(crate) mod sealed {
    pub trait Sealed {}
}
