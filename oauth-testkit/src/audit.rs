//! [`Event`]: what the server received, issued and refused. Secrets never print.

use crate::parameters;
use crate::routes::Endpoint;
use http::{HeaderMap, Method, Request, header};
use oauth_core::metadata::{ClientAuth, GrantType, Metadata, StateCarrier, TokenCarrier};
use std::fmt;
use std::sync::Arc;

/// One entry of the audit log.
///
/// It prints as a line for people, without secrets; [`Received::parameter`] has their values.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Event {
    /// A request came.
    Request(Received),
    /// The resource owner approved, and a code was issued.
    #[non_exhaustive]
    Approved {
        /// The client that asked.
        client_id: String,
        /// Who approved.
        subject: String,
        /// The granted scopes.
        scope: Vec<String>,
    },
    /// The resource owner denied.
    #[non_exhaustive]
    Denied {
        /// The client that asked.
        client_id: String,
    },
    /// Tokens were issued.
    #[non_exhaustive]
    Issued {
        /// By which grant.
        grant: GrantType,
        /// To which client.
        client_id: String,
        /// For whom; `None` for the client itself.
        subject: Option<String>,
        /// With which scopes.
        scope: Vec<String>,
        /// The access token.
        access_token: TokenId,
        /// The refresh token, if a new one was issued.
        refresh_token: Option<TokenId>,
    },
    /// Access tokens were prolonged.
    #[non_exhaustive]
    Extended {
        /// For which client.
        client_id: String,
        /// The access tokens.
        tokens: Vec<TokenId>,
    },
    /// A request was refused.
    #[non_exhaustive]
    Refused {
        /// By which endpoint.
        endpoint: Endpoint,
        /// The error code.
        error: String,
        /// What was wrong.
        reason: String,
    },
    /// A token was revoked.
    Revoked(TokenId),
    /// Every token of one authorization was revoked.
    #[non_exhaustive]
    FamilyRevoked {
        /// The tokens that were good until then.
        tokens: Vec<TokenId>,
        /// What gave rise to it.
        reason: &'static str,
    },
}

/// The name of a token in the log: the number of tokens issued before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TokenId(pub(crate) usize);

/// A request as it came. It prints without secrets.
#[derive(Clone)]
pub struct Received {
    endpoint: Endpoint,
    method: Method,
    path: String,
    headers: HeaderMap,
    parameters: Vec<(String, String)>,
    secret: Arc<[String]>,
}

/// The standard parameters whose values never print.
const SECRET: &[&str] = &[
    "access_token",
    "assertion",
    "client_secret",
    "code",
    "code_verifier",
    "password",
    "refresh_token",
    "state",
    "ticket",
    "token",
];

/// The names that the secret parameters have at this provider, their standard ones among them.
pub(crate) fn secret_names(metadata: &Metadata) -> Vec<String> {
    let mut names: Vec<String> = SECRET.iter().map(|name| (*name).to_owned()).collect();
    let formats =
        [&metadata.authorization_request, &metadata.revocation_request, &metadata.introspection_request];
    for format in formats.into_iter().chain(metadata.grants.iter().map(|grant| &grant.request)) {
        let renamed = format.rename.iter().filter(|(standard, _)| SECRET.contains(standard));
        names.extend(renamed.map(|(_, wire)| (*wire).to_owned()));
    }
    let methods = metadata.grants.iter().flat_map(|grant| grant.client_auth).chain(metadata.client_auth);
    names.extend(methods.filter_map(|method| match method {
        ClientAuth::ClientSecretDigest(digest) => Some(digest.parameter.to_owned()),
        _ => None,
    }));
    if let TokenCarrier::Query(name) = metadata.bearer.carrier {
        names.push(name.to_owned());
    }
    if metadata.state == StateCarrier::InRedirectUri {
        names.push("redirect_uri".to_owned());
    }
    names
}

impl Received {
    pub(crate) fn new(endpoint: Endpoint, request: &Request<Vec<u8>>, secret: &Arc<[String]>) -> Self {
        Self {
            endpoint,
            method: request.method().clone(),
            path: request.uri().path().to_owned(),
            headers: request.headers().clone(),
            parameters: parameters::all(request),
            secret: Arc::clone(secret),
        }
    }

    /// The endpoint that it was for.
    pub fn endpoint(&self) -> Endpoint {
        self.endpoint
    }

    /// Its method.
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// Its path.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Its headers, with their secrets.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The first value of a parameter in query or body, also of a secret one.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// All parameters of query and body in their order, with their secrets.
    pub fn parameters(&self) -> &[(String, String)] {
        &self.parameters
    }
}

impl fmt::Display for Received {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method, self.path)?;
        if let Some(value) = self.headers.get(header::AUTHORIZATION) {
            let scheme = value.to_str().ok().and_then(|value| value.split(' ').next()).unwrap_or("?");
            write!(f, " ({scheme})")?;
        }
        for (position, (name, value)) in self.parameters.iter().enumerate() {
            let value = if self.secret.contains(name) { "[redacted]" } else { value };
            write!(f, "{} {name}={value}", if position == 0 { ":" } else { "," })?;
        }
        Ok(())
    }
}

impl fmt::Debug for Received {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Received({self})")
    }
}

impl fmt::Display for TokenId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}

impl fmt::Display for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Request(received) => received.fmt(f),
            Self::Approved { client_id, subject, scope } => {
                write!(f, "{subject} approved {client_id} for {scope:?}")
            }
            Self::Denied { client_id } => write!(f, "{client_id} was denied"),
            Self::Issued { grant, client_id, subject, scope, access_token, refresh_token } => {
                let subject = subject.as_deref().unwrap_or(client_id);
                write!(f, "issued {access_token}")?;
                if let Some(refresh_token) = refresh_token {
                    write!(f, " and {refresh_token}")?;
                }
                write!(f, " to {client_id} for {subject} by {} with {scope:?}", grant.as_str())
            }
            Self::Refused { error, reason, .. } => write!(f, "refused with {error}: {reason}"),
            Self::Revoked(token) => write!(f, "revoked {token}"),
            Self::Extended { client_id, tokens } => {
                f.write_str("extended")?;
                for token in tokens {
                    write!(f, " {token}")?;
                }
                write!(f, " for {client_id}")
            }
            Self::FamilyRevoked { tokens, reason } => {
                f.write_str("revoked")?;
                for token in tokens {
                    write!(f, " {token}")?;
                }
                write!(f, ": {reason}")
            }
        }
    }
}
