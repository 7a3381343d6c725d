//! Which endpoint a request is for. All endpoints share one address, so path, query and method tell
//! them apart.

use crate::server::StartError;
use http::{Method, Uri};
use oauth_core::Endpoints;
use oauth_core::metadata::{self, Metadata};

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
    /// The revocation endpoint (RFC 7009).
    Revocation,
    /// The introspection endpoint (RFC 7662).
    Introspection,
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
    pub(crate) fn new(metadata: &Metadata, endpoints: &Endpoints) -> Result<Self, StartError> {
        let post: &[metadata::Method] = &[metadata::Method::Post];
        let declared = [
            (Endpoint::Authorization, endpoints.authorization(), metadata.authorization_request.method),
            (Endpoint::Token, endpoints.token(), post),
            (Endpoint::Revocation, endpoints.revocation(), metadata.revocation_request.method),
            (Endpoint::Introspection, endpoints.introspection(), metadata.introspection_request.method),
        ];
        let mut routes: Vec<Route> = Vec::new();
        for (endpoint, url, methods) in declared {
            let Some(url) = url else { continue };
            let route = Route::new(endpoint, url, methods);
            if let Some(other) = routes.iter().find(|other| other.is_mistaken_for(&route)) {
                return Err(StartError::Ambiguous(other.endpoint, route.endpoint));
            }
            routes.push(route);
        }
        let api_base = endpoints.api_base().map(|url| parse(url).0.trim_end_matches('/').to_owned());
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
        let methods = methods
            .iter()
            .map(|method| match method {
                metadata::Method::Get => Method::GET,
                _ => Method::POST,
            })
            .collect();
        Self { endpoint, path, query, methods }
    }

    fn is_at(&self, uri: &Uri) -> bool {
        let query = pairs(uri.query().unwrap_or_default());
        self.path == uri.path() && self.query.iter().all(|pair| query.contains(pair))
    }

    fn is_mistaken_for(&self, other: &Self) -> bool {
        let nested = |a: &Self, b: &Self| a.query.iter().all(|pair| b.query.contains(pair));
        self.path == other.path
            && (nested(self, other) || nested(other, self))
            && self.methods.iter().any(|method| other.methods.contains(method))
    }
}

/// Path and query of a URL. A declared URL was parsed before, so that the rest can't happen.
fn parse(url: &str) -> (String, Vec<(String, String)>) {
    let uri: Uri = url.parse().unwrap_or_default();
    (uri.path().to_owned(), pairs(uri.query().unwrap_or_default()))
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
