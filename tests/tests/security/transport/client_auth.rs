//! How a client authenticates itself: in one place, by one method, once.

use crate::{Bank, Test, answer, offline, parameter, parameters};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use oauth_core::http::{HeaderValue, Response, StatusCode, header};
use oauth_core::metadata::{BasicEncoding, ClientAuth};
use oauth_core::{Client, ClientId, ClientSecret, ErrorCode, ErrorKind, Login, oauth_provider};
use oauth_sharetribe::Sharetribe;
use oauth_testkit::{Endpoint, Fault};

const BASIC: ClientAuth = ClientAuth::ClientSecretBasic(BasicEncoding::Form);

/// Identifiers and secrets with what each encoding writes in its own way.
const ODD: &[(&str, &str)] = &[
    ("id", "secret"),
    ("a:b", "c:d"),
    ("", ""),
    ("id", " %&+\u{a3}\u{20ac}"),
    ("https://app.example/?a=b&c", "x y\tz"),
    ("\u{130}", "\u{1f511}\u{0}\r\n"),
    ("%41", "%2B+ "),
];

fn basic(client: &Client<Bank>) -> String {
    let request = client.client_credentials().request().unwrap();
    let value = request.headers()[header::AUTHORIZATION].to_str().unwrap();
    String::from_utf8(STANDARD.decode(value.strip_prefix("Basic ").unwrap()).unwrap()).unwrap()
}

#[test]
fn sec_23_basic_credentials_are_form_encoded_first() {
    let client = Client::new(Bank, ClientSecret::new("id", " %&+\u{a3}\u{20ac}")).with_client_auth(BASIC);
    // The sample of RFC 6749 appendix B.
    assert_eq!(basic(&client), "id:+%25%26%2B%C2%A3%E2%82%AC");
    for (id, secret) in ODD {
        let pair = basic(&Client::new(Bank, ClientSecret::new(*id, *secret)).with_client_auth(BASIC));
        let (sent_id, sent_secret) = pair.split_once(':').unwrap();
        let decoded = parameters(format!("{sent_id}={sent_secret}"));
        let decoded = decoded.first().map_or(("", ""), |(id, secret)| (id, secret));
        assert_eq!(decoded, (*id, *secret));
        assert!(pair.is_ascii() && !pair.bytes().any(|byte| byte.is_ascii_control()), "{pair}");
    }
}

/// A server that does not decode.
#[oauth_provider(
    token_endpoint = "https://raw.example/token",
    client_auth(client_secret_basic(encoding = "raw", because = "the server does not decode")),
    grants(client_credentials)
)]
#[derive(Debug, Clone, Copy)]
struct Raw;

#[test]
fn sec_24_raw_credentials_are_a_declared_departure() {
    let client = Client::new(Raw, ClientSecret::new("id", "a+b/c="));
    let request = client.client_credentials().request().unwrap();
    let sent = STANDARD.encode("id:a+b/c=");
    assert_eq!(request.headers()[header::AUTHORIZATION], format!("Basic {sent}"));
    let ambiguous = Client::new(Raw, ClientSecret::new("a:b", "CANARY"));
    let error = ambiguous.client_credentials().request().unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Configuration(_)), "{error}");
    assert!(!crate::shown(&error).contains("CANARY"));
}

#[test]
fn sec_25_a_request_has_one_client_authentication() {
    for (method, in_header) in [(ClientAuth::ClientSecretPost, false), (BASIC, true)] {
        let client = offline().with_client_auth(method);
        let token = oauth_core::AccessToken::new("AT").unwrap();
        let login = client.authorize("https://app.example/").start().unwrap();
        let Login { url, pending } = login;
        let callback = format!("code=c&state={}&iss=https://bank.example", crate::value(&url, "state"));
        for request in [
            client.client_credentials().request(),
            client.finish(pending, callback).unwrap().request(),
            client.refresh(&oauth_core::RefreshToken::new("RT").unwrap()).request(),
            client.revoke(&token).request(),
            client.introspect(&token).request(),
        ] {
            let request = request.unwrap();
            let body = parameters(request.body());
            assert_eq!(parameter(&body, "client_secret").is_some(), !in_header);
            assert_eq!(parameter(&body, "client_id").is_some(), !in_header);
            assert_eq!(
                request.headers().get_all(header::AUTHORIZATION).iter().count(),
                usize::from(in_header)
            );
        }
    }
}

#[tokio::test]
async fn sec_26_a_refused_client_authentication_is_not_tried_in_another_way() {
    for test in Test::over_each() {
        for (status, scheme) in [(401, "Basic"), (401, "Bearer"), (400, "")] {
            let mut refusal: Response<Vec<u8>> =
                answer(status, Some("application/json"), r#"{"error":"invalid_client"}"#);
            if !scheme.is_empty() {
                let challenge = HeaderValue::from_str(&format!("{scheme} realm=\"x\"")).unwrap();
                refusal.headers_mut().insert(header::WWW_AUTHENTICATE, challenge);
            }
            // `Test::error` counts the requests.
            let error = test.error(Fault::answer(refusal)).await;
            assert_eq!(error.code(), Some(&ErrorCode::InvalidClient));
            assert_eq!(error.status().map(|status| status.as_u16()), Some(status));
        }
        assert_eq!(test.server.requests(Endpoint::Token).len(), 3);
        let error = test.error(Fault::status(StatusCode::PROXY_AUTHENTICATION_REQUIRED)).await;
        assert_eq!(error.status(), Some(StatusCode::PROXY_AUTHENTICATION_REQUIRED));
    }
}

#[test]
fn sec_42_a_public_client_sends_its_identifier_and_nothing_else() {
    let client = Client::new(Sharetribe, ClientId::new("id"));
    let refresh_token = oauth_core::RefreshToken::new("RT").unwrap();
    for request in [
        client.client_credentials().request(),
        client.password("alice", "wonderland").request(),
        client.refresh(&refresh_token).request(),
    ] {
        let request = request.unwrap();
        let body = parameters(request.body());
        assert_eq!(parameter(&body, "client_id"), Some("id"));
        assert_eq!(parameter(&body, "client_secret"), None);
        assert!(!request.headers().contains_key(header::AUTHORIZATION));
    }
}
