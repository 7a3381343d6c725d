//! The provider that all operations are about, declared and by hand.

use crate::operations::parse::Theirs;
use oauth_core::transport::{ResponseFuture, Transport};
use oauth_core::{Client, ClientSecret, metadata::ClientAuth, oauth_provider};
use oauth2::basic::{BasicErrorResponse, BasicRevocationErrorResponse, BasicTokenIntrospectionResponse};
use oauth2::{EndpointNotSet, EndpointSet};

pub(crate) const CLIENT_ID: &str = "5f0c7d8e-1b2a-4c3d-9e8f-0123456789ab";
pub(crate) const CLIENT_SECRET: &str = "s3cr3t/+with=odd&characters-0123456789";
pub(crate) const REDIRECT_URI: &str = "https://app.example.com/oauth/callback";
pub(crate) const AUTHORIZATION_ENDPOINT: &str = "https://login.example.com/oauth/authorize";
pub(crate) const TOKEN_ENDPOINT: &str = "https://login.example.com/oauth/token";
pub(crate) const ISSUER: &str = "https://login.example.com";
pub(crate) const CODE: &str = "SplxlOBeZQQYbYS6WxSbIA-0123456789";
pub(crate) const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
pub(crate) const REFRESH_TOKEN: &str = "tGzv3JOkF0XG5Qx2TlKWIA-0123456789abcdef";
pub(crate) const STATE: &str = "K7gNU3sdo-OL0wNhqoVWhg";

/// A plain provider.
#[oauth_provider(
    issuer = "https://login.example.com",
    authorization_endpoint = "https://login.example.com/oauth/authorize",
    token_endpoint = "https://login.example.com/oauth/token",
    client_auth(client_secret_basic, client_secret_post),
    grants(authorization_code, refresh_token),
    scopes(read, write = "items:write"),
    token_response(
        token_type(alias("User Access Token")),
        fields(refresh_token_expires_in = "refresh_token_expires_in"),
        extra(Extra)
    )
)]
pub(crate) struct Example;

/// Members beyond RFC 6749.
#[derive(serde::Deserialize)]
pub(crate) struct Extra {
    pub(crate) id_token: Option<String>,
}

/// A client of ours.
pub(crate) fn client() -> Client<Example> {
    Client::new(Example, ClientSecret::new(CLIENT_ID, CLIENT_SECRET))
}

/// The same with the credentials in the body.
pub(crate) fn client_with_body_auth() -> Client<Example> {
    client().with_client_auth(ClientAuth::ClientSecretPost)
}

/// The same with an answer in place of a network.
pub(crate) fn client_in_memory(body: &'static str) -> Client<Example> {
    client().with_transport(Memory(body))
}

struct Memory(&'static str);

impl Transport for Memory {
    fn send(&self, _: http::Request<Vec<u8>>) -> ResponseFuture<'_> {
        Box::pin(std::future::ready(Ok(answer(200, self.0))))
    }
}

/// An answer as an HTTP client hands it over.
pub(crate) fn answer(status: u16, body: &str) -> http::Response<Vec<u8>> {
    let mut response = http::Response::new(body.as_bytes().to_vec());
    *response.status_mut() = http::StatusCode::from_u16(status).unwrap();
    let json = http::HeaderValue::from_static("application/json");
    response.headers_mut().insert(http::header::CONTENT_TYPE, json);
    response
}

/// A client of the oauth2 crate, with every endpoint that the operations need.
pub(crate) type Peer = oauth2::Client<
    BasicErrorResponse,
    Theirs,
    BasicTokenIntrospectionResponse,
    oauth2::StandardRevocableToken,
    BasicRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointSet,
>;

pub(crate) fn peer(auth: oauth2::AuthType) -> Peer {
    oauth2::Client::new(oauth2::ClientId::new(CLIENT_ID.to_owned()))
        .set_client_secret(oauth2::ClientSecret::new(CLIENT_SECRET.to_owned()))
        .set_auth_uri(oauth2::AuthUrl::new(AUTHORIZATION_ENDPOINT.to_owned()).unwrap())
        .set_token_uri(oauth2::TokenUrl::new(TOKEN_ENDPOINT.to_owned()).unwrap())
        .set_redirect_uri(oauth2::RedirectUrl::new(REDIRECT_URI.to_owned()).unwrap())
        .set_auth_type(auth)
}

/// A form, sorted, with the random values masked: equal for equal requests.
pub(crate) fn sorted(query: &str) -> String {
    let mut pairs: Vec<_> = form_urlencoded::parse(query.as_bytes())
        .map(|(name, value)| match &*name {
            // 128 bits, in hexadecimal or in base64url.
            "state" => format!("{name}: random"),
            "code_challenge" | "code_verifier" => format!("{name}: {} characters", value.len()),
            _ => format!("{name}={value}"),
        })
        .collect();
    pairs.sort();
    pairs.join("\n")
}

/// A request: everything that reaches the server, in one order.
pub(crate) fn shown(request: &http::Request<Vec<u8>>) -> String {
    let header = |name| request.headers().get(name).map(|value| value.to_str().unwrap()).unwrap_or_default();
    format!(
        "{} {}\n{}\n{}\n{}\n{}",
        request.method(),
        request.uri(),
        header(http::header::ACCEPT),
        header(http::header::AUTHORIZATION),
        header(http::header::CONTENT_TYPE),
        sorted(std::str::from_utf8(request.body()).unwrap())
    )
}
