//! Providers as data, for what has no grammar here: a `Metadata`, and a shop in the host.

use crate::by_hand::{parameters, url};
use oauth_core::http::{Method, Request, header};
use oauth_core::metadata::{ClientAuth, GrantMetadata, GrantType, Metadata, RequestFormat};
use oauth_core::{ClientSecret, HostLabel, NoExtra, Provider, Variables};
use oauth_testkit::AuthorizationServer;

/// A provider that is its metadata.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Declared(pub(crate) &'static Metadata);

impl Provider for Declared {
    type Auth = ClientSecret;
    type Extra = NoExtra;
    type TokenDetails = NoExtra;

    fn metadata(&self) -> &'static Metadata {
        self.0
    }

    fn variables(&self, variables: &mut Variables) {
        variables.set::<HostLabel, _>("shop", &HostLabel::new("acme").unwrap());
    }
}

pub(crate) const POST_AUTH: &[ClientAuth] = &[ClientAuth::ClientSecretPost];

pub(crate) const BASE: Metadata = Metadata {
    name: "Declared",
    authorization_endpoint: Some("https://{shop}.example/authorize"),
    token_endpoint: Some("https://{shop}.example/token"),
    client_auth: POST_AUTH,
    grants: &[GrantMetadata::new(GrantType::AUTHORIZATION_CODE, POST_AUTH), OWN],
    ..Metadata::DEFAULT
};

pub(crate) const OWN: GrantMetadata = GrantMetadata::new(GrantType::CLIENT_CREDENTIALS, POST_AUTH);

/// A grant with this request.
pub(crate) const fn with(grant: GrantMetadata, request: &'static RequestFormat) -> GrantMetadata {
    GrantMetadata { request, ..grant }
}

/// A server of this provider with a client whose id and secret need no encoding.
pub(crate) fn start(metadata: &'static Metadata) -> AuthorizationServer {
    AuthorizationServer::builder(&Declared(metadata)).confidential_client("me", "secret").start().unwrap()
}

/// The callback of a login with these parameters, approved.
pub(crate) fn approved(server: &AuthorizationServer, fields: &[(&str, &str)]) -> String {
    server.approve(&url(server, "/authorize", fields)).unwrap()
}

/// A code of a login with the standard parameters.
pub(crate) fn code(server: &AuthorizationServer) -> String {
    let callback = approved(server, &STANDARD);
    parameters(&callback)["code"].clone()
}

pub(crate) const STANDARD: [(&str, &str); 4] = [
    ("response_type", "code"),
    ("client_id", "me"),
    ("redirect_uri", "https://client.example/callback"),
    ("state", "the-state"),
];

/// A request with a body of this type.
pub(crate) fn body(
    server: &AuthorizationServer,
    path: &str,
    content_type: &str,
    body: &str,
) -> crate::by_hand::Ask {
    let request = Request::builder()
        .method(Method::POST)
        .uri(format!("http://{}{path}", server.address()))
        .header(header::CONTENT_TYPE, content_type)
        .header(header::ACCEPT, "application/json")
        .body(body.as_bytes().to_vec());
    crate::by_hand::Ask { request: request.unwrap() }
}
