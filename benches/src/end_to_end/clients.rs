//! The contenders: ours over reqwest and over hyper, the oauth2 crate over the same reqwest, and reqwest alone.

use crate::operations::parse::{ByHand, Theirs, of_hand, of_ours, of_theirs};
use crate::operations::token_request::{code_by_hand, code_of_peer, finished};
use crate::provider::{Example, Peer, client, peer};
use oauth_core::{HyperTransport, TokenRequest, Tokens, grant};
use oauth2::{AsyncHttpClient, AuthType, AuthorizationCode, PkceCodeVerifier, TokenUrl};
use oauth2::{HttpClientError, HttpRequest, HttpResponse};
use std::net::{Ipv4Addr, SocketAddr};
use std::pin::Pin;
use std::time::Duration;

/// One way to exchange codes with the server at this port.
pub(crate) trait Contender: Send + Sync + 'static {
    type Input: Send + 'static;
    type Tokens: Send + 'static;

    fn new(port: u16) -> Self;
    /// A code with its verifier; made outside of what is measured.
    fn input(&self) -> Self::Input;
    fn exchange(&self, input: Self::Input) -> impl Future<Output = Self::Tokens> + Send;
    /// The tokens in words that all contenders share.
    fn show(tokens: &Self::Tokens) -> String;
}

pub(crate) struct Ours(oauth_core::Client<Example>);

impl Contender for Ours {
    type Input = TokenRequest<Example, grant::AuthorizationCode>;
    type Tokens = Tokens<Example>;

    fn new(port: u16) -> Self {
        Self(client().at_loopback(SocketAddr::from((Ipv4Addr::LOCALHOST, port))).unwrap())
    }

    fn input(&self) -> Self::Input {
        finished(&self.0)
    }

    async fn exchange(&self, input: Self::Input) -> Self::Tokens {
        input.send().await.unwrap()
    }

    fn show(tokens: &Self::Tokens) -> String {
        of_ours(tokens, None)
    }
}

/// Ours over the lean transport.
pub(crate) struct Lean(Ours);

impl Contender for Lean {
    type Input = <Ours as Contender>::Input;
    type Tokens = Tokens<Example>;

    fn new(port: u16) -> Self {
        let Ours(client) = Ours::new(port);
        Self(Ours(client.with_transport(HyperTransport::builder().build().unwrap())))
    }

    fn input(&self) -> Self::Input {
        self.0.input()
    }

    async fn exchange(&self, input: Self::Input) -> Self::Tokens {
        input.send().await.unwrap()
    }

    fn show(tokens: &Self::Tokens) -> String {
        Ours::show(tokens)
    }
}

pub(crate) struct OAuth2 {
    peer: Peer,
    http: Http,
}

impl Contender for OAuth2 {
    type Input = (AuthorizationCode, PkceCodeVerifier);
    type Tokens = Theirs;

    fn new(port: u16) -> Self {
        let peer = peer(AuthType::BasicAuth).set_token_uri(TokenUrl::new(endpoint(port)).unwrap());
        Self { peer, http: Http(http()) }
    }

    fn input(&self) -> Self::Input {
        code_of_peer()
    }

    async fn exchange(&self, (code, verifier): Self::Input) -> Self::Tokens {
        self.peer.exchange_code(code).set_pkce_verifier(verifier).request_async(&self.http).await.unwrap()
    }

    fn show(tokens: &Self::Tokens) -> String {
        of_theirs(tokens)
    }
}

/// The crate's own client for reqwest 0.12, step by step, over the version that the others use.
struct Http(reqwest::Client);

impl<'c> AsyncHttpClient<'c> for Http {
    type Error = HttpClientError<reqwest::Error>;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, Self::Error>> + Send + Sync + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(async move {
            let response = self.0.execute(request.try_into().map_err(Box::new)?).await.map_err(Box::new)?;
            let mut builder = http::Response::builder().status(response.status()).version(response.version());
            for (name, value) in response.headers() {
                builder = builder.header(name, value);
            }
            let body = response.bytes().await.map_err(Box::new)?.to_vec();
            builder.body(body).map_err(HttpClientError::Http)
        })
    }
}

pub(crate) struct Reqwest {
    endpoint: reqwest::Url,
    http: reqwest::Client,
}

impl Contender for Reqwest {
    type Input = ();
    type Tokens = ByHand;

    fn new(port: u16) -> Self {
        Self { endpoint: endpoint(port).parse().unwrap(), http: http() }
    }

    fn input(&self) -> Self::Input {}

    async fn exchange(&self, (): Self::Input) -> Self::Tokens {
        let (parts, body) = code_by_hand().into_parts();
        let request = self.http.post(self.endpoint.clone()).headers(parts.headers).body(body);
        let answer = request.send().await.unwrap().error_for_status().unwrap();
        serde_json::from_slice(&answer.bytes().await.unwrap()).unwrap()
    }

    fn show(tokens: &Self::Tokens) -> String {
        of_hand(tokens)
    }
}

fn endpoint(port: u16) -> String {
    format!("http://127.0.0.1:{port}/oauth/token")
}

/// reqwest as a careful author sets it up, and our transport does.
#[allow(clippy::disallowed_methods)]
fn http() -> reqwest::Client {
    // Its only error: another contender installed it.
    let _ = rustls::crypto::ring::default_provider().install_default();
    reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .referer(false)
        .no_proxy()
        .timeout(Duration::from_secs(30))
        .connect_timeout(Duration::from_secs(10))
        .user_agent("benchmark/0.1.0")
        .build()
        .unwrap()
}
