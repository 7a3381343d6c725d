//! What goes out for hand-written declarations: requests as they leave the client.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_core::http::header::{HeaderName, HeaderValue};
use oauth_core::http::{Method, Request, Response, header};
use oauth_core::metadata::{
    AddressPolicy, ApiBaseFormat, BearerFormat, BodyFormat, ClientAuth, GrantMetadata, GrantType,
    Method as Verb, ParameterMetadata, ParameterValue, Pkce, RequestAuth, RequestFormat, RevocableTokens,
    ScopeMetadata, SecretHeader, StateCarrier, TokenCarrier, TokenResponseFormat,
};
use oauth_core::transport::{ExchangeOptions, ResponseFuture};
use oauth_core::{
    Accepts, AccessToken, Client, ClientSecret, Error, HasEndpoint, Hook, HookError, Metadata, NoExtra,
    Parameter, ParameterName, Provider, RefreshToken, RevokedBy, Scope, ScopeParameter, Supports, Text,
    Transport, TransportError, TransportErrorKind, Variables, endpoint, grant,
};
use std::sync::Arc;

/// A provider that is whatever its metadata say.
#[derive(Clone)]
struct Anything {
    metadata: &'static Metadata,
    key: &'static str,
    hook: Option<Arc<dyn Hook>>,
}

impl Provider for Anything {
    type Auth = ClientSecret;
    type Extra = NoExtra;
    type TokenDetails = NoExtra;

    fn metadata(&self) -> &'static Metadata {
        self.metadata
    }

    fn variables(&self, variables: &mut Variables) {
        variables.set::<Text, _>("key", &self.key.to_owned());
    }

    fn hook(&self) -> Option<Arc<dyn Hook>> {
        self.hook.clone()
    }
}

impl Accepts<ClientSecret> for Anything {}
impl<G> Supports<G, ClientSecret> for Anything {}
impl<E> HasEndpoint<E> for Anything {}
impl RevokedBy<Anything> for AccessToken<Anything> {}
impl RevokedBy<Anything> for RefreshToken<Anything> {}

const POST: &[ClientAuth] = &[ClientAuth::ClientSecretPost];

const METADATA: Metadata = Metadata {
    name: "Anything",
    authorization_endpoint: Some("https://server.example/authorize"),
    token_endpoint: Some("https://server.example/token"),
    revocation_endpoint: Some("https://server.example/revoke"),
    introspection_endpoint: Some("https://server.example/introspect"),
    userinfo_endpoint: Some("https://server.example/me"),
    api_base: Some("https://api.example/v1"),
    client_auth: POST,
    grants: &[
        GrantMetadata::new(GrantType::AUTHORIZATION_CODE, POST),
        GrantMetadata::new(GrantType::CLIENT_CREDENTIALS, POST),
        GrantMetadata::new(GrantType::REFRESH_TOKEN, POST),
        GrantMetadata::new(GrantType::LONG_LIVED_TOKEN, POST),
        GrantMetadata::new(GrantType::ACCESS_TOKEN_REFRESH, POST),
    ],
    scopes: &[ScopeMetadata::new("read", &[]), ScopeMetadata::new("write", &[])],
    ..Metadata::DEFAULT
};

fn client(metadata: Metadata) -> Client<Anything> {
    hooked(metadata, None)
}

fn hooked(metadata: Metadata, hook: Option<Arc<dyn Hook>>) -> Client<Anything> {
    let metadata = Box::leak(Box::new(metadata));
    Client::new(Anything { metadata, key: "k&1", hook }, ClientSecret::new("id", "hunter22"))
}

/// The same with one other grant.
fn granting(grant: GrantMetadata) -> Metadata {
    Metadata { grants: Box::leak(Box::new([grant])), ..METADATA }
}

fn access_token() -> AccessToken<Anything> {
    AccessToken::new("AT/1").unwrap()
}

fn line(request: &Request<Vec<u8>>) -> String {
    format!("{} {}", request.method(), request.uri())
}

fn body(request: Request<Vec<u8>>) -> String {
    String::from_utf8(request.into_body()).unwrap()
}

#[track_caller]
fn refused<T>(result: Result<T, Error>, why: &str) {
    let shown = result.err().unwrap().to_string();
    assert!(shown.contains(why) && !shown.contains("hunter22"), "{shown}");
}

/// A network that is down.
struct Unreachable;

impl Transport for Unreachable {
    fn send(&self, _: Request<Vec<u8>>) -> ResponseFuture<'_> {
        Box::pin(async { Err(TransportError::new(TransportErrorKind::Connect, "")) })
    }
}

#[test]
fn a_long_lived_token_by_get_shows_nowhere_but_in_the_request() {
    // Facebook.
    let client = client(Metadata {
        long_lived_token_endpoint: Some("https://graph.example/access_token"),
        ..granting(GrantMetadata {
            value: "fb_exchange_token",
            request: &RequestFormat {
                method: &[Verb::Get],
                rename: &[("access_token", "fb_exchange_token")],
                ..RequestFormat::DEFAULT
            },
            ..GrantMetadata::new(GrantType::LONG_LIVED_TOKEN, POST)
        })
    });
    let request = client.long_lived_token(&access_token());
    assert_eq!(
        line(&request.request().unwrap()),
        "GET https://graph.example/access_token?grant_type=fb_exchange_token&fb_exchange_token=AT%2F1\
         &client_id=id&client_secret=hunter22"
    );
    let error =
        request.read(Response::builder().status(500).body(b"AT/1 hunter22".to_vec()).unwrap()).unwrap_err();
    let request = client.long_lived_token(&access_token());
    let unreachable = client.clone().with_transport(Unreachable).long_lived_token(&access_token());
    let no_answer = unreachable.send_blocking().unwrap_err();
    let shown = format!("{request:?} {client:?} {error} {error:?} {no_answer} {no_answer:?}");
    assert!(!shown.contains("AT/1") && !shown.contains("AT%2F1") && !shown.contains("hunter22"), "{shown}");
}

#[test]
fn an_access_token_is_refreshed_by_itself() {
    // Instagram.
    let instagram = |auth, omit| {
        let request = RequestFormat { method: &[Verb::Get], auth, omit, ..RequestFormat::DEFAULT };
        client(Metadata {
            refresh_endpoint: Some("https://graph.example/refresh_access_token"),
            ..granting(GrantMetadata {
                value: "ig_refresh_token",
                request: Box::leak(Box::new(request)),
                ..GrantMetadata::new(GrantType::ACCESS_TOKEN_REFRESH, POST)
            })
        })
    };
    let request =
        instagram(RequestAuth::Nothing, &[]).refresh_access_token(&access_token()).request().unwrap();
    assert_eq!(
        line(&request),
        "GET https://graph.example/refresh_access_token?grant_type=ig_refresh_token&access_token=AT%2F1"
    );
    let by_header = instagram(RequestAuth::Bearer, &["access_token", "grant_type"]);
    let request = by_header.refresh_access_token(&access_token()).request().unwrap();
    assert_eq!(line(&request), "GET https://graph.example/refresh_access_token");
    assert_eq!(request.headers()[header::AUTHORIZATION], "Bearer AT/1");
}

/// The state of a login, and the body of its code exchange.
fn exchanged(client: &Client<Anything>) -> (String, String, String) {
    let login = client.authorize("https://app.example/cb").scopes([READ, WRITE]).start().unwrap();
    let url = login.url.clone();
    // Wherever it stands, the state is 32 characters long.
    let at = url.rfind("state%3D").map(|at| at + 8).or(url.rfind("state=").map(|at| at + 6)).unwrap();
    let state = url[at..at + 32].to_owned();
    let shown = format!("{login:?}");
    assert!(!shown.contains(&state), "{shown}");
    let request = client.finish(login.pending, format!("code=c&state={state}")).unwrap();
    assert!(!format!("{request:?}").contains(&state));
    (url, body(request.request().unwrap()), state)
}

const READ: Scope<Anything> = Scope::declared("read");
const WRITE: Scope<Anything> = Scope::declared("write");

#[test]
fn a_code_exchange_sends_the_state_and_the_scopes_of_its_login_where_declared() {
    // Naver, with scopes.
    let client = client(granting(GrantMetadata {
        value: "code_grant",
        response_type: "auth_code",
        request: &RequestFormat { send: &["state", "scope"], ..RequestFormat::DEFAULT },
        ..GrantMetadata::new(GrantType::AUTHORIZATION_CODE, POST)
    }));
    let (url, body, state) = exchanged(&client);
    assert!(url.contains("?response_type=auth_code&"), "{url}");
    let verifier = body.split("code_verifier=").nth(1).unwrap().split('&').next().unwrap();
    assert_eq!(
        body,
        format!(
            "grant_type=code_grant&code=c&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&code_verifier={verifier}\
             &state={state}&scope=read+write&client_id=id&client_secret=hunter22"
        )
    );
}

#[test]
fn state_in_the_redirect_uri_is_the_same_in_both_requests() {
    let metadata = Metadata { state: StateCarrier::InRedirectUri, pkce: Pkce::S256Hex, ..METADATA };
    let (url, body, state) = exchanged(&client(metadata));
    let sent = format!("redirect_uri=https%3A%2F%2Fapp.example%2Fcb%3Fstate%3D{state}&");
    assert!(url.contains(&sent) && body.contains(&sent), "{url} {body}");
    assert!(!url.contains("&state="), "{url}");
    let challenge = url.split("code_challenge=").nth(1).unwrap().split('&').next().unwrap();
    assert!(challenge.len() == 64 && challenge.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')));
}

#[test]
fn a_refresh_brings_the_redirect_uri_where_it_is_demanded_and_nowhere_else() {
    let format = &RequestFormat { send: &["redirect_uri"], ..RequestFormat::DEFAULT };
    let grant = GrantMetadata { request: format, ..GrantMetadata::new(GrantType::REFRESH_TOKEN, POST) };
    let hubspot = client(granting(grant));
    let refresh_token = RefreshToken::new("RT").unwrap();
    refused(hubspot.refresh(&refresh_token).request(), "give it with `.redirect_uri(…)`");
    let request = hubspot.refresh(&refresh_token).redirect_uri("https://app.example/cb").request().unwrap();
    assert_eq!(
        body(request),
        "grant_type=refresh_token&refresh_token=RT&redirect_uri=https%3A%2F%2Fapp.example%2Fcb\
         &client_id=id&client_secret=hunter22"
    );
    let plain = client(METADATA);
    refused(plain.refresh(&refresh_token).redirect_uri("x").request(), "takes no redirect URI");
}

#[test]
fn parameters_of_each_request() {
    const COMPANY: ParameterName<Anything, endpoint::Token> = ParameterName::declared("companyId");
    const MODE: Parameter<Anything, grant::ClientCredentials> = Parameter::declared("mode", "x");
    const PARAMS: &[ParameterMetadata] = &[
        ParameterMetadata::new("companyId", ParameterValue::Required),
        ParameterMetadata::new("mode", ParameterValue::OneOf(&["x"])),
    ];
    let format = &RequestFormat { params: PARAMS, ..RequestFormat::DEFAULT };
    let client = client(Metadata {
        revocation_request: format,
        introspection_request: format,
        ..granting(GrantMetadata {
            request: format,
            ..GrantMetadata::new(GrantType::CLIENT_CREDENTIALS, POST)
        })
    });
    refused(client.client_credentials().request(), "demands the parameter `companyId`");
    let request = client.client_credentials().parameter(COMPANY.value("hunter22")).parameter(MODE);
    assert!(!format!("{request:?} {:?}", COMPANY.value("hunter22")).contains("hunter22"));
    assert_eq!(
        body(request.request().unwrap()),
        "grant_type=client_credentials&client_id=id&client_secret=hunter22&companyId=hunter22&mode=x"
    );
    // A server that says it back shows nothing.
    let answer =
        Response::builder().status(400).body(br#"{"error":"x","error_description":"of hunter22"}"#.to_vec());
    refused(request.read(answer.unwrap()), "of [redacted]");

    const REVOKED: ParameterName<Anything, endpoint::Revocation> = ParameterName::declared("companyId");
    refused(client.revoke(&access_token()).request(), "demands the parameter `companyId`");
    let request = client.revoke(&access_token()).parameter(REVOKED.value("7")).request().unwrap();
    assert!(body(request).ends_with("&client_secret=hunter22&companyId=7"));
    const ASKED: ParameterName<Anything, endpoint::Introspection> = ParameterName::declared("companyId");
    refused(client.introspect(&access_token()).request(), "demands the parameter `companyId`");
    let request = client.introspect(&access_token()).parameter(ASKED.value("7")).request().unwrap();
    assert!(body(request).ends_with("&client_secret=hunter22&companyId=7"));
}

#[test]
fn a_second_set_of_scopes_is_a_parameter() {
    // Slack.
    const USER_SCOPE: ScopeParameter<Anything, endpoint::Authorization> =
        ScopeParameter::declared("user_scope");
    let client = client(Metadata {
        scope_delimiter: ',',
        authorization_request: &RequestFormat {
            params: const { &[ParameterMetadata::new("user_scope", ParameterValue::ScopeList)] },
            ..RequestFormat::DEFAULT
        },
        ..METADATA
    });
    let login =
        client.authorize("https://app.example/cb").scopes([READ]).parameter(USER_SCOPE.scopes([READ, WRITE]));
    let url = login.start().unwrap().url;
    assert!(url.contains("&scope=read&") && url.ends_with("&user_scope=read%2Cwrite"), "{url}");
}

#[test]
fn a_caller_sends_nothing_that_is_reserved() {
    let metadata = METADATA;
    for name in ["client_id", "redirect_uri", "state", "response_type", "code_challenge"] {
        let login =
            client(metadata).authorize("https://app.example/cb").parameter(Parameter::declared(name, "x"));
        refused(login.start(), "is declared without the parameter");
        let parameter: Parameter<Anything, endpoint::Token> = Parameter::declared(name, "x");
        refused(client(metadata).client_credentials().parameter(parameter).request(), "is declared without");
    }
}

#[test]
fn a_revocation_by_another_client_authentication() {
    // Square.
    const HEADER: SecretHeader =
        SecretHeader { header: "Authorization", scheme: Some("Client"), client_id_header: None };
    let client = client(Metadata {
        revocation_request: &RequestFormat {
            body: BodyFormat::Json,
            auth: RequestAuth::Method(ClientAuth::ClientSecretHeader(HEADER)),
            rename: &[("token", "access_token")],
            ..RequestFormat::DEFAULT
        },
        ..METADATA
    });
    let request = client.revoke(&access_token()).request().unwrap();
    assert_eq!(request.headers()[header::AUTHORIZATION], "Client hunter22");
    assert!(request.headers()[header::AUTHORIZATION].is_sensitive());
    assert_eq!(body(request), r#"{"access_token":"AT/1","client_id":"id"}"#);
}

#[test]
fn an_access_token_that_stands_nowhere_else_revokes_itself() {
    // Dropbox.
    let client = client(Metadata {
        revocation_request: &RequestFormat {
            auth: RequestAuth::Bearer,
            omit: &["token"],
            ..RequestFormat::DEFAULT
        },
        ..METADATA
    });
    let request = client.revoke(&access_token()).request().unwrap();
    assert_eq!(request.headers()[header::AUTHORIZATION], "Bearer AT/1");
    assert_eq!(request.headers().get(header::CONTENT_TYPE), None);
    assert_eq!(body(request), "");
    let other = AccessToken::new("other").unwrap();
    let request = client.revoke(&access_token()).bearer(&other).request().unwrap();
    assert_eq!(request.headers()[header::AUTHORIZATION], "Bearer AT/1");
    // A request without the refresh token would be answered with success, and leave it as it is.
    let request = client.revoke(&RefreshToken::new("RT").unwrap()).bearer(&access_token());
    refused(request.request(), "revokes access tokens only");
}

#[test]
fn one_kind_of_token_is_revoked_where_the_provider_takes_one() {
    let revoking = |tokens| {
        let revocation_request = RequestFormat { tokens, ..RequestFormat::DEFAULT };
        client(Metadata { revocation_request: Box::leak(Box::new(revocation_request)), ..METADATA })
    };
    let refresh_token = RefreshToken::new("RT").unwrap();
    let client = revoking(RevocableTokens::AccessOnly);
    assert!(body(client.revoke(&access_token()).request().unwrap()).starts_with("token=AT%2F1&"));
    refused(
        client.revoke(&refresh_token).request(),
        "revokes access tokens only; hand over the access token",
    );
    let client = revoking(RevocableTokens::RefreshOnly);
    assert!(body(client.revoke(&refresh_token).request().unwrap()).starts_with("token=RT&"));
    refused(
        client.revoke(&access_token()).request(),
        "revokes refresh tokens only; hand over the refresh token",
    );
}

#[test]
fn a_userinfo_request_as_declared() {
    let client = client(Metadata {
        userinfo_endpoint: Some("https://server.example/me?v=2"),
        userinfo_request: &RequestFormat {
            method: &[Verb::Post],
            query: &[("fields", "id,name")],
            headers: &[("X-Version", "3")],
            ..RequestFormat::DEFAULT
        },
        ..METADATA
    });
    let request = client.userinfo(&access_token()).request().unwrap();
    assert_eq!(request.method(), Method::POST);
    assert_eq!(request.uri(), "https://server.example/me?v=2&fields=id%2Cname");
    assert_eq!(request.headers()["x-version"], "3");
    assert_eq!(request.headers()[header::AUTHORIZATION], "Bearer AT/1");
    assert_eq!(request.headers().get(header::CONTENT_TYPE), None);
    assert_eq!(body(request), "");
}

fn calling(carrier: TokenCarrier) -> Client<Anything> {
    let bearer = BearerFormat { carrier, headers: &[("Client-Id", "{client_id}"), ("X-Key", "{key}")] };
    client(Metadata { bearer, ..METADATA })
}

#[test]
fn an_access_token_is_carried_as_declared() {
    let call = |carrier| calling(carrier).api(Method::GET, "x?y=1", &access_token()).request().unwrap();
    let request = call(TokenCarrier::Scheme("Zoho-oauthtoken"));
    assert_eq!(request.headers()[header::AUTHORIZATION], "Zoho-oauthtoken AT/1");
    assert_eq!(
        (&request.headers()["client-id"], &request.headers()["x-key"]),
        (&"id".parse().unwrap(), &"k&1".parse().unwrap())
    );
    assert!(!format!("{request:?}").contains("AT/1") && !format!("{request:?}").contains("k&1"));

    let request = call(TokenCarrier::Header("X-Shopify-Access-Token"));
    assert_eq!(request.headers()["x-shopify-access-token"], "AT/1");
    assert!(request.headers()["x-shopify-access-token"].is_sensitive());
    assert!(!request.headers().contains_key(header::AUTHORIZATION));

    let request = call(TokenCarrier::Query("access_token"));
    assert_eq!(line(&request), "GET https://api.example/v1/x?y=1&access_token=AT%2F1");
    assert!(!request.headers().contains_key(header::AUTHORIZATION));
    let client = calling(TokenCarrier::Query("access_token"));
    let request = client.api(Method::GET, "x", &access_token());
    assert!(!format!("{request:?}").contains("AT"));
}

#[test]
fn what_carries_the_token_is_managed() {
    let set = |carrier, name| {
        let request = calling(carrier).api(Method::GET, "x", &access_token());
        request.header(HeaderName::from_static(name), HeaderValue::from_static("x")).request()
    };
    refused(set(TokenCarrier::Header("X-Token"), "x-token"), "is managed by the client");
    refused(set(TokenCarrier::Header("X-Token"), "authorization"), "is managed by the client");
    refused(set(TokenCarrier::Scheme("Bearer"), "host"), "is managed by the client");
    assert!(set(TokenCarrier::Scheme("Bearer"), "client-id").is_ok());
    let client = calling(TokenCarrier::Query("access_token"));
    for path in ["x?access_token=y", "x?a=1&%61ccess_token=y", "x?access_token"] {
        refused(client.api(Method::GET, path, &access_token()).request(), "`access_token` is managed");
    }
}

#[test]
fn who_the_resource_owner_is() {
    let request = client(METADATA).userinfo(&access_token()).request().unwrap();
    assert_eq!(line(&request), "GET https://server.example/me");
    assert_eq!(request.headers()[header::AUTHORIZATION], "Bearer AT/1");
    let request = calling(TokenCarrier::Query("token")).userinfo(&access_token()).request().unwrap();
    assert_eq!(line(&request), "GET https://server.example/me?token=AT%2F1");
}

#[test]
fn a_token_goes_to_the_api_base_that_came_with_it_and_to_declared_hosts_only() {
    let salesforce = client(Metadata {
        api_base: None,
        token_response: &TokenResponseFormat {
            api_base: Some(ApiBaseFormat {
                member: "/instance_url",
                hosts: &["*.salesforce.example"],
                path: "/services",
            }),
            ..TokenResponseFormat::DEFAULT
        },
        ..METADATA
    });
    let call = |client: &Client<Anything>, base: &str, path| {
        client.api(Method::GET, path, &access_token().with_api_base(base)).request()
    };
    let request = call(&salesforce, "https://na1.salesforce.example", "data/v60.0").unwrap();
    assert_eq!(line(&request), "GET https://na1.salesforce.example/services/data/v60.0");
    assert_eq!(
        access_token().with_api_base("na1.salesforce.example").api_base(),
        Some("na1.salesforce.example")
    );
    for base in ["https://evil.example", "http://na1.salesforce.example", "https://salesforce.example"] {
        refused(call(&salesforce, base, "x"), "is not at a host that `api_base(hosts(...))` names");
    }
    for path in ["../x", "%2e%2e/x", "x#y"] {
        refused(call(&salesforce, "https://na1.salesforce.example", path), "stays below it");
    }
    refused(salesforce.api(Method::GET, "x", &access_token()).request(), "with_api_base");
    let local = salesforce.at_loopback("127.0.0.1:8080".parse().unwrap()).unwrap();
    let request = call(&local, "https://na1.salesforce.example", "x").unwrap();
    assert_eq!(line(&request), "GET http://127.0.0.1:8080/services/x");
    refused(call(&local, "https://evil.example", "x"), "is not at a host");
}

/// Signs everything, and believes nothing else.
struct Signer(Result<(), &'static str>);

impl Signer {
    fn verdict(&self) -> Result<(), HookError> {
        self.0.map_err(HookError::new)
    }
}

impl Hook for Signer {
    fn before_token_request(&self, request: &mut Request<Vec<u8>>) -> Result<(), HookError> {
        request.body_mut().extend(b"&signature=1");
        // A hook lifts no limits.
        request.extensions_mut().clear();
        self.verdict()
    }

    fn after_token_response(&self, response: &mut Response<Vec<u8>>) -> Result<(), HookError> {
        let inner =
            response.body().strip_prefix(b"&&&START&&&").ok_or_else(|| HookError::new("no prefix"))?;
        *response.body_mut() = inner.to_vec();
        Ok(())
    }

    fn sign(&self, request: &mut Request<Vec<u8>>) -> Result<(), HookError> {
        let path = HeaderValue::from_str(request.uri().path()).map_err(|_| HookError::new("path"))?;
        request.headers_mut().insert("x-signed", path);
        self.verdict()
    }
}

#[test]
fn a_hook_changes_messages() {
    let metadata = Metadata { ssrf: AddressPolicy::DenyPrivate, ..METADATA };
    let client = hooked(metadata, Some(Arc::new(Signer(Ok(())))));
    let request = client.client_credentials();
    let sent = request.request().unwrap();
    assert_eq!(ExchangeOptions::of(&sent).addresses, AddressPolicy::DenyPrivate);
    assert_eq!(body(sent), "grant_type=client_credentials&client_id=id&client_secret=hunter22&signature=1");
    let tokens = request.read(Response::new(br#"&&&START&&&{"access_token":"AT"}"#.to_vec())).unwrap();
    let request = client.api(Method::GET, "x", tokens.access_token()).request().unwrap();
    assert_eq!(request.headers()["x-signed"], "/v1/x");
    refused(
        client.client_credentials().read(Response::new(b"{}".to_vec())),
        "the hook of the provider failed: no prefix",
    );
}

#[test]
fn the_error_of_a_hook_shows_its_message() {
    let client = hooked(METADATA, Some(Arc::new(Signer(Err("no key for the environment")))));
    let message = "the hook of the provider failed: no key for the environment";
    refused(client.client_credentials().request(), message);
    refused(client.api(Method::GET, "x", &access_token()).request(), message);
}

#[test]
fn an_answer_that_a_hook_refuses_hands_out_nothing() {
    let client = hooked(METADATA, Some(Arc::new(Signer(Ok(())))));
    let answer = br#"{"access_token":"AT","refresh_token":"RT"}"#;
    let mut error = client.client_credentials().read(Response::new(answer.to_vec())).unwrap_err();
    assert!(error.to_string().contains("no prefix"), "{error}");
    assert!(error.take_refresh_token::<Anything>().is_none());
    let good = [b"&&&START&&&", &answer[..]].concat();
    assert!(client.client_credentials().read(Response::new(good)).unwrap().refresh_token().is_some());
}

#[test]
fn clients_that_a_parameter_alone_tells_apart_finish_their_own_logins_only() {
    let metadata: &'static Metadata = Box::leak(Box::new(METADATA));
    let client =
        |key| Client::new(Anything { metadata, key, hook: None }, ClientSecret::new("id", "hunter22"));
    let login = client("one").authorize("https://app.example/cb").start().unwrap();
    let state = login.url.split("state=").nth(1).unwrap().split('&').next().unwrap();
    let callback = format!("code=c&state={state}");
    refused(client("two").finish(login.pending, callback), "started by another client");
}
