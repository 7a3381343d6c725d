//! The promises of SECURITY.md, attacked: each test is named by the requirement that it checks, and
//! by what holds. Bad input becomes a typed error, in time, without a secret, and without a second
//! request.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]
#![allow(deprecated, reason = "the password grant, where it is declared")]

mod answers;
mod authorization;
mod declarations;
mod model;
mod properties;
mod secrets;
mod transport;

use oauth_core::http::{HeaderValue, Response, StatusCode, header};
use oauth_core::{Client, Error, HyperTransport, InvalidResponse, Login, ReqwestTransport, TokenRequest};
use oauth_core::{ClientSecret, ErrorKind, Tokens, Transport, grant, oauth_provider};
use oauth_testkit::{AuthorizationServer, Endpoint, Fault};
use std::fmt::Write;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// A provider that names itself in every callback.
#[oauth_provider(
    issuer = "https://bank.example",
    authorization_endpoint = "https://bank.example/authorize",
    token_endpoint = "https://bank.example/token",
    revocation_endpoint = "https://bank.example/revoke",
    introspection_endpoint = "https://bank.example/introspect",
    api_base = "https://bank.example/api",
    client_auth(client_secret_post, client_secret_basic),
    grants(authorization_code, client_credentials, refresh_token(rotation(strict))),
    scopes(read, write),
    callback(iss(required))
)]
#[derive(Debug, Clone, Copy)]
struct Bank;

/// Long enough for a busy machine, and short enough to tell a lost deadline.
const MARGIN: Duration = Duration::from_secs(5);

struct Test {
    server: AuthorizationServer,
    client: Client<Bank>,
    deadline: Duration,
}

impl Test {
    fn new() -> Self {
        let deadline = Duration::from_secs(20);
        Self::over(transport_with(deadline), deadline)
    }

    /// One over each transport.
    fn over_each() -> impl Iterator<Item = Self> {
        Self::over_each_with(Duration::from_secs(20))
    }

    fn over_each_with(deadline: Duration) -> impl Iterator<Item = Self> {
        transports(deadline).map(move |transport| Self::over(transport, deadline))
    }

    fn over(transport: impl Transport, deadline: Duration) -> Self {
        let server = AuthorizationServer::start(&Bank).unwrap();
        let client = server.client(Bank, server.client_secret()).unwrap().with_transport(transport);
        Self { server, client, deadline }
    }

    /// A login that came back, and waits for the exchange of its code.
    fn exchange(&self) -> TokenRequest<Bank, grant::AuthorizationCode> {
        let Login { url, pending } =
            self.client.authorize(self.server.redirect_uri()).scopes([Bank::READ]).start().unwrap();
        self.client.finish(pending, self.server.approve(&url).unwrap()).unwrap()
    }

    /// The error of an exchange that meets this fault: in time, after one request, without a secret.
    async fn error(&self, fault: Fault) -> Error {
        let request = self.exchange();
        let body = request.request().unwrap().into_body();
        let sent = form_urlencoded::parse(&body).into_owned();
        let secrets: Vec<String> = sent
            .filter(|(name, _)| ["code", "code_verifier", "client_secret"].contains(&name.as_str()))
            .map(|(_, value)| value)
            .collect();
        assert_eq!(secrets.len(), 3);
        self.server.inject(Endpoint::Token, fault);
        let (before, start) = (self.server.requests(Endpoint::Token).len(), Instant::now());
        let error = request.send().await.unwrap_err();
        assert!(start.elapsed() < self.deadline + MARGIN, "{error}");
        assert_eq!(self.server.requests(Endpoint::Token).len(), before + 1, "sent once: {error}");
        let shown = shown(&error);
        for secret in secrets.iter().map(String::as_str).chain(["CANARY", "127.0.0.1"]) {
            assert!(!shown.contains(secret), "{shown}");
        }
        error
    }
}

fn transport_with(deadline: Duration) -> ReqwestTransport {
    ReqwestTransport::builder().deadline(deadline).build().unwrap()
}

/// Each transport that we ship, one after the other: what holds over one holds over all. A test that fails
/// shows at which.
fn transports(deadline: Duration) -> impl Iterator<Item = Arc<dyn Transport>> {
    transports_with(deadline, Duration::from_secs(10))
}

fn transports_with(deadline: Duration, connect: Duration) -> impl Iterator<Item = Arc<dyn Transport>> {
    let reqwest = ReqwestTransport::builder().deadline(deadline).connect_timeout(connect).build().unwrap();
    let hyper = HyperTransport::builder().deadline(deadline).connect_timeout(connect).build().unwrap();
    let all: [(&str, Arc<dyn Transport>); 2] = [("reqwest", Arc::new(reqwest)), ("hyper", Arc::new(hyper))];
    all.into_iter().map(|(name, transport)| {
        println!("over {name}:");
        transport
    })
}

/// A client that no server listens to, for requests and answers by hand.
fn offline() -> Client<Bank> {
    Client::new(Bank, ClientSecret::new("id", "the CANARY of the client"))
}

/// An answer by hand.
fn answer(status: u16, kind: Option<&str>, body: impl Into<Vec<u8>>) -> Response<Vec<u8>> {
    let mut response = Response::new(body.into());
    *response.status_mut() = StatusCode::from_u16(status).unwrap();
    if let Some(kind) = kind {
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_str(kind).unwrap());
    }
    response
}

/// What becomes of a 200 with this JSON.
fn read(body: impl Into<Vec<u8>>) -> Result<Tokens<Bank>, Error> {
    offline().client_credentials().read(answer(200, Some("application/json"), body))
}

/// The value of a parameter of a query or fragment, as it stands there.
fn value<'a>(url: &'a str, name: &str) -> &'a str {
    url.split(['?', '&', '#']).find_map(|pair| pair.strip_prefix(name)?.strip_prefix('=')).expect(name)
}

/// The parameters of a query or form, decoded.
fn parameters(encoded: impl AsRef<[u8]>) -> Vec<(String, String)> {
    form_urlencoded::parse(encoded.as_ref()).into_owned().collect()
}

/// The value of one of these.
fn parameter<'a>(parameters: &'a [(String, String)], name: &str) -> Option<&'a str> {
    let mut values = parameters.iter().filter(|(known, _)| known == name);
    let first = values.next();
    assert!(values.next().is_none(), "`{name}` stands there once: {parameters:?}");
    first.map(|(_, value)| value.as_str())
}

/// Everything that an error can be made to print.
fn shown(error: &Error) -> String {
    let mut text = format!("{error} {error:#} {error:?} {error:#?} {:?}", error.kind());
    let mut cause = std::error::Error::source(error);
    while let Some(source) = cause {
        write!(text, " {source} {source:?} {source:#?}").unwrap();
        cause = source.source();
    }
    text
}

fn json(body: impl Into<Vec<u8>>) -> Fault {
    Fault::body(HeaderValue::from_static("application/json"), body)
}

#[track_caller]
fn unusable(error: &Error) -> &InvalidResponse {
    match error.kind() {
        ErrorKind::InvalidResponse(answer) => answer,
        other => panic!("{other:?}"),
    }
}

/// Tells a test that runs in a process of its own from the one that started it.
const ALONE: &str = "OAUTH_TESTS_ALONE";

/// Whether this process runs the test of this name alone. Otherwise the test is run so, in a process
/// of its own with this environment, and must pass there.
fn is_alone(test: &str, environment: &[(&str, String)]) -> bool {
    if std::env::var_os(ALONE).is_some() {
        return true;
    }
    let mut child = Command::new(std::env::current_exe().unwrap());
    child
        .args(["--exact", "--nocapture", test])
        .env(ALONE, "1")
        .env_remove("NO_PROXY")
        .env_remove("no_proxy");
    child.envs(environment.iter().map(|(name, value)| (name, value)));
    let output = child.output().unwrap();
    let said = |bytes| String::from_utf8_lossy(bytes).into_owned();
    let (out, err) = (said(&output.stdout), said(&output.stderr));
    assert!(output.status.success() && out.contains("1 passed"), "{out}\n{err}");
    false
}
