//! The same client code against two authorization servers that nobody wrote for this project.
//!
//! `tests/servers/run` installs and starts them, and runs these tests; the servers differ as
//! `tests/servers/README.md` says.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod browser;

use browser::Browser;
use oauth_core::http::{Method, Request};
use oauth_core::metadata::{BasicEncoding, ClientAuth};
use oauth_core::transport::Transport;
use oauth_core::{
    Accepts, AccessToken, AuthenticatesTo, Client, ClientId, ClientSecret, Error, ErrorCode, HasEndpoint,
    IntrospectionResponse, Login, Provider, Recovery, RefreshToken, ReqwestTransport, RevokedBy, Scope,
    Supports, TokenRequest, Tokens, endpoint, grant, oauth_provider,
};
use std::net::SocketAddr;

const CALLBACK: &str = "http://127.0.0.1:8765/callback";

/// oidc-provider, on Node.js. Its address is that of the run.
#[oauth_provider(
    authorization_endpoint = "https://oidc-provider.example/auth",
    token_endpoint = "https://oidc-provider.example/token",
    revocation_endpoint = "https://oidc-provider.example/token/revocation",
    introspection_endpoint = "https://oidc-provider.example/token/introspection",
    api_base = "https://oidc-provider.example",
    client_auth(client_secret_basic, client_secret_post, none),
    grants(
        authorization_code,
        client_credentials(client_auth(client_secret_basic, client_secret_post)),
        refresh_token(rotation(strict))
    ),
    scopes(openid, read, write),
    pkce(required)
)]
#[derive(Debug, Clone, Copy)]
struct OidcProvider;

/// Authlib, on Flask. Its address is that of the run.
#[oauth_provider(
    authorization_endpoint = "https://authlib.example/oauth/authorize",
    token_endpoint = "https://authlib.example/oauth/token",
    revocation_endpoint = "https://authlib.example/oauth/revoke",
    introspection_endpoint = "https://authlib.example/oauth/introspect",
    api_base = "https://authlib.example/api",
    client_auth(
        client_secret_basic(encoding = "raw", because = "Authlib does not decode Basic credentials"),
        client_secret_post,
        none
    ),
    grants(
        authorization_code,
        client_credentials(client_auth(
            client_secret_basic(encoding = "raw", because = "Authlib does not decode Basic credentials"),
            client_secret_post
        )),
        refresh_token(rotation(strict))
    ),
    scopes(openid, read, write),
    pkce(required)
)]
#[derive(Debug, Clone, Copy)]
struct Authlib;

/// What the tests need of a server, and where the two differ.
trait Server:
    Provider
    + Copy
    + Accepts<ClientSecret>
    + Accepts<ClientId>
    + Supports<grant::AuthorizationCode, ClientSecret>
    + Supports<grant::AuthorizationCode, ClientId>
    + Supports<grant::ClientCredentials, ClientSecret>
    + Supports<grant::Refresh, ClientSecret>
    + Supports<grant::Refresh, ClientId>
    + HasEndpoint<endpoint::Introspection>
    + HasEndpoint<endpoint::Api>
{
    const PROVIDER: Self;
    const READ: Scope<Self>;
    const WRITE: Scope<Self>;
    /// Scopes of a token that may call [`API_PATH`](Self::API_PATH).
    const LOGIN_SCOPES: &'static [Scope<Self>];
    const API_PATH: &'static str;
    const BASIC: ClientAuth;
    /// Whether a spent refresh token that comes back revokes what it brought.
    const REUSE_KILLS_THE_FAMILY: bool;
    const MISSING_VERIFIER: ErrorCode;

    fn address() -> SocketAddr;
}

impl Server for OidcProvider {
    const PROVIDER: Self = Self;
    const READ: Scope<Self> = Self::READ;
    const WRITE: Scope<Self> = Self::WRITE;
    const LOGIN_SCOPES: &'static [Scope<Self>] = &[Self::OPENID, Self::READ];
    const API_PATH: &'static str = "me";
    const BASIC: ClientAuth = ClientAuth::ClientSecretBasic(BasicEncoding::Form);
    const REUSE_KILLS_THE_FAMILY: bool = true;
    const MISSING_VERIFIER: ErrorCode = ErrorCode::InvalidGrant;

    fn address() -> SocketAddr {
        address_in("OAUTH_OIDC_PROVIDER")
    }
}

impl Server for Authlib {
    const PROVIDER: Self = Self;
    const READ: Scope<Self> = Self::READ;
    const WRITE: Scope<Self> = Self::WRITE;
    const LOGIN_SCOPES: &'static [Scope<Self>] = &[Self::READ];
    const API_PATH: &'static str = "me";
    const BASIC: ClientAuth = ClientAuth::ClientSecretBasic(BasicEncoding::Raw);
    const REUSE_KILLS_THE_FAMILY: bool = false;
    const MISSING_VERIFIER: ErrorCode = ErrorCode::InvalidRequest;

    fn address() -> SocketAddr {
        address_in("OAUTH_AUTHLIB")
    }
}

fn address_in(variable: &str) -> SocketAddr {
    let address = std::env::var(variable);
    address.expect("the servers are started by tests/servers/run").parse().expect("an address")
}

fn client<S: Server, A: AuthenticatesTo<S>>(credentials: A) -> Client<S, A> {
    Client::new(S::PROVIDER, credentials).at_loopback(S::address()).unwrap()
}

fn basic<S: Server>() -> Client<S, ClientSecret> {
    client(ClientSecret::new("web-basic", "basic-secret-0123456789")).with_client_auth(S::BASIC)
}

fn post<S: Server>() -> Client<S, ClientSecret> {
    client(ClientSecret::new("web-post", "post-secret-0123456789"))
        .with_client_auth(ClientAuth::ClientSecretPost)
}

fn public<S: Server>() -> Client<S, ClientId> {
    client(ClientId::new("spa"))
}

/// Logs alice in, up to the request that exchanges the code.
async fn exchange<S, A>(client: &Client<S, A>) -> TokenRequest<S, grant::AuthorizationCode>
where
    S: Server + Supports<grant::AuthorizationCode, A>,
    A: 'static,
{
    let Login { url, pending } = client.authorize(CALLBACK).scopes(S::LOGIN_SCOPES).start().unwrap();
    let callback = Browser::default().follow(&url, CALLBACK).await;
    client.finish(pending, callback).unwrap()
}

async fn log_in<S, A>(client: &Client<S, A>) -> Tokens<S>
where
    S: Server + Supports<grant::AuthorizationCode, A>,
    A: 'static,
{
    exchange(client).await.send().await.unwrap()
}

async fn is_good<S: Server, A>(client: &Client<S, A>, tokens: &Tokens<S>) -> bool {
    match client.api(Method::GET, S::API_PATH, tokens.access_token()).send().await {
        Ok(answer) => answer.status().is_success(),
        Err(error) if error.is_invalid_token() => false,
        Err(error) => panic!("{error}"),
    }
}

/// Sends a token request with one of its parameters changed, which the types make impossible.
async fn tampered<S: Server, G: grant::Grant>(
    request: TokenRequest<S, G>,
    change: impl Fn(&str, String) -> Option<String>,
) -> Error {
    let (mut parts, body) = request.request().unwrap().into_parts();
    let mut form = form_urlencoded::Serializer::new(String::new());
    for (name, value) in form_urlencoded::parse(&body).into_owned() {
        if let Some(value) = change(&name, value) {
            form.append_pair(&name, &value);
        }
    }
    parts.extensions.clear();
    let request_sent = Request::from_parts(parts, form.finish().into_bytes());
    let answer = ReqwestTransport::builder().build().unwrap().send(request_sent).await.unwrap();
    request.read(answer).unwrap_err()
}

async fn the_whole_life_of_tokens<S, A>(client: Client<S, A>)
where
    S: Server + Supports<grant::AuthorizationCode, A> + Supports<grant::Refresh, A>,
    AccessToken<S>: RevokedBy<S>,
    RefreshToken<S>: RevokedBy<S>,
    A: 'static,
{
    let tokens = log_in(&client).await;
    assert!(tokens.has_scope(&S::READ) && !tokens.is_narrowed());
    assert!(is_good(&client, &tokens).await);

    let spent = tokens.refresh_token().unwrap();
    let refreshed = client.refresh(spent).send().await.unwrap();
    assert!(refreshed.is_new_refresh_token());
    assert_ne!(refreshed.refresh_token().unwrap().expose(), spent.expose());
    assert!(is_good(&client, &refreshed).await);

    let error = client.refresh(spent).send().await.unwrap_err();
    assert!(error.is_invalid_grant(), "{error}");
    assert_eq!(error.recovery(), Recovery::Reauthorize);
    assert_eq!(is_good(&client, &refreshed).await, !S::REUSE_KILLS_THE_FAMILY);

    let tokens = log_in(&client).await;
    client.revoke(tokens.refresh_token().unwrap()).send().await.unwrap();
    let error = client.refresh(tokens.refresh_token().unwrap()).send().await.unwrap_err();
    assert!(error.is_invalid_grant(), "{error}");

    let tokens = log_in(&client).await;
    client.revoke(tokens.access_token()).send().await.unwrap();
    assert!(!is_good(&client, &tokens).await);
}

async fn client_credentials<S: Server>() {
    for client in [basic::<S>(), post::<S>()] {
        let tokens = client.client_credentials().scopes([S::READ]).send().await.unwrap();
        assert!(tokens.has_scope(&S::READ));
        assert!(tokens.refresh_token().is_none());
    }
    // Only this client shows how the credentials are encoded.
    let special =
        client::<S, _>(ClientSecret::new("special chars+%", "p /+%&=:?#s")).with_client_auth(S::BASIC);
    special.client_credentials().send().await.unwrap();
}

async fn introspection<S: Server>()
where
    AccessToken<S>: RevokedBy<S>,
{
    let client = basic::<S>();
    let tokens = log_in(&client).await;
    let IntrospectionResponse::Active(details) =
        client.introspect(tokens.access_token()).send().await.unwrap()
    else {
        panic!("the token is active");
    };
    assert_eq!(details.client_id(), Some("web-basic"));
    assert!(details.scope().unwrap().contains("read"));
    assert!(details.expires_at() > details.issued_at());
    client.revoke(tokens.access_token()).send().await.unwrap();
    let answer = client.introspect(tokens.access_token()).send().await.unwrap();
    assert!(matches!(answer, IntrospectionResponse::Inactive));
}

async fn refusals<S: Server>() {
    let wrong = client::<S, _>(ClientSecret::new("web-basic", "wrong")).with_client_auth(S::BASIC);
    let error = wrong.client_credentials().send().await.unwrap_err();
    assert_eq!(error.code(), Some(&ErrorCode::InvalidClient), "{error}");
    assert_eq!(error.recovery(), Recovery::FixConfiguration);

    let client = basic::<S>();
    let verifier = "wrong-verifier-wrong-verifier-wrong-verifier-wrong";
    let replace = |wanted: &'static str, with: Option<&'static str>| {
        move |name: &str, value: String| if name == wanted { with.map(str::to_owned) } else { Some(value) }
    };
    let error = tampered(exchange(&client).await, replace("code_verifier", Some(verifier))).await;
    assert!(error.is_invalid_grant(), "{error}");
    let error = tampered(exchange(&client).await, replace("code_verifier", None)).await;
    assert_eq!(error.code(), Some(&S::MISSING_VERIFIER), "{error}");
    let error =
        tampered(exchange(&client).await, replace("redirect_uri", Some("https://client.example/cb"))).await;
    assert!(error.is_invalid_grant(), "{error}");

    // The same code twice: the second request is a copy of the first.
    let request = exchange(&client).await;
    let copy = request.request().unwrap();
    let transport = ReqwestTransport::builder().build().unwrap();
    assert!(transport.send(copy).await.unwrap().status().is_success());
    let error = request.send().await.unwrap_err();
    assert!(error.is_invalid_grant(), "{error}");

    // A scope beyond the granted ones.
    let tokens = log_in(&client).await;
    let error = client.refresh(tokens.refresh_token().unwrap()).scopes([S::WRITE]).send().await.unwrap_err();
    assert_eq!(error.code(), Some(&ErrorCode::InvalidScope), "{error}");
    assert_eq!(error.recovery(), Recovery::FixConfiguration);

    // A redirect URI that is not registered stays on the server's page.
    let Login { url, .. } = client.authorize("https://client.example/other").start().unwrap();
    assert_eq!(Browser::default().get(&url).await.status(), 400);
}

async fn denial<S: Server>() {
    let client =
        client::<S, _>(ClientSecret::new("consent", "consent-secret-0123456789")).with_client_auth(S::BASIC);
    let Login { url, pending } = client.authorize(CALLBACK).scopes(S::LOGIN_SCOPES).start().unwrap();
    let callback = Browser::default().deny(&url, CALLBACK).await;
    let error = client.finish(pending, callback).unwrap_err();
    assert!(error.is_access_denied(), "{error}");
    assert_eq!(error.recovery(), Recovery::Reauthorize);

    let Login { url, pending } = client.authorize(CALLBACK).scopes(S::LOGIN_SCOPES).start().unwrap();
    let callback = Browser::default().allow(&url, CALLBACK).await;
    assert!(is_good(&client, &client.finish(pending, callback).unwrap().send().await.unwrap()).await);
}

macro_rules! on_both_servers {
    ($($test:ident: $future:expr;)*) => {
        mod oidc_provider { $(#[tokio::test] async fn $test() { type S = super::OidcProvider; use super::*; $future.await; })* }
        mod authlib { $(#[tokio::test] async fn $test() { type S = super::Authlib; use super::*; $future.await; })* }
    };
}

on_both_servers! {
    code_with_client_secret_basic: the_whole_life_of_tokens(basic::<S>());
    code_with_client_secret_post: the_whole_life_of_tokens(post::<S>());
    code_as_a_public_client: the_whole_life_of_tokens(public::<S>());
    client_credentials: client_credentials::<S>();
    introspection: introspection::<S>();
    refusals: refusals::<S>();
    consent_and_denial: denial::<S>();
}
