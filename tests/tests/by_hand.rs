//! Without our transport: requests and answers carried by hand, and a transport of one's own.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_core::http::{Method, Request, Response, StatusCode, header};
use oauth_core::metadata::AddressPolicy;
use oauth_core::transport::{ExchangeOptions, ResponseFuture};
use oauth_core::{
    Client, ClientId, ClientSecret, Error, ErrorCode, ErrorKind, Host, Login, Recovery, Transport,
    TransportError, TransportErrorKind,
};
use oauth_ebay::Ebay;
use oauth_sharetribe::Sharetribe;
use oauth_standard::Standard;
use std::future::Future;
use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};

/// The whole answer of a server, as any HTTP client would bring it.
fn json(body: &str) -> Response<Vec<u8>> {
    let mut response = Response::new(body.as_bytes().to_vec());
    response.headers_mut().insert(header::CONTENT_TYPE, "application/json".parse().unwrap());
    response
}

fn parameter(request: &Request<Vec<u8>>, name: &str) -> Option<String> {
    form_urlencoded::parse(request.body()).find(|(known, _)| known == name).map(|(_, value)| value.into())
}

fn state(url: &str) -> String {
    let (_, query) = url.split_once('?').unwrap();
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    pairs.find(|(name, _)| name == "state").unwrap().1.into_owned()
}

/// Not a runtime, not a socket: the whole life of tokens in pure functions.
#[test]
fn without_any_transport() {
    let client = Client::new(Ebay::SANDBOX, ClientSecret::new("id", "secret"));
    let Login { url, pending } = client.authorize("App-RuName").scopes([Ebay::API_SCOPE]).start().unwrap();
    let callback = format!("https://app.example/?code=v%5E1.1%23i&state={}", state(&url));

    let exchange = client.finish(pending, callback).unwrap();
    let request = exchange.request().unwrap();
    assert_eq!((request.method(), request.uri().host()), (&Method::POST, Some("api.sandbox.ebay.com")));
    assert_eq!(parameter(&request, "code").as_deref(), Some("v^1.1#i"));
    assert!(request.headers()[header::AUTHORIZATION].is_sensitive());
    let tokens = exchange
        .read(json(r#"{"access_token":"AT","expires_in":7200,"refresh_token":"RT","token_type":"User Access Token"}"#))
        .unwrap();

    let call = client.api(Method::GET, "/sell/account/v1/privilege", tokens.access_token());
    assert_eq!(call.request().unwrap().headers()[header::AUTHORIZATION], "Bearer AT");
    let refused = Response::builder()
        .status(StatusCode::UNAUTHORIZED)
        .header(header::WWW_AUTHENTICATE, r#"Bearer error="invalid_token""#);
    let error = call.read(refused.body(Vec::new()).unwrap()).unwrap_err();
    assert_eq!(error.recovery(), Recovery::UseRefreshToken);

    let refresh = client.refresh(tokens.refresh_token().unwrap());
    assert_eq!(parameter(&refresh.request().unwrap(), "refresh_token").as_deref(), Some("RT"));
    let mut refusal = json(r#"{"error":"invalid_grant"}"#);
    *refusal.status_mut() = StatusCode::BAD_REQUEST;
    let error = refresh.read(refusal).unwrap_err();
    assert_eq!(error.code(), Some(&ErrorCode::InvalidGrant));
}

/// Answers from memory, and keeps what it was asked.
#[derive(Clone)]
struct Memory {
    asked: Arc<Mutex<Vec<Request<Vec<u8>>>>>,
    answer: fn() -> Result<Response<Vec<u8>>, TransportError>,
}

impl Memory {
    fn new(answer: fn() -> Result<Response<Vec<u8>>, TransportError>) -> Self {
        Self { asked: Arc::default(), answer }
    }
}

impl Transport for Memory {
    fn send(&self, request: Request<Vec<u8>>) -> ResponseFuture<'_> {
        self.asked.lock().unwrap().push(request);
        let answer = (self.answer)();
        Box::pin(async move { answer })
    }
}

/// Nothing here waits, so that one poll is a runtime.
fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("it waits for something"),
    }
}

#[test]
fn a_transport_of_ones_own() {
    let memory = Memory::new(|| Ok(json(r#"{"access_token":"AT","token_type":"Bearer"}"#)));
    let client = Client::new(Sharetribe, ClientId::new("id")).with_transport(memory.clone());
    let tokens = now(client.client_credentials().send()).unwrap();
    assert_eq!(tokens.access_token().expose(), "AT");
    client.client_credentials().send_blocking().unwrap();

    let asked = memory.asked.lock().unwrap();
    assert_eq!(asked.len(), 2);
    assert_eq!(asked[0].uri(), "https://flex-api.sharetribe.com/v1/auth/token");
    let options = ExchangeOptions::of(&asked[0]);
    assert_eq!((options.max_body, options.addresses), (1024 * 1024, AddressPolicy::Any));
}

#[test]
fn a_transport_learns_the_declared_address_policy() {
    let memory = Memory::new(|| Ok(json(r#"{"access_token":"AT"}"#)));
    let provider = Standard { host: Host::new("server.example.com").unwrap() };
    let client = Client::new(provider, ClientSecret::new("id", "secret")).with_transport(memory.clone());
    now(client.client_credentials().send()).unwrap();
    let asked = memory.asked.lock().unwrap();
    assert_eq!(ExchangeOptions::of(&asked[0]).addresses, AddressPolicy::DenyPrivate);
}

#[test]
fn its_errors_come_through() {
    let memory = Memory::new(|| Err(TransportError::new(TransportErrorKind::Connect, "no route")));
    let client = Client::new(Sharetribe, ClientId::new("id")).with_transport(memory);
    let error: Error = now(client.client_credentials().send()).unwrap_err();
    let ErrorKind::Transport(cause) = error.kind() else { panic!("{error:?}") };
    assert_eq!(cause.kind(), TransportErrorKind::Connect);
    assert_eq!((error.to_string().as_str(), error.recovery()), ("no connection: no route", Recovery::Retry));
}

/// The default transport needs a tokio runtime, and says so.
#[test]
fn our_transport_without_a_runtime_is_an_error() {
    let client = Client::new(Sharetribe, ClientId::new("id"));
    let error = now(client.client_credentials().send()).unwrap_err().to_string();
    assert!(error.contains("send_blocking"), "{error}");
}

/// Whoever carries a request finds its limits in it, the declared `ssrf(...)` policy among them.
#[test]
fn limits_travel_with_the_request() {
    let server = Standard { host: Host::new("server.example.com").unwrap() };
    let client: Client<Standard> = Client::new(server, ClientSecret::new("id", "secret"));
    let options = ExchangeOptions::of(&client.client_credentials().request().unwrap());
    assert_eq!(options.addresses, AddressPolicy::DenyPrivate);
    assert_eq!(options.max_body, 1024 * 1024);
}
