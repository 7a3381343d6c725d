//! [`AnyClient`]: one type for the clients of all providers.

use super::provider::{AnyAuth, Dynamic};
use crate::client::Client;
use crate::endpoint;
use crate::error::Error;
use crate::grant::Grant;
use crate::metadata::{Metadata, ParameterValue, RequestFormat};
use crate::parameter::Parameter;
use crate::provider::Provider;
use crate::scope::Scope;
use crate::wire::text::Quoted;

/// A client of any provider: of one that was loaded, or of a typed one after [`Client::erase`].
pub type AnyClient = Client<Dynamic, AnyAuth>;

impl<P: Provider, A> Client<P, A> {
    /// The same client without the type of its provider, to keep it among others. What was a compile
    /// error is then one of the request.
    pub fn erase(&self) -> AnyClient {
        self.with_brand()
    }
}

impl AnyClient {
    /// A declared scope, or any other where the provider takes any, by its value on the wire.
    ///
    /// A grant that may not ask for it says so at its request.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration): the provider has no such scope.
    pub fn scope(&self, value: impl Into<String>) -> Result<Scope<Dynamic>, Error> {
        let (value, metadata) = (value.into(), self.metadata());
        if let Some(declared) = metadata.scopes.iter().find(|scope| scope.value == value) {
            return Ok(Scope::of_value(declared.value.to_owned()));
        }
        if !metadata.custom_scopes {
            return Err(self.lacks(&format!("the scope {}", Quoted(&value))));
        }
        Scope::checked(metadata.scope_delimiter, value)
            .map_err(|error| Error::configuration(error.to_string()))
    }

    /// A declared parameter of a request, with a value that it may have. `E` is an endpoint, or a grant
    /// for its token request: `parameter::<grant::Refresh>("device_id", id)`.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration): the request has no such parameter
    /// that the caller may set, or it may not have this value.
    pub fn parameter<E: HasParameters>(
        &self,
        name: &str,
        value: impl Into<String>,
    ) -> Result<Parameter<Dynamic, E>, Error> {
        let value = value.into();
        let params = E::request(self.metadata()).map(|request| request.params).unwrap_or_default();
        let declared = params.iter().find(|known| known.name == name);
        let takes_it = match declared.map(|declared| declared.value) {
            Some(ParameterValue::Optional | ParameterValue::Required) => true,
            Some(ParameterValue::OneOf(values)) => values.contains(&value.as_str()),
            Some(ParameterValue::SomeOf(values)) => {
                value.split(self.metadata().scope_delimiter).all(|value| values.contains(&value))
            }
            _ => return Err(self.lacks(&format!("a parameter {} that a caller may set", Quoted(name)))),
        };
        match declared {
            Some(declared) if takes_it => Ok(Parameter::of_value(declared.name, value)),
            _ => Err(self.lacks(&format!("the value {} of the parameter `{name}`", Quoted(&value)))),
        }
    }
}

/// What a request with declared parameters is about: an endpoint, or a grant.
pub trait HasParameters {
    #[doc(hidden)]
    fn request(metadata: &'static Metadata) -> Option<&'static RequestFormat>;
}

impl HasParameters for endpoint::Authorization {
    fn request(metadata: &'static Metadata) -> Option<&'static RequestFormat> {
        Some(metadata.authorization_request)
    }
}

impl HasParameters for endpoint::Revocation {
    fn request(metadata: &'static Metadata) -> Option<&'static RequestFormat> {
        Some(metadata.revocation_request)
    }
}

impl HasParameters for endpoint::Introspection {
    fn request(metadata: &'static Metadata) -> Option<&'static RequestFormat> {
        Some(metadata.introspection_request)
    }
}

impl<G: Grant> HasParameters for G {
    fn request(metadata: &'static Metadata) -> Option<&'static RequestFormat> {
        metadata.grant(G::TYPE).map(|grant| grant.request)
    }
}
