//! What a client makes once is what it would make each time.

use crate::client_auth::ClientSecret;
use crate::metadata::{ClientAuth, GrantMetadata, GrantType, Metadata, StateCarrier};
use crate::provider::{Accepts, NoExtra, Provider, Supports};
use crate::{Client, Login, grant};

const METADATA: Metadata = Metadata {
    name: "Notes",
    authorization_endpoint: Some("https://server.example/authorize"),
    token_endpoint: Some("https://server.example/token"),
    grants: &[
        GrantMetadata::new(GrantType::AUTHORIZATION_CODE, &[ClientAuth::ClientSecretPost]),
        GrantMetadata::new(GrantType::IMPLICIT, &[ClientAuth::ClientSecretPost]),
    ],
    ..Metadata::DEFAULT
};

struct Notes(&'static Metadata);

impl Provider for Notes {
    type Auth = ClientSecret;
    type Extra = NoExtra;
    type TokenDetails = NoExtra;
    fn metadata(&self) -> &'static Metadata {
        self.0
    }
}
impl Accepts<ClientSecret> for Notes {}
impl Supports<grant::AuthorizationCode, ClientSecret> for Notes {}
impl Supports<grant::Implicit, ClientSecret> for Notes {}

fn client(metadata: &'static Metadata) -> Client<Notes> {
    Client::new(Notes(metadata), ClientSecret::new("id&1", "s+"))
}

fn parameter(query: &str, name: &str) -> Vec<String> {
    let pairs = form_urlencoded::parse(query.as_bytes());
    pairs.filter(|(found, _)| found == name).map(|(_, value)| value.into_owned()).collect()
}

fn query(url: &str) -> &str {
    url.split_once('?').unwrap().1
}

/// The redirect URI in the URL, and in the request for tokens.
fn redirect_uris(client: &Client<Notes>, redirect_uri: &str) -> [Vec<String>; 2] {
    let Login { url, pending } = client.authorize(redirect_uri).start().unwrap();
    let in_url = parameter(query(&url), "redirect_uri");
    let state = match &*parameter(query(&url), "state") {
        [state] => state.clone(),
        _ => parameter(query(&in_url[0]), "state")[0].clone(),
    };
    let exchange = client.finish(pending, format!("code=c&state={state}")).unwrap().request().unwrap();
    [in_url, parameter(std::str::from_utf8(exchange.body()).unwrap(), "redirect_uri")]
}

#[test]
fn every_login_has_its_own_redirect_uri() {
    let client = client(&METADATA);
    assert!(client.authorize("http://app.example/cb").start().is_err());
    for uri in ["https://app.example/cb?x=1", "https://app.example/other", "https://app.example/cb?x=1"] {
        assert_eq!(redirect_uris(&client, uri), [[uri], [uri]]);
    }
    assert!(client.authorize("http://app.example/cb").start().is_err());
}

#[test]
fn a_redirect_uri_with_the_state_in_it_is_another_each_time() {
    let client = client(const { &Metadata { state: StateCarrier::InRedirectUri, ..METADATA } });
    let sent = [(); 2].map(|()| redirect_uris(&client, "https://app.example/cb"));
    assert_ne!(sent[0], sent[1]);
    for [in_url, in_request] in sent {
        assert!(in_url[0].starts_with("https://app.example/cb?state="), "{in_url:?}");
        assert_eq!(in_url, in_request);
    }
}

#[test]
fn a_url_begins_with_its_own_endpoint_and_response_type() {
    let client = client(&METADATA);
    for _ in 0..2 {
        let url = client.authorize("https://app.example/cb").start().unwrap().url;
        assert!(url.starts_with("https://server.example/authorize?response_type=code&client_id=id%261&"));
        let url = client.authorize_implicit("https://app.example/cb").start().unwrap().url;
        assert!(url.starts_with("https://server.example/authorize?response_type=token&client_id=id%261&"));
    }
    let moved = client.at_loopback("127.0.0.1:80".parse().unwrap()).unwrap();
    let url = moved.authorize("https://app.example/cb").start().unwrap().url;
    assert!(url.starts_with("http://127.0.0.1:80/authorize?response_type=code&client_id=id%261&"), "{url}");
}
