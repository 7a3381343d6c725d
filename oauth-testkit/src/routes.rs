//! Which endpoint a request is for. All endpoints share one address, so path, query and method tell
//! them apart.

use crate::server::StartError;
use crate::template::{self, CLIENT_ID};
use http::{Method, Uri};
use oauth_core::Variables;
use oauth_core::metadata::{self, GrantMetadata, GrantType, Metadata, RequestFormat};

/// Where the consent page sends the decision: a path that no provider has.
pub(crate) const CONSENT_PATH: &str = "/.oauth-testkit/consent";

/// An endpoint of the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Endpoint {
    /// The authorization endpoint (RFC 6749 section 3.1).
    Authorization,
    /// Where the consent page sends the resource owner's decision.
    Consent,
    /// The token endpoint (RFC 6749 section 3.2).
    Token,
    /// Where tokens are refreshed, if that is not the token endpoint.
    Refresh,
    /// Where a short-lived access token becomes a long-lived one, if that is not the token endpoint.
    LongLivedToken,
    /// The revocation endpoint (RFC 7009).
    Revocation,
    /// The introspection endpoint (RFC 7662).
    Introspection,
    /// Where the resource owner is described (OpenID Connect Core section 5.3, or like it).
    Userinfo,
    /// Any path below `api_base`.
    Api,
    /// A path that the declaration does not have.
    Unknown,
}

/// A declared endpoint, as it is at the loopback address.
#[derive(Debug, Clone)]
pub(crate) struct Route {
    pub(crate) endpoint: Endpoint,
    pub(crate) path: String,
    /// The query of the declared URL, which every request repeats.
    pub(crate) query: Vec<(String, String)>,
    pub(crate) methods: Vec<Method>,
}

#[derive(Debug)]
pub(crate) struct Routes {
    declared: Vec<Route>,
    api_base: Option<String>,
}

impl Routes {
    pub(crate) fn new(metadata: &Metadata, variables: &Variables) -> Result<Self, StartError> {
        let methods = |format: &RequestFormat| format.method.to_vec();
        let tokens = |endpoint| {
            let grants =
                metadata.grants.iter().filter(|grant| endpoint_of(metadata, grant) == Some(endpoint));
            grants.flat_map(|grant| grant.request.method.first().copied()).collect()
        };
        let declared: [(_, _, Vec<metadata::Method>); 7] = [
            (
                Endpoint::Authorization,
                metadata.authorization_endpoint,
                methods(metadata.authorization_request),
            ),
            (Endpoint::Token, metadata.token_endpoint, tokens(Endpoint::Token)),
            (Endpoint::Refresh, metadata.refresh_endpoint, tokens(Endpoint::Refresh)),
            (Endpoint::LongLivedToken, metadata.long_lived_token_endpoint, tokens(Endpoint::LongLivedToken)),
            (Endpoint::Revocation, metadata.revocation_endpoint, methods(metadata.revocation_request)),
            (
                Endpoint::Introspection,
                metadata.introspection_endpoint,
                methods(metadata.introspection_request),
            ),
            (Endpoint::Userinfo, metadata.userinfo_endpoint, methods(metadata.userinfo_request)),
        ];
        let mut routes: Vec<Route> = Vec::new();
        for (endpoint, url, methods) in declared {
            let Some(url) = url else { continue };
            let route = Route::new(endpoint, &template::fill(url, variables, CLIENT_ID), &methods);
            if let Some(other) = routes.iter().find(|other| other.is_mistaken_for(&route)) {
                return Err(StartError::Ambiguous(other.endpoint, route.endpoint));
            }
            routes.push(route);
        }
        let learnt = metadata.learnt_api_base().map(|base| base.path.to_owned());
        let fixed = metadata.api_base.map(|url| parse(&template::fill(url, variables, CLIENT_ID)).0);
        let api_base = fixed.or(learnt).map(|path| path.trim_end_matches('/').to_owned());
        Ok(Self { declared: routes, api_base })
    }

    /// The route of a request. Where only the method is wrong, the route whose method it is not.
    pub(crate) fn find(&self, method: &Method, uri: &Uri) -> Route {
        let here = || self.declared.iter().filter(|route| route.is_at(uri));
        if let Some(route) = here().find(|route| route.methods.contains(method)).or_else(|| here().next()) {
            return route.clone();
        }
        let path = uri.path();
        let is_api = self.api_base.as_deref().and_then(|base| path.strip_prefix(base));
        let (endpoint, methods) = match is_api {
            _ if path == CONSENT_PATH => (Endpoint::Consent, vec![Method::POST]),
            Some(rest) if rest.is_empty() || rest.starts_with('/') => (Endpoint::Api, vec![method.clone()]),
            _ => (Endpoint::Unknown, vec![method.clone()]),
        };
        Route { endpoint, path: path.to_owned(), query: Vec::new(), methods }
    }
}

impl Route {
    fn new(endpoint: Endpoint, url: &str, methods: &[metadata::Method]) -> Self {
        let (path, query) = parse(url);
        let mut known: Vec<Method> = Vec::new();
        for method in methods.iter().map(|method| http_method(*method)) {
            if !known.contains(&method) {
                known.push(method);
            }
        }
        Self { endpoint, path, query, methods: known }
    }

    fn is_at(&self, uri: &Uri) -> bool {
        let query = pairs(uri.query().unwrap_or_default());
        self.is_path(uri.path()) && self.query.iter().all(|pair| query.contains(pair))
    }

    fn is_path(&self, path: &str) -> bool {
        if !self.path.contains(CLIENT_ID) {
            return self.path == path;
        }
        let (declared, sent): (Vec<_>, Vec<_>) = (self.path.split('/').collect(), path.split('/').collect());
        let mut pairs = declared.iter().zip(&sent);
        declared.len() == sent.len()
            && pairs.all(|(declared, sent)| declared == sent || *declared == CLIENT_ID)
    }

    /// What stands for `{client_id}` in the path, where the declaration has it there.
    pub(crate) fn client_id(&self, uri: &Uri) -> Option<String> {
        let position = self.path.split('/').position(|segment| segment == CLIENT_ID)?;
        let segment = uri.path().split('/').nth(position)?;
        // Decoded like a query, but that a plus sign is one here.
        let encoded = format!("v={}", segment.replace('+', "%2B"));
        form_urlencoded::parse(encoded.as_bytes()).next().map(|(_, value)| value.into_owned())
    }

    fn is_mistaken_for(&self, other: &Self) -> bool {
        let nested = |a: &Self, b: &Self| a.query.iter().all(|pair| b.query.contains(pair));
        self.path == other.path
            && (nested(self, other) || nested(other, self))
            && self.methods.iter().any(|method| other.methods.contains(method))
    }
}

/// A method of a declaration.
pub(crate) fn http_method(method: metadata::Method) -> Method {
    match method {
        metadata::Method::Get => Method::GET,
        metadata::Method::Delete => Method::DELETE,
        _ => Method::POST,
    }
}

/// The endpoint to which the request of a grant goes; none for the implicit grant, which has none.
pub(crate) fn endpoint_of(metadata: &Metadata, grant: &GrantMetadata) -> Option<Endpoint> {
    match grant.grant_type {
        GrantType::IMPLICIT => None,
        GrantType::REFRESH_TOKEN | GrantType::ACCESS_TOKEN_REFRESH | GrantType::TOKEN_EXTENSION
            if metadata.refresh_endpoint.is_some() =>
        {
            Some(Endpoint::Refresh)
        }
        GrantType::LONG_LIVED_TOKEN if metadata.long_lived_token_endpoint.is_some() => {
            Some(Endpoint::LongLivedToken)
        }
        _ => Some(Endpoint::Token),
    }
}

/// Path and query of an absolute URL. `{client_id}` is not a character of a `Uri`, so it is cut by hand.
fn parse(url: &str) -> (String, Vec<(String, String)>) {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = rest.find(['/', '?']).and_then(|start| rest.get(start..)).unwrap_or_default();
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    (if path.is_empty() { "/" } else { path }.to_owned(), pairs(query))
}

fn pairs(query: &str) -> Vec<(String, String)> {
    form_urlencoded::parse(query.as_bytes()).into_owned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn route(endpoint: Endpoint, url: &str, methods: &[metadata::Method]) -> Route {
        Route::new(endpoint, url, methods)
    }

    fn routes() -> Routes {
        let (get, post) = (&[metadata::Method::Get][..], &[metadata::Method::Post][..]);
        Routes {
            declared: vec![
                route(Endpoint::Token, "https://x.example/v1/token", post),
                route(Endpoint::Introspection, "https://x.example/v1/token", get),
                route(Endpoint::Revocation, "https://x.example/v1?step=revoke", post),
            ],
            api_base: Some("/v1".to_owned()),
        }
    }

    #[test]
    fn path_query_and_method_tell_endpoints_apart() {
        let found = |method: Method, uri: &str| routes().find(&method, &uri.parse().unwrap()).endpoint;
        assert_eq!(found(Method::POST, "/v1/token"), Endpoint::Token);
        assert_eq!(found(Method::GET, "/v1/token?a=b"), Endpoint::Introspection);
        assert_eq!(found(Method::PUT, "/v1/token"), Endpoint::Token);
        assert_eq!(found(Method::POST, "/v1?step=revoke"), Endpoint::Revocation);
        assert_eq!(found(Method::POST, "/v1?step=other"), Endpoint::Api);
        assert_eq!(found(Method::GET, "/v1/token/more"), Endpoint::Api);
        assert_eq!(found(Method::GET, "/v12"), Endpoint::Unknown);
        assert_eq!(found(Method::GET, CONSENT_PATH), Endpoint::Consent);
    }

    #[test]
    fn a_client_in_the_path() {
        let post = &[metadata::Method::Post][..];
        let route = route(Endpoint::Revocation, "https://x.example/apps/{client_id}/token", post);
        let at = |path: &str| path.parse().map(|uri| (route.is_at(&uri), route.client_id(&uri))).unwrap();
        assert_eq!(at("/apps/a%20b+c/token"), (true, Some("a b+c".to_owned())));
        assert!(!at("/apps/a/b/token").0 && !at("/apps/token").0 && !at("/apps/a/tokens").0);
    }

    #[test]
    fn what_can_be_mistaken() {
        let post = &[metadata::Method::Post][..];
        let token = route(Endpoint::Token, "https://a.example/x?step=1", post);
        let mistaken = |url: &str, methods: &[metadata::Method]| {
            token.is_mistaken_for(&route(Endpoint::Revocation, url, methods))
        };
        assert!(mistaken("https://b.example/x?step=1", post));
        assert!(mistaken("https://b.example/x", post));
        assert!(!mistaken("https://b.example/x?step=2", post));
        assert!(!mistaken("https://b.example/x?step=1", &[metadata::Method::Get]));
        assert!(!mistaken("https://b.example/y?step=1", post));
    }
}
