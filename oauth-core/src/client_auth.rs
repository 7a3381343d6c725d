//! The credentials of a client, and how they go into a request (RFC 6749 section 2.3).

use crate::metadata::ClientAuth;
use crate::secret::Secret;
use crate::wire::form::{Form, Parameters};
use http::HeaderMap;
use std::fmt;
use std::sync::OnceLock;
use zeroize::Zeroizing;

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
    /// Both as parameters of a form, made when they are first needed: read them by the method.
    encoded: OnceLock<Secret>,
    /// The headers of a request with a form that has none of its own, made by the first one.
    pub(crate) headers: OnceLock<(Option<ClientAuth>, HeaderMap)>,
}

impl Credentials {
    fn new(client_id: Box<str>, client_secret: Option<Secret>) -> Self {
        Self { client_id, client_secret, encoded: OnceLock::new(), headers: OnceLock::new() }
    }

    /// `client_id` and `client_secret` as parameters of a form.
    pub(crate) fn encoded(&self) -> &str {
        let encoded = self.encoded.get_or_init(|| {
            let secret = self.client_secret.as_ref().map_or("", Secret::expose);
            // It never grows, so that no copy of the secret is left behind.
            let most = self.client_id.len().saturating_add(secret.len()).saturating_mul(3).saturating_add(32);
            let mut form = Form::with_capacity(most);
            form.append_known("client_id", (&*self.client_id).into());
            form.append_known("client_secret", secret.into());
            Secret::new(&**Zeroizing::new(form.into_string()))
        });
        encoded.expose()
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
