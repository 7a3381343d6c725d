//! The endpoints of one provider value: templates with their variables filled in.

use crate::error::Error;
use crate::metadata::{GrantType, Metadata};
use crate::provider::Provider;
use crate::url_variable::{check_host, check_labels, check_path_prefix, check_segment};
use crate::variables::Variables;
use crate::wire::form::{self, Value};
use http::Uri;
use std::borrow::Cow;
use std::fmt;
use std::net::SocketAddr;
use std::sync::OnceLock;

/// The URLs of one provider, with the values of its variables in place.
#[derive(Debug, Clone)]
pub struct Endpoints {
    issuer: Option<Box<str>>,
    /// The issuer as most callbacks write it, made when it is first needed.
    encoded_issuer: OnceLock<Box<str>>,
    authorization: Option<Endpoint>,
    token: Option<Endpoint>,
    refresh: Option<Endpoint>,
    long_lived_token: Option<Endpoint>,
    /// These two may hold the client's identifier. One that does not fit costs no other request.
    revocation: Option<Result<Endpoint, InvalidEndpoint>>,
    introspection: Option<Result<Endpoint, InvalidEndpoint>>,
    userinfo: Option<Endpoint>,
    api_base: Option<Endpoint>,
}

#[derive(Debug, Clone)]
pub(crate) struct Endpoint {
    pub(crate) text: Box<str>,
    pub(crate) uri: Uri,
}

/// Why the endpoints of a provider can't be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidEndpoint {
    template: &'static str,
    reason: Box<str>,
}

impl Endpoints {
    /// The endpoints of this provider value. `{client_id}` stays as it is, since no client is known.
    ///
    /// # Errors
    ///
    /// A hand-written [`UrlVariable`](crate::UrlVariable) gave a value that does not fit its place. In a
    /// revocation or introspection endpoint alone it shows at the request that needs it.
    pub fn of<P: Provider>(provider: &P) -> Result<Self, InvalidEndpoint> {
        let mut variables = Variables::default();
        provider.variables(&mut variables);
        Self::expand(provider.metadata(), &variables, "{client_id}")
    }

    pub(crate) fn expand(
        metadata: &Metadata,
        variables: &Variables,
        client_id: &str,
    ) -> Result<Self, InvalidEndpoint> {
        let endpoint = |template: Option<&'static str>| {
            template.map(|template| expand(template, variables, client_id)).transpose()
        };
        let with_client_id =
            |template: Option<&'static str>| template.map(|template| expand(template, variables, client_id));
        Ok(Self {
            issuer: endpoint(metadata.issuer)?.map(|endpoint| endpoint.text),
            encoded_issuer: OnceLock::new(),
            authorization: endpoint(metadata.authorization_endpoint)?,
            token: endpoint(metadata.token_endpoint)?,
            refresh: endpoint(metadata.refresh_endpoint)?,
            long_lived_token: endpoint(metadata.long_lived_token_endpoint)?,
            revocation: with_client_id(metadata.revocation_endpoint),
            introspection: with_client_id(metadata.introspection_endpoint),
            userinfo: endpoint(metadata.userinfo_endpoint)?,
            api_base: endpoint(metadata.api_base)?,
        })
    }

    /// The same paths at a loopback address. The issuer stays, since it is a name.
    pub(crate) fn at_loopback(&self, address: SocketAddr) -> Self {
        let moved = |endpoint: &Option<Endpoint>| {
            endpoint.as_ref().and_then(|endpoint| endpoint.at_loopback(address))
        };
        let with_client_id = |endpoint: &Option<Result<Endpoint, InvalidEndpoint>>| match endpoint {
            Some(Ok(endpoint)) => endpoint.at_loopback(address).map(Ok),
            other => other.clone(),
        };
        Self {
            issuer: self.issuer.clone(),
            encoded_issuer: self.encoded_issuer.clone(),
            authorization: moved(&self.authorization),
            token: moved(&self.token),
            refresh: moved(&self.refresh),
            long_lived_token: moved(&self.long_lived_token),
            revocation: with_client_id(&self.revocation),
            introspection: with_client_id(&self.introspection),
            userinfo: moved(&self.userinfo),
            api_base: moved(&self.api_base),
        }
    }

    /// The issuer identifier.
    pub fn issuer(&self) -> Option<&str> {
        self.issuer.as_deref()
    }

    /// The issuer identifier for a comparison.
    pub(crate) fn issuer_value(&self) -> Option<Value<'_>> {
        let issuer = self.issuer()?;
        Some(Value::new(issuer, Some(self.encoded_issuer.get_or_init(|| form::encoded(issuer)))))
    }

    /// The authorization endpoint.
    pub fn authorization(&self) -> Option<&str> {
        self.authorization.as_ref().map(|endpoint| &*endpoint.text)
    }

    /// The token endpoint.
    pub fn token(&self) -> Option<&str> {
        self.token.as_ref().map(|endpoint| &*endpoint.text)
    }

    /// Where tokens are refreshed, if that is not the token endpoint.
    pub fn refresh(&self) -> Option<&str> {
        self.refresh.as_ref().map(|endpoint| &*endpoint.text)
    }

    /// Where access tokens are exchanged for long-lived ones, if that is not the token endpoint.
    pub fn long_lived_token(&self) -> Option<&str> {
        self.long_lived_token.as_ref().map(|endpoint| &*endpoint.text)
    }

    /// The revocation endpoint; `None`, too, if the client's identifier does not fit into its path, which
    /// the revocation request then says.
    pub fn revocation(&self) -> Option<&str> {
        self.revocation.as_ref()?.as_ref().ok().map(|endpoint| &*endpoint.text)
    }

    /// The introspection endpoint; `None`, too, if the client's identifier does not fit into its path,
    /// which the introspection request then says.
    pub fn introspection(&self) -> Option<&str> {
        self.introspection.as_ref()?.as_ref().ok().map(|endpoint| &*endpoint.text)
    }

    /// The endpoint that describes the resource owner.
    pub fn userinfo(&self) -> Option<&str> {
        self.userinfo.as_ref().map(|endpoint| &*endpoint.text)
    }

    /// The beginning of every URL of the API.
    pub fn api_base(&self) -> Option<&str> {
        self.api_base.as_ref().map(|endpoint| &*endpoint.text)
    }

    /// Host and port of the token endpoint.
    pub(crate) fn token_host(&self) -> Option<&str> {
        self.token.as_ref()?.uri.authority().map(|authority| authority.as_str())
    }

    /// Where the token request of a grant goes.
    pub(crate) fn of_grant(&self, grant_type: GrantType) -> Option<&Endpoint> {
        let own = match grant_type {
            GrantType::REFRESH_TOKEN | GrantType::ACCESS_TOKEN_REFRESH | GrantType::TOKEN_EXTENSION => {
                self.refresh.as_ref()
            }
            GrantType::LONG_LIVED_TOKEN => self.long_lived_token.as_ref(),
            _ => None,
        };
        own.or(self.token.as_ref())
    }

    pub(crate) fn revocation_endpoint(&self) -> Option<Result<&Endpoint, Error>> {
        self.revocation.as_ref().map(usable)
    }

    pub(crate) fn introspection_endpoint(&self) -> Option<Result<&Endpoint, Error>> {
        self.introspection.as_ref().map(usable)
    }

    pub(crate) fn userinfo_endpoint(&self) -> Option<&Endpoint> {
        self.userinfo.as_ref()
    }

    pub(crate) fn api_endpoint(&self) -> Option<&Endpoint> {
        self.api_base.as_ref()
    }
}

fn usable(endpoint: &Result<Endpoint, InvalidEndpoint>) -> Result<&Endpoint, Error> {
    endpoint.as_ref().map_err(|error| Error::configuration(error.to_string()))
}

impl Endpoint {
    /// The same path at this address.
    pub(crate) fn at_loopback(&self, address: SocketAddr) -> Option<Self> {
        let path = self.uri.path_and_query().map_or("/", |path| path.as_str());
        let text = format!("http://{address}{path}");
        Some(Self { uri: text.parse().ok()?, text: text.into_boxed_str() })
    }
}

/// Fills a template in, and then reads the URL again: host and number of segments must be those of
/// the template, whatever the variables hold.
fn expand(
    template: &'static str,
    variables: &Variables,
    client_id: &str,
) -> Result<Endpoint, InvalidEndpoint> {
    let invalid = |reason: String| InvalidEndpoint { template, reason: reason.into_boxed_str() };
    let rest =
        template.strip_prefix("https://").ok_or_else(|| invalid("it is not an https URL".to_owned()))?;
    let (host, path) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
    // `{host}{path}/…`: the second variable is the beginning of the path.
    let (host, prefix) = host.split_at(host.find("}{").map_or(host.len(), |brace| brace.saturating_add(1)));
    refuse_misfits(template, variables).map_err(invalid)?;
    let value = |name: &str| variables.get(name);
    let host = fill(host, value, |value| check_labels(value).is_ok()).map_err(invalid)?;
    if host.split(':').next().is_none_or(|name| check_host(name).is_err()) {
        return Err(invalid("its host is not a host name".to_owned()));
    }
    let value = |name: &str| if name == "client_id" { Some(client_id) } else { variables.get(name) };
    let fits = |value: &str| check_segment(value).is_ok() || value == "{client_id}";
    let prefix = fill(prefix, value, |value| check_path_prefix(value).is_ok()).map_err(invalid)?;
    let path = fill(path, value, fits).map_err(invalid)?;
    let path = if prefix.is_empty() { path } else { Cow::Owned([prefix, path].concat()) };
    let text = format!("https://{host}{path}");
    let uri: Uri = text.parse().map_err(|_| invalid("it is not a URL".to_owned()))?;
    let parsed_host = uri.authority().map(|authority| authority.as_str());
    let parsed_path = uri.path_and_query().map_or("", |path| path.as_str());
    if parsed_host != Some(&*host) || parsed_path.trim_start_matches('/') != path.trim_start_matches('/') {
        return Err(invalid("a variable changes the host or the path".to_owned()));
    }
    Ok(Endpoint { text: text.into_boxed_str(), uri })
}

/// Each value is one that the type of its place would take.
fn refuse_misfits(template: &str, variables: &Variables) -> Result<(), String> {
    let names = template.split('{').skip(1).filter_map(|part| part.split('}').next());
    for name in names {
        if let Some(reason) = variables.misfit(name) {
            return Err(format!("the value of `{name}` does not fit its place: {reason}"));
        }
    }
    Ok(())
}

fn fill<'v, 't>(
    template: &'t str,
    value: impl Fn(&str) -> Option<&'v str>,
    fits: fn(&str) -> bool,
) -> Result<Cow<'t, str>, String> {
    if !template.contains('{') {
        return Ok(Cow::Borrowed(template));
    }
    let mut filled = String::with_capacity(template.len().saturating_add(32));
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else {
            return Err("a `{` without its `}`".to_owned());
        };
        let value = value(name).ok_or_else(|| format!("the variable `{name}` has no value"))?;
        if !fits(value) {
            return Err(format!("the value of `{name}` does not fit its place"));
        }
        filled.push_str(before);
        filled.push_str(value);
        rest = after;
    }
    filled.push_str(rest);
    Ok(Cow::Owned(filled))
}

impl fmt::Display for InvalidEndpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` does not expand to an endpoint: {}", self.template, self.reason)
    }
}

impl std::error::Error for InvalidEndpoint {}

#[cfg(test)]
mod tests;
