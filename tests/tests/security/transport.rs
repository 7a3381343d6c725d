//! B: client authentication, and where a request may go: to no redirect's target, no private address,
//! no proxy that the environment names; in time, once, and without a secret in its URL.

mod client_auth;
mod connections;
mod hostile;
mod kept;
pub(crate) mod memory;
mod raw;
mod tls;

use super::{Test, is_alone, offline, parameters, shown, transports, unusable};
use crate::declarations::sources;
use oauth_core::http::{HeaderValue, Method, StatusCode, Uri, header};
use oauth_core::{AccessToken, ErrorKind, Recovery, RefreshToken};
use oauth_testkit::{AuthorizationServer, Endpoint, Fault};
use std::io::ErrorKind as IoErrorKind;
use std::net::{SocketAddr, TcpListener};
use std::time::Duration;

const REDIRECTS: [u16; 5] = [301, 302, 303, 307, 308];

fn redirect(status: u16, target: &str) -> Fault {
    let location = HeaderValue::from_str(target).unwrap();
    Fault::status(StatusCode::from_u16(status).unwrap()).header(header::LOCATION, location)
}

/// The same and another origin, absolute and relative.
fn targets(test: &Test, thief: &AuthorizationServer, path: &str) -> [String; 5] {
    [
        format!("http://{}{path}", thief.address()),
        format!("//{}{path}", thief.address()),
        format!("http://{}{path}", test.server.address()),
        path.to_owned(),
        "/CANARY".to_owned(),
    ]
}

#[tokio::test]
async fn sec_30_no_redirect_of_the_token_endpoint_is_followed() {
    for test in Test::over_each() {
        let thief = AuthorizationServer::start(&super::Bank).unwrap();
        for status in REDIRECTS {
            for target in targets(&test, &thief, "/token") {
                let error = test.error(redirect(status, &target)).await;
                assert!(unusable(&error).reason().contains("redirect"), "{error}");
            }
        }
        assert!(thief.audit().is_empty());
        assert!(test.server.requests(Endpoint::Unknown).is_empty());
    }
}

#[tokio::test]
async fn sec_30_no_redirect_of_other_endpoints_is_followed() {
    for test in Test::over_each() {
        let thief = AuthorizationServer::start(&super::Bank).unwrap();
        let (access_token, refresh_token) =
            (AccessToken::new("CANARY").unwrap(), RefreshToken::new("CANARY").unwrap());
        for status in REDIRECTS {
            for target in targets(&test, &thief, "/revoke") {
                let fault = || redirect(status, &target);
                test.server.inject(Endpoint::Token, fault());
                test.server.inject(Endpoint::Revocation, fault());
                test.server.inject(Endpoint::Introspection, fault());
                for error in [
                    test.client.refresh(&refresh_token).send().await.unwrap_err(),
                    test.client.revoke(&refresh_token).send().await.unwrap_err(),
                    test.client.introspect(&access_token).send().await.unwrap_err(),
                ] {
                    assert!(unusable(&error).reason().contains("redirect"), "{error}");
                    assert!(!shown(&error).contains("CANARY"), "{error}");
                }
            }
        }
        assert!(thief.audit().is_empty());
        for endpoint in [Endpoint::Token, Endpoint::Revocation, Endpoint::Introspection] {
            assert_eq!(test.server.requests(endpoint).len(), 25, "{endpoint:?}");
        }
    }
}

#[tokio::test]
async fn sec_31_no_redirect_of_the_api_is_followed() {
    for test in Test::over_each() {
        let thief = AuthorizationServer::start(&super::Bank).unwrap();
        let tokens = test.client.client_credentials().send().await.unwrap();
        for status in REDIRECTS {
            for target in targets(&test, &thief, "/api/x") {
                test.server.inject(Endpoint::Api, redirect(status, &target));
                let call = test.client.api(Method::GET, "x", tokens.access_token());
                assert_eq!(call.send().await.unwrap().status().as_u16(), status);
            }
        }
        assert!(thief.audit().is_empty());
        assert_eq!(test.server.requests(Endpoint::Api).len(), 25);
    }
}

#[test]
fn sec_31_an_access_token_goes_below_api_base_only() {
    let (client, token) = (offline(), AccessToken::new("CANARY").unwrap());
    for path in [
        "",
        "x",
        "/x",
        "//evil.example/x",
        "///evil.example",
        "https://evil.example/x",
        "@evil.example/",
        ".evil.example/",
        ":80@evil.example/",
        "\\\\evil.example",
        "/\\evil.example",
        "?x=https://evil.example",
        "..",
        "../x",
        "a/../../x",
        "%2e%2e/x",
        ".%2E/x",
        "a\\..\\x",
        "#@evil.example",
        "x\r\nHost: evil.example",
        "x y",
        "\u{e9}",
        "/\u{ff0f}evil.example",
    ] {
        let request = match client.api(Method::GET, path, &token).request() {
            Ok(request) => request,
            Err(error) => {
                assert!(
                    matches!(error.kind(), ErrorKind::Configuration(_)) && !shown(&error).contains("CANARY")
                );
                continue;
            }
        };
        let url = url::Url::parse(&request.uri().to_string()).unwrap();
        assert_eq!(
            (url.scheme(), url.host_str(), url.port()),
            ("https", Some("bank.example"), None),
            "{path}"
        );
        assert!(url.path().starts_with("/api") && url.username().is_empty(), "{path} leads to {url}");
    }
    // Nor does a header of the caller's move it or double it.
    for name in [header::AUTHORIZATION, header::HOST, header::COOKIE, header::PROXY_AUTHORIZATION] {
        let request =
            client.api(Method::GET, "x", &token).header(name, HeaderValue::from_static("evil.example"));
        assert!(request.request().is_err());
    }
}

#[test]
fn sec_27_secrets_are_never_in_a_url() {
    let (client, access_token) = (offline(), AccessToken::new("CANARY-access").unwrap());
    let refresh_token = RefreshToken::new("CANARY-refresh").unwrap();
    let test = Test::new();
    for request in [
        client.client_credentials().request(),
        client.refresh(&refresh_token).request(),
        client.revoke(&refresh_token).request(),
        client.revoke(&access_token).request(),
        client.introspect(&access_token).request(),
        test.exchange().request(),
    ] {
        let request = request.unwrap();
        assert_eq!((request.method(), request.uri().query()), (&Method::POST, None));
    }
    let request = client.api(Method::GET, "x", &access_token).request().unwrap();
    assert!(!request.uri().to_string().contains("CANARY"));
}

#[test]
fn sec_28_http_is_for_loopback_only() {
    for address in
        ["10.0.0.1:80", "169.254.169.254:80", "[2606:4700::1]:80", "0.0.0.0:80", "[::ffff:10.0.0.1]:80"]
    {
        let error = offline().at_loopback(address.parse::<SocketAddr>().unwrap()).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Configuration(_)), "{error}");
    }
    let token = AccessToken::new("AT").unwrap();
    let every = |client: &oauth_core::Client<super::Bank>| -> [Uri; 4] {
        [
            client.client_credentials().request().unwrap().uri().clone(),
            client.revoke(&token).request().unwrap().uri().clone(),
            client.introspect(&token).request().unwrap().uri().clone(),
            client.api(Method::GET, "x", &token).request().unwrap().uri().clone(),
        ]
    };
    assert!(every(&offline()).iter().all(|uri| uri.scheme_str() == Some("https")));
    let here: SocketAddr = "127.0.0.1:8080".parse().unwrap();
    let moved = every(&offline().at_loopback(here).unwrap());
    assert!(moved.iter().all(|uri| uri.to_string().starts_with("http://127.0.0.1:8080/")), "{moved:?}");
}

#[test]
fn sec_32_an_authorization_header_is_marked_sensitive() {
    let token = AccessToken::new("CANARY").unwrap();
    let basic = offline().with_client_auth(oauth_core::metadata::ClientAuth::ClientSecretBasic(
        oauth_core::metadata::BasicEncoding::Form,
    ));
    for request in [offline().api(Method::GET, "x", &token).request(), basic.client_credentials().request()] {
        let request = request.unwrap();
        assert!(request.headers()[header::AUTHORIZATION].is_sensitive());
        let shown = format!("{:?} {:#?}", request.headers(), request.headers());
        assert!(shown.contains("Sensitive") && !shown.contains("CANARY"), "{shown}");
    }
}

#[tokio::test]
async fn sec_36_how_long_to_wait_is_bounded() {
    for test in Test::over_each() {
        let after = |value: &str| {
            Fault::status(StatusCode::SERVICE_UNAVAILABLE)
                .header(header::RETRY_AFTER, HeaderValue::from_str(value).unwrap())
        };
        for (value, wait) in [
            ("0", Some(Duration::ZERO)),
            ("30", Some(Duration::from_secs(30))),
            ("120", Some(Duration::from_secs(120))),
            ("Wed, 21 Oct 2015 07:28:00 GMT", Some(Duration::ZERO)),
            ("Fri, 31 Dec 9999 23:59:59 GMT", Some(Duration::from_secs(86_400))),
            ("100000000000000", Some(Duration::from_secs(86_400))),
            ("99999999999999999999", Some(Duration::from_secs(86_400))),
            ("-1", None),
            ("-5", None),
            ("1.5", None),
            ("soon", None),
            ("", None),
        ] {
            let error = test.error(after(value)).await;
            assert_eq!((error.retry_after(), error.recovery()), (wait, Recovery::Retry), "{value}");
        }
    }
}

#[tokio::test]
async fn sec_37_an_error_of_the_transport_holds_no_url() {
    let closed = TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap();
    let token = AccessToken::new("CANARY").unwrap();
    for transport in transports(Duration::from_secs(20)) {
        let client = offline().at_loopback(closed).unwrap().with_transport(transport);
        for error in [
            client.client_credentials().send().await.unwrap_err(),
            client.introspect(&token).send().await.unwrap_err(),
            client.api(Method::GET, "x?secret=CANARY", &token).send().await.unwrap_err(),
        ] {
            assert!(matches!(error.kind(), ErrorKind::Transport(_)), "{error}");
            let shown = shown(&error);
            for leak in ["CANARY", "127.0.0.1", "http", "?"] {
                assert!(!shown.contains(leak), "{leak}: {shown}");
            }
        }
    }
}

#[tokio::test]
async fn sec_38_no_cookie_and_no_referer_is_sent() {
    for test in Test::over_each() {
        let cookie = HeaderValue::from_static("session=CANARY; Path=/");
        let fault = Fault::status(StatusCode::BAD_GATEWAY).header(header::SET_COOKIE, cookie);
        test.error(fault).await;
        test.error(redirect(302, "/token")).await;
        let tokens = test.exchange().send().await.unwrap();
        test.client.api(Method::GET, "x", tokens.access_token()).send().await.unwrap();
        let token = test.server.requests(Endpoint::Token);
        for request in token.iter().chain(&test.server.requests(Endpoint::Api)) {
            for name in [header::COOKIE, header::REFERER, header::ORIGIN, header::PROXY_AUTHORIZATION] {
                assert!(!request.headers().contains_key(&name), "{name}: {request}");
            }
        }
    }
}

/// Nobody connected to this.
fn is_untouched(listener: &TcpListener) -> bool {
    listener.set_nonblocking(true).unwrap();
    listener.accept().is_err_and(|error| error.kind() == IoErrorKind::WouldBlock)
}

#[tokio::test]
async fn sec_38_proxies_of_the_environment_are_ignored() {
    let proxy = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let names = ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"];
    let url = format!("http://{}", proxy.local_addr().unwrap());
    let environment = names.map(|name| (name, url.clone()));
    if !is_alone("transport::sec_38_proxies_of_the_environment_are_ignored", &environment) {
        assert!(is_untouched(&proxy));
        return;
    }
    for test in Test::over_each() {
        test.exchange().send().await.unwrap();
        // The shared transport too.
        let client = test.server.client(super::Bank, test.server.client_secret()).unwrap();
        client.client_credentials().send().await.unwrap();
        assert_eq!(test.server.requests(Endpoint::Token).len(), 2);
    }
}

#[tokio::test]
async fn sec_39_every_request_asks_for_json() {
    let token = AccessToken::new("AT").unwrap();
    let client = offline();
    for request in [
        client.client_credentials().request(),
        client.refresh(&RefreshToken::new("RT").unwrap()).request(),
        client.revoke(&token).request(),
        client.introspect(&token).request(),
        client.api(Method::GET, "x", &token).request(),
        Test::new().exchange().request(),
    ] {
        let request = request.unwrap();
        assert!(request.headers().get_all(header::ACCEPT).iter().eq(["application/json"]));
        // What is not asked for compressed can't be a bomb.
        assert!(!request.headers().contains_key(header::ACCEPT_ENCODING));
    }
    for test in Test::over_each() {
        test.exchange().send().await.unwrap();
        let requests = test.server.requests(Endpoint::Token);
        let [request] = &*requests else { panic!("{requests:?}") };
        assert!(request.headers().get_all(header::ACCEPT).iter().eq(["application/json"]));
        assert!(!request.headers().contains_key(header::ACCEPT_ENCODING));
    }
}

#[test]
fn sec_29_nothing_switches_the_check_of_certificates_off() {
    for (name, source) in sources("oauth-core/src").iter().chain(&sources("oauth-derive/src")) {
        for word in ["danger", "accept_invalid", "ServerCertVerifier", "SSLKEYLOGFILE", "KeyLog"] {
            assert!(!source.contains(word), "{name}: {word}");
        }
    }
}

#[tokio::test]
async fn sec_98_an_access_token_is_never_in_a_query() {
    for test in Test::over_each() {
        let tokens = test.client.client_credentials().send().await.unwrap();
        let token = tokens.access_token();
        for path in ["x", "x?y=z", "?", "x?access_token="] {
            let request = test.client.api(Method::GET, path, token).request().unwrap();
            assert!(!request.uri().to_string().contains(token.expose()));
            assert!(!request.headers()[header::AUTHORIZATION].is_empty());
        }
        let body = parameters(test.client.introspect(token).request().unwrap().body());
        assert!(body.iter().any(|(name, _)| name == "token"), "in the body");
    }
}
