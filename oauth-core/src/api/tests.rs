//! Where an access token goes, and where it never does.

mod form;

use super::*;
use crate::hook::{Hook, HookError};
use crate::metadata::{
    ApiBaseFormat, BearerFormat, Metadata, RequestFormat, TokenResponseFormat, UserinfoResponseFormat,
};
use crate::provider::{Accepts, HasEndpoint, NoExtra, Provider};
use crate::transport::{ExchangeOptions, ResponseFuture, Transport};
use crate::url_variable::Text;
use crate::variables::Variables;
use crate::{AccessToken, Client, ClientSecret, Recovery};
use http::Method;
use std::task::{Poll, Waker};

/// A provider that is whatever its metadata say.
struct Anything(&'static Metadata);

impl Provider for Anything {
    type Auth = ClientSecret;
    type Extra = NoExtra;
    type TokenDetails = NoExtra;

    fn metadata(&self) -> &'static Metadata {
        self.0
    }

    fn variables(&self, variables: &mut Variables) {
        variables.set::<Text, _>("key", &"k3y-of-app".to_owned());
    }

    fn hook(&self) -> Option<Arc<dyn Hook>> {
        (self.0.name == "Signed").then(|| Arc::new(Signature) as Arc<dyn Hook>)
    }
}

impl Accepts<ClientSecret> for Anything {}
impl<E> HasEndpoint<E> for Anything {}

struct Signature;

impl Hook for Signature {
    fn sign(&self, request: &mut Request<Vec<u8>>) -> Result<(), HookError> {
        if request.uri().path() == "/v1/unsigned" {
            return Err(HookError::new("no signature"));
        }
        let signature = format!("{} {} {}", request.method(), request.uri(), request.body().len());
        request.headers_mut().insert("x-signature", signature.parse().unwrap());
        Ok(())
    }
}

const METADATA: Metadata = Metadata {
    name: "Anything",
    token_endpoint: Some("https://server.example/token"),
    userinfo_endpoint: Some("https://server.example/me?v=2"),
    api_base: Some("https://api.example/v1"),
    ..Metadata::DEFAULT
};

const SALESFORCE: ApiBaseFormat =
    ApiBaseFormat { member: "instance_url", hosts: &["*.salesforce.example"], path: "/services" };

fn client(metadata: Metadata) -> Client<Anything> {
    Client::new(Anything(Box::leak(Box::new(metadata))), ClientSecret::new("id", "hunter22"))
}

fn carried(carrier: TokenCarrier) -> Client<Anything> {
    client(Metadata { bearer: BearerFormat { carrier, headers: &[("X-Key", "{key}")] }, ..METADATA })
}

fn token() -> AccessToken<Anything> {
    AccessToken::new("AT/1-secret").unwrap()
}

fn get(client: &Client<Anything>, path: &str) -> Result<String, String> {
    let request = client.api(Method::GET, path, &token()).request().map_err(|error| error.to_string())?;
    Ok(request.uri().to_string())
}

#[test]
fn a_path_is_joined_to_the_api_base_by_one_slash() {
    let root = client(Metadata { api_base: Some("https://api.example/"), ..METADATA });
    let bare = client(Metadata { api_base: Some("https://api.example"), ..METADATA });
    let deep = client(Metadata { api_base: Some("https://api.example/v1/"), ..METADATA });
    for (path, joined) in [
        ("", ""),
        ("/", ""),
        ("a", "a"),
        ("/a/b", "a/b"),
        ("//evil.example/x", "evil.example/x"),
        ("a?b=c/../d", "a?b=c/../d"),
        ("?a=b", "?a=b"),
        ("a..b/...", "a..b/..."),
        ("@evil.example", "@evil.example"),
        (":443/x", ":443/x"),
        (".evil.example", ".evil.example"),
        ("https://evil.example/", "https://evil.example/"),
        ("a%2fb", "a%2fb"),
    ] {
        for client in [&root, &bare] {
            assert_eq!(get(client, path), Ok(format!("https://api.example/{joined}")), "{path}");
        }
        assert_eq!(get(&deep, path), Ok(format!("https://api.example/v1/{joined}")), "{path}");
    }
}

#[test]
fn a_path_that_leads_elsewhere_is_refused() {
    let wrong = "the path of an API request is relative to `api_base` and stays below it";
    for path in [
        "..",
        "../x",
        "a/../../x",
        "a/..",
        ".",
        "./x",
        "a/./b",
        "%2e%2E/x",
        ".%2e",
        "%2e",
        "a\\..\\x",
        "..\\x",
        "x#y",
        "#",
        "a b",
        "a\n",
        "a\u{e9}\u{0}",
    ] {
        let error = get(&client(METADATA), path).unwrap_err();
        assert!(error.ends_with(wrong), "{path}: {error}");
    }
}

#[test]
fn the_token_is_carried_as_declared_and_never_prints() {
    let request = carried(TokenCarrier::Scheme("Zoho-oauthtoken")).api(Method::PUT, "x", &token());
    let body = || "{}".to_owned();
    let request = request.body(HeaderValue::from_static("application/json"), body());
    let request = request.header(HeaderName::from_static("x-version"), HeaderValue::from_static("3"));
    assert_eq!(format!("{request:?}"), "ApiRequest { method: PUT, .. }");
    let request = request.request().unwrap();
    assert_eq!((request.method(), &**request.body()), (&Method::PUT, &b"{}"[..]));
    let headers = request.headers();
    assert_eq!(headers[header::AUTHORIZATION], "Zoho-oauthtoken AT/1-secret");
    assert_eq!((&headers[header::CONTENT_TYPE], headers.len()), (&"application/json".parse().unwrap(), 5));
    assert_eq!(
        (&headers["x-key"], &headers["x-version"]),
        (&"k3y-of-app".parse().unwrap(), &"3".parse().unwrap())
    );
    assert_eq!(headers[header::ACCEPT], "application/json");
    let shown = format!("{headers:?}");
    assert!(!shown.contains("AT/1") && !shown.contains("k3y"), "{shown}");
    assert_eq!(ExchangeOptions::of(&request).max_body, 16 * 1024 * 1024);

    let request = carried(TokenCarrier::Header("X-Token")).api(Method::GET, "x", &token()).request().unwrap();
    assert_eq!(request.headers()["x-token"], "AT/1-secret");
    assert!(!request.headers().contains_key(header::AUTHORIZATION));

    let query = carried(TokenCarrier::Query("access token"));
    assert_eq!(get(&query, "x"), Ok("https://api.example/v1/x?access+token=AT%2F1-secret".to_owned()));
    assert_eq!(get(&query, "x?y"), Ok("https://api.example/v1/x?y&access+token=AT%2F1-secret".to_owned()));
    for path in ["x?access+token=1", "x?a=b&access%20token", "x?access%20toke%6E="] {
        assert!(
            get(&query, path).unwrap_err().ends_with("`access token` is managed by the client"),
            "{path}"
        );
    }
}

#[test]
fn what_the_client_or_its_transport_manages_is_not_set() {
    let set = |carrier, name: HeaderName| {
        let request = carried(carrier).api(Method::GET, "x", &token());
        let request = request.header(name, HeaderValue::from_static("x")).request();
        request.map(drop).map_err(|error| error.to_string())
    };
    let token = HeaderName::from_static("x-token");
    for (carrier, name) in [
        (TokenCarrier::Header("X-Token"), token.clone()),
        (TokenCarrier::Header("X-Token"), header::AUTHORIZATION),
        (TokenCarrier::Query("t"), header::AUTHORIZATION),
        (TokenCarrier::Scheme("Bearer"), header::HOST),
        (TokenCarrier::Scheme("Bearer"), header::CONTENT_LENGTH),
    ] {
        let error = set(carrier, name.clone()).unwrap_err();
        assert!(error.ends_with(&format!("the header `{name}` is managed by the client")), "{error}");
    }
    for (carrier, name) in [
        (TokenCarrier::Scheme("Bearer"), token),
        (TokenCarrier::Header("X-Token"), header::ACCEPT),
        (TokenCarrier::Query("t"), HeaderName::from_static("x-key")),
    ] {
        assert_eq!(set(carrier, name.clone()), Ok(()), "{name}");
    }
}

#[test]
fn a_token_of_another_type_goes_nowhere() {
    let other = token().with_token_type(TokenType::Other("mac".into()));
    let error = client(METADATA).api(Method::GET, "x", &other).request().unwrap_err();
    assert!(error.to_string().contains("never sent as a Bearer token"), "{error}");
    let error = client(METADATA).userinfo(&other).request().unwrap_err();
    assert!(error.to_string().contains("never sent as a Bearer token"), "{error}");
}

#[test]
fn the_resource_owner_is_asked_for_as_declared() {
    let request = client(METADATA).userinfo(&token()).request().unwrap();
    assert_eq!(
        (request.method(), &*request.uri().to_string()),
        (&Method::GET, "https://server.example/me?v=2")
    );
    let declared = Metadata {
        userinfo_request: &RequestFormat {
            method: &[crate::metadata::Method::Post],
            query: &[("app", "{client_id}&1")],
            headers: &[("X-Id", "{client_id}")],
            ..RequestFormat::DEFAULT
        },
        bearer: BearerFormat { carrier: TokenCarrier::Query("t"), headers: &[] },
        ..METADATA
    };
    let request = client(declared).userinfo(&token()).request().unwrap();
    let url = "https://server.example/me?v=2&app=id%261&t=AT%2F1-secret";
    assert_eq!((request.method(), &*request.uri().to_string()), (&Method::POST, url));
    assert_eq!(request.headers()["x-id"], "id");
    let nowhere = client(Metadata { userinfo_endpoint: None, ..METADATA }).userinfo(&token()).request();
    assert!(nowhere.unwrap_err().to_string().ends_with("`Anything` is declared without `userinfo_endpoint`"));
    assert!(
        get(&client(Metadata { api_base: None, ..METADATA }), "x")
            .unwrap_err()
            .contains("without `api_base`")
    );
}

#[test]
fn an_api_base_that_came_with_the_token_is_at_a_declared_host() {
    let learning = Metadata {
        token_response: &TokenResponseFormat { api_base: Some(SALESFORCE), ..TokenResponseFormat::DEFAULT },
        ..METADATA
    };
    let at = |client: &Client<Anything>, base: &str| {
        let request = client.api(Method::GET, "/x?y", &token().with_api_base(base)).request();
        request.map(|request| request.uri().to_string()).map_err(|error| error.to_string())
    };
    let salesforce = client(learning);
    let expected = Ok("https://na1.salesforce.example/services/x?y".to_owned());
    assert_eq!(at(&salesforce, "https://na1.salesforce.example"), expected);
    assert_eq!(at(&salesforce, "NA1.salesforce.example/services/"), expected);
    for base in ["https://api.example", "https://salesforce.example", "http://na1.salesforce.example", ""] {
        assert!(at(&salesforce, base).unwrap_err().contains("is not at a host that"), "{base}");
    }
    assert!(get(&salesforce, "x").unwrap_err().contains("does not know its API base"));
    let local = client(learning).at_loopback("127.0.0.1:80".parse().unwrap()).unwrap();
    assert_eq!(at(&local, "na1.salesforce.example"), Ok("http://127.0.0.1:80/services/x?y".to_owned()));
    // What another client may have stored is nothing where the declaration has the base.
    assert_eq!(at(&client(METADATA), "https://evil.example"), Ok("https://api.example/v1/x?y".to_owned()));
}

#[test]
fn a_userinfo_answer_may_name_the_api_base() {
    let declared =
        Metadata { userinfo_response: UserinfoResponseFormat { api_base: Some(SALESFORCE) }, ..METADATA };
    let read = |metadata, body: &str| {
        client(metadata).api_base(&Response::new(body.into())).map_err(|error| error.to_string())
    };
    let base = read(declared, r#"{"instance_url":"https://na1.salesforce.example"}"#);
    assert_eq!(base, Ok("https://na1.salesforce.example/services".to_owned()));
    for (body, what) in [
        (r#"{"instance_url":"https://evil.example"}"#, "is at no declared host"),
        (r#"{"instance_url":7}"#, "is not there"),
        ("{}", "is not there"),
        ("", "is not there"),
    ] {
        let error = read(declared, body).unwrap_err();
        let expected =
            format!("the member `instance_url` of the userinfo answer, which names the API base, {what}");
        assert!(error.contains(&expected) && !error.contains("evil"), "{error}");
    }
    assert!(read(METADATA, "{}").unwrap_err().contains("without `userinfo_response(api_base(...))`"));
}

fn read(status: u16, challenge: Option<&str>) -> Result<Response<Vec<u8>>, Error> {
    let mut response = Response::builder().status(status);
    if let Some(challenge) = challenge {
        response = response.header(header::WWW_AUTHENTICATE, challenge);
    }
    let client = carried(TokenCarrier::Scheme("Bearer"));
    client.api(Method::GET, "x", &token()).read(response.body(b"body".to_vec()).unwrap())
}

#[test]
fn a_refused_token_is_an_error_and_every_other_answer_is_not() {
    let bearer = Some("Bearer error=\"invalid_token\"");
    for (status, challenge) in [
        (200, None),
        (204, bearer),
        (302, None),
        (400, bearer),
        (403, None),
        (403, Some("Basic realm=\"x\"")),
        (404, bearer),
        (500, None),
    ] {
        let answer = read(status, challenge).unwrap();
        assert_eq!((answer.status().as_u16(), &**answer.body()), (status, &b"body"[..]));
    }
    for (status, challenge, recovery) in [
        (401, None, Recovery::UseRefreshToken),
        (401, Some("Basic realm=\"x\""), Recovery::UseRefreshToken),
        (401, bearer, Recovery::UseRefreshToken),
        (403, Some("Bearer error=insufficient_scope"), Recovery::Reauthorize),
    ] {
        let error = read(status, challenge).unwrap_err();
        assert_eq!(error.recovery(), recovery, "{status} {challenge:?}");
    }
}

#[test]
fn an_echoed_secret_is_masked_in_what_the_api_says() {
    let said = "Bearer error_description=\"AT/1-secret, k3y-of-app, hunter22\"";
    let error = read(401, Some(said)).unwrap_err();
    let ErrorKind::Unauthorized(refusal) = error.kind() else { panic!("{error:?}") };
    let shown = refusal.challenge().and_then(challenge::BearerChallenge::description);
    assert_eq!(shown, Some("[redacted], [redacted], [redacted]"));
}

#[test]
fn a_hook_signs_what_goes_out() {
    let signed = client(Metadata { name: "Signed", ..METADATA });
    let request = signed.api(Method::POST, "x?y", &token());
    let request = request.body(HeaderValue::from_static("text/plain"), "abc".to_owned()).request().unwrap();
    assert_eq!(request.headers()["x-signature"], "POST https://api.example/v1/x?y 3");
    assert!(get(&signed, "unsigned").unwrap_err().contains("no signature"));
}

/// Answers with the URL that it was asked for, or refuses.
struct Echo;

impl Transport for Echo {
    fn send(&self, request: Request<Vec<u8>>) -> ResponseFuture<'_> {
        let status = if request.uri().path() == "/v1/refused" { 401 } else { 200 };
        let body = request.uri().to_string().into_bytes();
        Box::pin(async move { Ok(Response::builder().status(status).body(body).unwrap()) })
    }
}

#[test]
fn an_answer_is_read_when_it_is_sent() {
    let client = client(METADATA).with_transport(Echo);
    let send = |path: &str| {
        let mut sent = std::pin::pin!(client.api(Method::GET, path, &token()).send());
        let Poll::Ready(answer) = sent.as_mut().poll(&mut std::task::Context::from_waker(Waker::noop()))
        else {
            panic!("nothing to wait for")
        };
        answer
    };
    assert_eq!(send("x").unwrap().body(), b"https://api.example/v1/x");
    assert!(matches!(send("refused").unwrap_err().kind(), ErrorKind::Unauthorized(_)));
    assert!(matches!(send("../x").unwrap_err().kind(), ErrorKind::Configuration(_)));
}

#[cfg(feature = "blocking")]
#[test]
fn an_answer_is_waited_for() {
    let client = client(METADATA).with_transport(Echo);
    let send = |path: &str| client.api(Method::GET, path, &token()).send_blocking();
    assert_eq!(send("x").unwrap().body(), b"https://api.example/v1/x");
    assert!(matches!(send("refused").unwrap_err().kind(), ErrorKind::Unauthorized(_)));
}
