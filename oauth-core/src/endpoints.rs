//! The endpoints of one provider value: templates with their variables filled in.

use crate::error::Error;
use crate::metadata::{GrantType, Metadata};
use crate::provider::Provider;
use crate::url_variable::{Variables, check_host, check_labels, check_path_prefix, check_segment};
use http::Uri;
use std::borrow::Cow;
use std::fmt;
use std::net::SocketAddr;

/// The URLs of one provider, with the values of its variables in place.
#[derive(Debug, Clone)]
pub struct Endpoints {
    issuer: Option<Box<str>>,
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
            GrantType::REFRESH_TOKEN | GrantType::ACCESS_TOKEN_REFRESH => self.refresh.as_ref(),
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
mod tests {
    use super::*;
    use crate::url_variable::{Host, HostLabel, HostSuffix, PathPrefix, Place, Segment, Text, UrlVariable};

    struct Careless(&'static str);

    impl<P: Place> UrlVariable<P> for Careless {
        fn url_value(&self) -> &str {
            self.0
        }
    }

    /// Without the rules of a place, only with those of a URL.
    fn expand(template: &'static str, value: &'static str) -> Option<String> {
        expand_at::<Text>(template, value)
    }

    fn expand_at<P: Place>(template: &'static str, value: &'static str) -> Option<String> {
        let mut variables = Variables::default();
        variables.set::<P, _>("v", &Careless(value));
        super::expand(template, &variables, "id").ok().map(|endpoint| endpoint.text.into())
    }

    #[test]
    fn a_client_id_fills_one_segment() {
        let metadata = Metadata {
            revocation_endpoint: Some("https://x.example/applications/{client_id}/token"),
            ..Metadata::DEFAULT
        };
        let expand = |id| Endpoints::expand(&metadata, &Variables::default(), id);
        assert_eq!(
            expand("Iv1.8a61f9b3").unwrap().revocation(),
            Some("https://x.example/applications/Iv1.8a61f9b3/token")
        );
        assert_eq!(
            expand("{client_id}").unwrap().revocation(),
            Some("https://x.example/applications/{client_id}/token")
        );
        for id in ["", "..", "a/b", "a?b", "a#b", "a b", "{client}"] {
            let endpoints = expand(id).unwrap();
            assert_eq!(endpoints.revocation(), None, "{id:?}");
            let error = endpoints.revocation_endpoint().unwrap().unwrap_err().to_string();
            assert!(error.contains("the value of `client_id` does not fit its place"), "{error}");
        }
    }

    #[test]
    fn each_endpoint_has_its_place() {
        let metadata = Metadata {
            issuer: Some("https://x.example/0"),
            authorization_endpoint: Some("https://x.example/1"),
            token_endpoint: Some("https://x.example/2"),
            refresh_endpoint: Some("https://x.example/3"),
            long_lived_token_endpoint: Some("https://x.example/4"),
            revocation_endpoint: Some("https://x.example/5"),
            introspection_endpoint: Some("https://x.example/6"),
            userinfo_endpoint: Some("https://x.example/7"),
            api_base: Some("https://x.example/8"),
            ..Metadata::DEFAULT
        };
        let check = |endpoints: &Endpoints, issuer: &str, start: &str| {
            assert_eq!(endpoints.issuer(), Some(issuer));
            let public = [
                endpoints.authorization(),
                endpoints.token(),
                endpoints.refresh(),
                endpoints.long_lived_token(),
                endpoints.revocation(),
                endpoints.introspection(),
                endpoints.userinfo(),
                endpoints.api_base(),
            ];
            for (at, found) in public.into_iter().enumerate() {
                assert_eq!(found, Some(&*format!("{start}/{}", at + 1)));
            }
            let own = [
                endpoints.revocation_endpoint().map(Result::unwrap),
                endpoints.introspection_endpoint().map(Result::unwrap),
                endpoints.userinfo_endpoint(),
                endpoints.api_endpoint(),
            ];
            for (found, at) in own.into_iter().zip(5..) {
                assert_eq!(found.unwrap().uri.to_string(), format!("{start}/{at}"));
                assert_eq!(&*found.unwrap().text, format!("{start}/{at}"));
            }
        };
        let endpoints = Endpoints::expand(&metadata, &Variables::default(), "id").unwrap();
        check(&endpoints, "https://x.example/0", "https://x.example");
        let moved = endpoints.at_loopback("[::1]:8080".parse().unwrap());
        check(&moved, "https://x.example/0", "http://[::1]:8080");
        let none = Endpoints::expand(&Metadata::DEFAULT, &Variables::default(), "id").unwrap();
        assert_eq!((none.issuer(), none.token(), none.userinfo()), (None, None, None));
    }

    #[test]
    fn each_grant_has_its_endpoint() {
        let metadata = Metadata {
            token_endpoint: Some("https://x.example/t"),
            refresh_endpoint: Some("https://x.example/r"),
            ..Metadata::DEFAULT
        };
        let endpoints = Endpoints::expand(&metadata, &Variables::default(), "id").unwrap();
        let of = |grant_type| endpoints.of_grant(grant_type).map(|endpoint| &*endpoint.text);
        for (grant_type, url) in [
            (GrantType::AUTHORIZATION_CODE, "https://x.example/t"),
            (GrantType::LONG_LIVED_TOKEN, "https://x.example/t"),
            (GrantType::REFRESH_TOKEN, "https://x.example/r"),
            (GrantType::ACCESS_TOKEN_REFRESH, "https://x.example/r"),
        ] {
            assert_eq!(of(grant_type), Some(url), "{grant_type:?}");
        }
    }

    #[test]
    fn variables_fill_their_places() {
        assert_eq!(
            expand("https://{v}.example.com/t", "acme").as_deref(),
            Some("https://acme.example.com/t")
        );
        assert_eq!(expand("https://auth.{v}/t", "ebay.com").as_deref(), Some("https://auth.ebay.com/t"));
        assert_eq!(
            expand("https://x.example/{v}/t?a=b", "A_1").as_deref(),
            Some("https://x.example/A_1/t?a=b")
        );
        assert_eq!(expand("https://x.example", "").as_deref(), Some("https://x.example"));
    }

    #[test]
    fn a_careless_implementation_of_the_trait_changes_no_host() {
        for value in [
            "evil.com/#",
            "evil.com?",
            "a@evil.com/",
            "evil.com\\",
            "a\n",
            "",
            "\u{212a}",
            "127.0.0.1",
            "a:1",
        ] {
            assert_eq!(expand("https://{v}", value), None, "{value:?} as the host");
        }
        for value in ["evil.com/#", "a@evil.com/", "evil.com\\", "", "a\n", "-a"] {
            assert_eq!(expand("https://{v}.example.com/t", value), None, "{value:?} as a label");
        }
        for value in ["..", ".", "a/b", "%2e%2e", "?x", "#x", ""] {
            assert_eq!(expand("https://x.example/{v}/t", value), None, "{value:?} in the path");
        }
    }

    #[test]
    fn a_path_may_begin_with_a_variable() {
        let expand = |host: &'static str, path: &'static str| {
            let mut variables = Variables::default();
            variables.set::<Host, _>("host", &Careless(host));
            variables.set::<PathPrefix, _>("path", &Careless(path));
            super::expand("https://{host}{path}/t", &variables, "id").ok().map(|endpoint| endpoint.text)
        };
        assert_eq!(expand("sso.example", "").as_deref(), Some("https://sso.example/t"));
        assert_eq!(expand("sso.example", "/a/b").as_deref(), Some("https://sso.example/a/b/t"));
        for path in [".evil.com", "@evil.com", ":80", "/", "//evil.com", "/a/../b", "/a?", "/a#", "\\a", "a"]
        {
            assert_eq!(expand("sso.example", path), None, "{path}");
        }
    }

    #[test]
    fn a_value_written_by_hand_follows_the_rules_of_its_place() {
        let label = "https://{v}.example.com/t";
        assert!(expand_at::<HostLabel>(label, "acme").is_some());
        for value in ["xn--evil", "a.b", "-a"] {
            assert_eq!(expand_at::<HostLabel>(label, value), None, "{value:?} as a label");
        }
        assert!(expand_at::<HostSuffix>("https://auth.{v}/t", "ebay.com").is_some());
        assert_eq!(expand_at::<HostSuffix>("https://auth.{v}/t", "ebay..com"), None);
        assert_eq!(expand_at::<Host>("https://{v}/t", "10.0.0.1"), None);
        assert_eq!(expand_at::<Segment>("https://x.example/{v}", ".."), None);
        // A `Host` may be punycode as a whole, since its policy decides on its addresses.
        assert!(expand_at::<Host>("https://{v}/t", "xn--bcher-kva.example").is_some());
    }

    #[test]
    fn only_https_and_known_variables() {
        assert_eq!(expand("http://x.example/t", ""), None);
        assert_eq!(expand("https://{w}.example/t", "a"), None);
        assert_eq!(expand("https://{v.example/t", "a"), None);
        // Neither a fragment nor user information is a part of an endpoint.
        assert_eq!(expand("https://x.example/t#f", ""), None);
        assert_eq!(expand("https://me@x.example/t", ""), None);
        assert_eq!(expand("https://", ""), None);
        assert_eq!(expand("https:///t", ""), None);
        assert_eq!(expand("https://x.example:8443/t", "").as_deref(), Some("https://x.example:8443/t"));
    }
}
