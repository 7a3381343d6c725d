//! [`Dynamic`]: any provider, known by its metadata; and [`AnyAuth`]: any credential.

use super::members::Members;
use super::places::places;
use super::variables::{Holds, Variable};
use crate::client_auth::{ClientId, ClientSecret, Credential, Credentials, sealed};
use crate::error::Error;
use crate::metadata::Metadata;
use crate::provider::{Accepts, AuthenticatesTo, HasEndpoint, Provider, Supports};
use crate::revocation::RevokedBy;
use crate::scope::CustomScopes;
use crate::token::{AccessToken, RefreshToken};
use crate::url_variable::{Host, HostLabel, PathPrefix, Segment};
use crate::variables::Variables;
use crate::wire::text::Quoted;
use oauth_declaration::template::Place;
use std::fmt;

/// A provider that is known at run time only. It has every capability as far as the compiler knows;
/// what its metadata lack shows as an [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) of the
/// request, which names the provider and what it lacks.
///
/// All its clients have one type. A pending login is bound to its client all the same, and finishes at no
/// other. A token is bound to the host of its token endpoint, and a stored one to nothing: keep them with
/// the name of their provider.
#[derive(Clone)]
pub struct Dynamic {
    metadata: &'static Metadata,
    variables: Vec<(&'static str, Value)>,
}

/// The credential of a client, of whichever kind: an identifier, with or without a secret.
#[derive(Debug, Clone)]
pub struct AnyAuth(Either);

#[derive(Debug, Clone)]
enum Either {
    Id(ClientId),
    Secret(ClientSecret),
}

impl Dynamic {
    /// The provider with this metadata and these values of its URL variables.
    ///
    /// A variable at the end of a host holds one of few values, which metadata do not name: for such a
    /// provider use [`MetadataBuf::provider`](super::MetadataBuf::provider), or
    /// [`Client::erase`](crate::Client::erase).
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration): a value is missing, is one of no
    /// variable, or does not fit its place.
    pub fn new<'v>(
        metadata: &'static Metadata,
        values: impl IntoIterator<Item = (&'v str, &'v str)>,
    ) -> Result<Self, Error> {
        Self::with_values(metadata, None, values)
    }

    pub(crate) fn with_values<'v>(
        metadata: &'static Metadata,
        declared: Option<&[Variable]>,
        values: impl IntoIterator<Item = (&'v str, &'v str)>,
    ) -> Result<Self, Error> {
        let wrong = |what: String| Error::configuration(format!("`{}` {what}", metadata.name));
        let values: Vec<_> = values.into_iter().collect();
        let mut variables: Vec<(&'static str, Value)> = Vec::new();
        let mut used = Vec::new();
        for (full_name, place) in places(metadata) {
            let (name, part) = full_name.split_once('.').unwrap_or((full_name, ""));
            used.push(name);
            if variables.iter().any(|(known, _)| *known == full_name) {
                continue;
            }
            let mut given = values.iter().filter(|(given, _)| *given == name).map(|(_, value)| *value);
            let value =
                given.next().ok_or_else(|| wrong(format!("needs a value for its variable `{name}`")))?;
            if given.next().is_some() {
                return Err(wrong(format!("has two values for its variable `{name}`")));
            }
            let holds = declared.and_then(|all| all.iter().find(|known| known.name == name));
            let value = match holds.map(|variable| &variable.holds) {
                Some(Holds::Rows(rows)) if rows.is_empty() => {
                    return Err(wrong(format!(
                        "has no values for its variable `{name}`; name them by `MetadataBuf::with_values_of`"
                    )));
                }
                Some(Holds::Rows(rows)) => listed(rows, part, value)
                    .ok_or_else(|| wrong(format!("has no such value of its variable `{name}`")))?,
                Some(Holds::Any(_)) | None => value,
            };
            let is_listed = holds.is_some_and(|variable| matches!(variable.holds, Holds::Rows(_)));
            let checked = Value::new(value, place, is_listed);
            let value =
                checked.map_err(|reason| wrong(format!("can't take this value of `{name}`: {reason}")))?;
            variables.push((full_name, value));
        }
        match values.iter().find(|(name, _)| !used.contains(name)) {
            Some((name, _)) => Err(wrong(format!("has no variable {}", Quoted(name)))),
            None => Ok(Self { metadata, variables }),
        }
    }
}

impl AnyAuth {
    /// A public client (RFC 6749 section 2.1).
    pub fn new(id: impl Into<String>) -> Self {
        ClientId::new(id).into()
    }

    /// A confidential client.
    pub fn with_secret(id: impl Into<String>, secret: impl Into<String>) -> Self {
        ClientSecret::new(id, secret).into()
    }
}

impl From<ClientId> for AnyAuth {
    fn from(id: ClientId) -> Self {
        Self(Either::Id(id))
    }
}

impl From<ClientSecret> for AnyAuth {
    fn from(secret: ClientSecret) -> Self {
        Self(Either::Secret(secret))
    }
}

impl sealed::Sealed for AnyAuth {}
impl Credential for AnyAuth {
    fn into_credentials(self) -> Credentials {
        match self.0 {
            Either::Id(id) => id.into_credentials(),
            Either::Secret(secret) => secret.into_credentials(),
        }
    }
}

impl Provider for Dynamic {
    type Auth = AnyAuth;
    type Extra = Members;
    type TokenDetails = Members;

    fn metadata(&self) -> &'static Metadata {
        self.metadata
    }

    fn variables(&self, variables: &mut Variables) {
        for (name, value) in &self.variables {
            variables.set_checked(name, &value.0);
        }
    }
}

// Messages about other providers need not mention this one.
#[diagnostic::do_not_recommend]
impl<G> Supports<G, AnyAuth> for Dynamic {}
#[diagnostic::do_not_recommend]
impl<E> HasEndpoint<E> for Dynamic {}
impl RevokedBy<Dynamic> for AccessToken<Dynamic> {}
impl RevokedBy<Dynamic> for RefreshToken<Dynamic> {}
impl Accepts<AnyAuth> for Dynamic {}
impl CustomScopes for Dynamic {}
#[diagnostic::do_not_recommend]
impl<P: Accepts<Self>> AuthenticatesTo<P> for AnyAuth {}

/// A value that was checked for its place.
#[derive(Clone)]
struct Value(Box<str>);

impl Value {
    fn new(value: &str, place: Place, is_listed: bool) -> Result<Self, String> {
        let checked = match place {
            _ if is_listed && place.fits(value) => Ok(()),
            Place::HostLabel => HostLabel::new(value).map(drop),
            Place::PathPrefix => PathPrefix::new(value).map(drop),
            Place::Segment => Segment::new(value).map(drop),
            Place::Host => Host::new(value).map(drop),
            Place::Text => Ok(()),
            Place::HostSuffix => {
                return Err("the end of a host is one of few, which are not known".to_owned());
            }
        };
        checked.map(|()| Self(value.into())).map_err(|error| error.to_string())
    }
}

/// The literal called `part` of the row in which `value` stands.
fn listed<'r>(rows: &'r [Vec<(String, String)>], part: &str, value: &str) -> Option<&'r str> {
    // What several rows have names none of them.
    let mut named = rows.iter().filter(|row| row.iter().any(|(_, literal)| literal == value));
    let row = named.next().filter(|_| named.next().is_none())?;
    row.iter().find(|(name, _)| name == part).map(|(_, literal)| literal.as_str())
}

/// The names of the variables only: a value may be a key.
impl fmt::Debug for Dynamic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.variables.iter().map(|(name, _)| name).collect();
        f.debug_struct("Dynamic").field("name", &self.metadata.name).field("variables", &names).finish()
    }
}
