//! What a declaration tells the compiler: [`Provider`] and the traits that say what it has.

use crate::client_auth::{ClientId, ClientSecret, Credential};
use crate::hook::Hook;
use crate::metadata::Metadata;
use crate::variables::Variables;
use serde_core::de::DeserializeOwned;
use std::sync::Arc;

/// An OAuth 2.0 provider, declared with `#[oauth_provider(...)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a declared OAuth 2.0 provider",
    label = "no `#[oauth_provider(...)]` stands on this type",
    note = "declare it: `#[oauth_provider(token_endpoint = \"https://…\", …)]` on the struct"
)]
pub trait Provider: Sized + Send + Sync + 'static {
    /// The kind of credential that most clients of this provider have.
    type Auth: Credential;
    /// Members of the token answer beyond RFC 6749, from `token_response(extra(Type))`.
    type Extra: DeserializeOwned + 'static;
    /// Members of the introspection answer beyond RFC 7662, from
    /// `introspection_response(extra(Type))`.
    type TokenDetails: DeserializeOwned + 'static;

    /// The declaration, as data.
    fn metadata(&self) -> &'static Metadata;

    /// Hands over the values of the variables, which are the fields of the struct.
    fn variables(&self, variables: &mut Variables) {
        let _ = variables;
    }

    /// The declared hook, for what no key can say.
    fn hook(&self) -> Option<Arc<dyn Hook>> {
        None
    }
}

/// A provider without its types: what a client needs of it is done by the same code for all of them.
pub(crate) trait Declared {
    fn metadata(&self) -> &'static Metadata;
    fn variables(&self, variables: &mut Variables);
    fn hook(&self) -> Option<Arc<dyn Hook>>;
}

impl<P: Provider> Declared for P {
    fn metadata(&self) -> &'static Metadata {
        Provider::metadata(self)
    }

    fn variables(&self, variables: &mut Variables) {
        Provider::variables(self, variables);
    }

    fn hook(&self) -> Option<Arc<dyn Hook>> {
        Provider::hook(self)
    }
}

/// The provider supports the grant `G` for clients with the credential `A`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not support the `{G}` grant with a `{A}`",
    label = "`{Self}` is declared without it",
    note = "supported grants and their client authentication are listed in `grants(...)` and \
            `client_auth(...)` of the `#[oauth_provider]` declaration",
    note = "an access token is renewed by `refresh` where `Refresh` is supported, by `refresh_access_token` \
            where `AccessTokenRefresh` is, and by `extend` where `TokenExtension` is"
)]
pub trait Supports<G, A = <Self as Provider>::Auth>: Provider {}

/// The provider has the endpoint `E`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no `{E}` endpoint",
    label = "not in the declaration of `{Self}`",
    note = "if the provider does offer it, add the endpoint to its `#[oauth_provider]` declaration"
)]
pub trait HasEndpoint<E>: Provider {}

/// The provider takes clients with the credential `C`.
pub trait Accepts<C>: Provider {}

/// This credential is one that clients of `P` have.
#[diagnostic::on_unimplemented(
    message = "`{P}` has no clients that authenticate with a `{Self}`",
    label = "not what `client_auth(...)` of `{P}` declares",
    note = "a public client (`client_auth(none)`) has a `ClientId`, a confidential one a `ClientSecret`"
)]
pub trait AuthenticatesTo<P>: Credential {}

#[diagnostic::do_not_recommend]
impl<P: Accepts<Self>> AuthenticatesTo<P> for ClientId {}

#[diagnostic::do_not_recommend]
impl<P: Accepts<Self>> AuthenticatesTo<P> for ClientSecret {}

/// The type of the members beyond the standard ones where none are declared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct NoExtra;

impl<'de> serde_core::Deserialize<'de> for NoExtra {
    fn deserialize<D: serde_core::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        serde_core::de::IgnoredAny::deserialize(deserializer).map(|_| Self)
    }
}
