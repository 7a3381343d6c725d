//! Where a request may go: to no redirect's target, no private address, no proxy that the
//! environment names.

use super::{Test, shown, unusable};
use oauth_core::http::{HeaderValue, Request, StatusCode, header};
use oauth_core::metadata::AddressPolicy;
use oauth_core::transport::ExchangeOptions;
use oauth_core::{
    Client, ClientSecret, ErrorKind, Host, Recovery, ReqwestTransport, Transport, TransportErrorKind,
};
use oauth_standard::Standard;
use oauth_testkit::{AuthorizationServer, Endpoint, Fault};
use std::io::ErrorKind as IoErrorKind;
use std::net::{TcpListener, ToSocketAddrs};
use std::process::Command;

#[tokio::test]
async fn no_redirect_is_followed() {
    let (test, thief) = (Test::new(), AuthorizationServer::start(&super::Bank).unwrap());
    for status in [301, 302, 303, 307, 308] {
        for target in [
            format!("http://{}/token", thief.address()),
            format!("http://{}/token", test.server.address()),
            "/token".to_owned(),
            "/CANARY".to_owned(),
        ] {
            let location = HeaderValue::from_str(&target).unwrap();
            let fault =
                Fault::status(StatusCode::from_u16(status).unwrap()).header(header::LOCATION, location);
            let error = test.error(fault).await;
            assert!(unusable(&error).reason().contains("redirect"), "{error}");
        }
    }
    assert!(thief.audit().is_empty());
    assert!(test.server.requests(Endpoint::Unknown).is_empty());
}

#[tokio::test]
async fn no_redirect_of_the_api_is_followed() {
    let (test, thief) = (Test::new(), AuthorizationServer::start(&super::Bank).unwrap());
    let tokens = test.client.client_credentials().send().await.unwrap();
    let target = format!("http://{}/api/x", thief.address());
    test.server.inject(Endpoint::Api, Fault::redirect(HeaderValue::from_str(&target).unwrap()));
    let call = test.client.api(oauth_core::http::Method::GET, "x", tokens.access_token());
    assert_eq!(call.send().await.unwrap().status(), StatusCode::TEMPORARY_REDIRECT);
    assert!(thief.audit().is_empty());
}

/// Names of this machine; those that it does not know are left out.
fn private_names() -> Vec<&'static str> {
    let names = ["localhost", "localhost.localdomain", "ip6-localhost", "ip6-loopback"];
    let known = |name: &&str| (*name, 0).to_socket_addrs().is_ok_and(|mut found| found.next().is_some());
    let known: Vec<_> = names.into_iter().filter(known).collect();
    assert!(known.contains(&"localhost"));
    known
}

#[tokio::test]
async fn a_private_host_of_the_users_choice_is_refused() {
    for name in private_names() {
        let provider = Standard { host: Host::new(name).unwrap() };
        let client = Client::new(provider, ClientSecret::new("id", "CANARY"));
        let error = client.client_credentials().send().await.unwrap_err();
        let ErrorKind::Transport(cause) = error.kind() else { panic!("{error:?}") };
        assert_eq!(cause.kind(), TransportErrorKind::AddressRefused, "{name}");
        assert_eq!(error.recovery(), Recovery::FixConfiguration);
        assert!(!shown(&error).contains("CANARY"));
    }
}

/// Nobody connected to this.
fn is_untouched(listener: &TcpListener) -> bool {
    listener.set_nonblocking(true).unwrap();
    listener.accept().is_err_and(|error| error.kind() == IoErrorKind::WouldBlock)
}

/// The listener would have answered; it was not even connected to.
#[tokio::test]
async fn it_is_refused_before_a_connection() {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    let transport = ReqwestTransport::builder().build().unwrap();
    let hosts = private_names().into_iter().chain([
        "127.0.0.1",
        "127.1",
        "2130706433",
        "[::1]",
        "[::ffff:127.0.0.1]",
    ]);
    for host in hosts {
        let mut options = ExchangeOptions::default();
        options.addresses = AddressPolicy::DenyPrivate;
        let mut request = Request::new(Vec::new());
        *request.uri_mut() = format!("http://{host}:{port}/").parse().unwrap();
        request.extensions_mut().insert(options);
        let error = transport.send(request).await.unwrap_err();
        assert_eq!(error.kind(), TransportErrorKind::AddressRefused, "{host}");
    }
    assert!(is_untouched(&listener));
}

#[test]
fn wrong_hosts_are_refused_before_any_url_is_built() {
    for value in [
        "evil.com/#",
        "..",
        "evil.com\n",
        "\u{ff45}vil.com",
        "a@evil.com",
        "127.0.0.1",
        "2130706433",
        "a:80",
        "[::1]",
        "",
    ] {
        assert!(Host::new(value).is_err(), "{value:?}");
    }
}

const PROXIES: &[&str] =
    &["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"];

/// Tells the second run of this program from the first.
const CHILD: &str = "OAUTH_TESTS_WITH_PROXIES";

/// Runs itself again, in a process with proxies in its environment.
#[tokio::test]
async fn proxies_of_the_environment_are_ignored() {
    if std::env::var_os(CHILD).is_some() {
        let test = Test::new();
        test.exchange().send().await.unwrap();
        // The shared transport too.
        let client = test.server.client(super::Bank, test.server.client_secret()).unwrap();
        client.client_credentials().send().await.unwrap();
        assert_eq!(test.server.requests(Endpoint::Token).len(), 2);
        return;
    }
    let proxy = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", "network::proxies_of_the_environment_are_ignored"]).env(CHILD, "1");
    child.env_remove("NO_PROXY").env_remove("no_proxy");
    for name in PROXIES {
        child.env(name, format!("http://{}", proxy.local_addr().unwrap()));
    }
    let output = child.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
    assert!(is_untouched(&proxy));
}
