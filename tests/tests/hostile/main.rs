//! Bad input, end to end: callbacks, answers and addresses that mean harm become typed errors, in
//! time, without a secret, and without a second request.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod answers;
mod callbacks;
mod deadlines;
mod network;
mod refreshes;

use oauth_core::http::HeaderValue;
use oauth_core::{Client, Error, InvalidResponse, Login, ReqwestTransport, TokenRequest, oauth_provider};
use oauth_core::{ErrorKind, grant};
use oauth_testkit::{AuthorizationServer, Endpoint, Fault};
use std::fmt::Write;
use std::time::{Duration, Instant};

/// A provider that names itself in every callback.
#[oauth_provider(
    issuer = "https://bank.example",
    authorization_endpoint = "https://bank.example/authorize",
    token_endpoint = "https://bank.example/token",
    api_base = "https://bank.example/api",
    client_auth(client_secret_post),
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
        Self::with_deadline(Duration::from_secs(20))
    }

    fn with_deadline(deadline: Duration) -> Self {
        let server = AuthorizationServer::start(&Bank).unwrap();
        let transport = ReqwestTransport::builder().deadline(deadline).build().unwrap();
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

/// Everything that an error can be made to print.
fn shown(error: &Error) -> String {
    let mut text = format!("{error} {error:?} {error:#?} {:?}", error.kind());
    let mut cause = std::error::Error::source(error);
    while let Some(source) = cause {
        write!(text, " {source} {source:?}").unwrap();
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
