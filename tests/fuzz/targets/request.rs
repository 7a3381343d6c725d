//! What goes out: Basic credentials and the parameters of a login come back as they went, and a request
//! holds what it should once.

#![no_main]

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use libfuzzer_sys::fuzz_target;
use oauth_core::http::header::AUTHORIZATION;
use oauth_core::{Client, ClientSecret, oauth_provider};
use oauth_fuzz::{check_error, measured};
use url::Url;

/// A provider that takes Basic credentials, and parameters of the caller's.
#[oauth_provider(
    authorization_endpoint = "https://out.example/authorize?fixed=1",
    token_endpoint = "https://out.example/token",
    client_auth(client_secret_basic),
    grants(authorization_code, client_credentials),
    scopes(read),
    custom_scopes(allowed),
    authorization_request(params(hint(optional), resource(optional)))
)]
#[derive(Debug, Clone, Copy)]
struct Out;

/// As RFC 6749 section 2.3.1 has it.
fn check_basic(id: &str, secret: &str) {
    let client = Client::new(Out, ClientSecret::new(id, secret));
    let request = measured(id.len() + secret.len(), || client.client_credentials().request()).unwrap();
    let value = &request.headers()[AUTHORIZATION];
    assert!(value.is_sensitive() && value.as_bytes().is_ascii());
    let pair = STANDARD.decode(value.to_str().unwrap().strip_prefix("Basic ").unwrap()).unwrap();
    let pair = String::from_utf8(pair).unwrap();
    let (sent_id, sent_secret) = pair.split_once(':').unwrap();
    for (sent, meant) in [(sent_id, id), (sent_secret, secret)] {
        let decoded: Vec<_> = form_urlencoded::parse(format!("x={sent}").as_bytes()).into_owned().collect();
        assert_eq!(decoded, [("x".to_owned(), meant.to_owned())]);
    }
    assert!(!secret.is_empty() && request.body().windows(secret.len()).all(|part| part != secret.as_bytes()) || secret.len() < 48);
}

fn check_url(id: &str, redirect_uri: &str, hint: &str, resource: &str) {
    let client = Client::new(Out, ClientSecret::new(id, "the CANARY of the client"));
    let length = [id, redirect_uri, hint, resource].iter().map(|text| text.len()).sum();
    let start = || {
        let request = client.authorize(redirect_uri).scopes([Out::READ]).parameter(Out::HINT.value(hint));
        let request = request.parameter(Out::RESOURCE.value(resource)).parameter(Out::RESOURCE.value("urn:x"));
        request.start()
    };
    match measured(length, start) {
        Ok(login) => {
            let url = Url::parse(&login.url).unwrap();
            assert_eq!(&login.url[..37], "https://out.example/authorize?fixed=1");
            assert_eq!((url.host_str(), url.path(), url.fragment()), (Some("out.example"), "/authorize", None));
            let sent: Vec<(String, String)> = url.query_pairs().into_owned().collect();
            let known: Vec<_> = sent.iter().map(|(name, value)| (&**name, &**value)).collect();
            let [fixed, kind, client_id, redirect, scope, state, challenge, method, rest @ ..] = &known[..] else {
                panic!("{known:?}");
            };
            assert_eq!(
                [fixed, kind, client_id, redirect, scope, method],
                [
                    &("fixed", "1"),
                    &("response_type", "code"),
                    &("client_id", id),
                    &("redirect_uri", redirect_uri),
                    &("scope", "read"),
                    &("code_challenge_method", "S256")
                ]
            );
            assert_eq!((state.0, state.1.len(), challenge.0, challenge.1.len()), ("state", 32, "code_challenge", 43));
            let mut expected = vec![("hint", hint), ("resource", resource)];
            if resource != "urn:x" {
                expected.push(("resource", "urn:x"));
            }
            assert_eq!(rest, expected);
            // Where it is a URL, it is one that a code may go to.
            let Ok(url) = Url::parse(redirect_uri) else { return };
            let is_here = matches!(url.host_str(), Some("127.0.0.1" | "[::1]" | "localhost"));
            let is_good = url.scheme() == "https" || url.scheme() == "http" && is_here || url.scheme().contains('.');
            let has_password = url.password().is_some() && !url.scheme().contains('.');
            assert!(is_good && url.fragment().is_none() && !has_password, "{redirect_uri}");
        }
        Err(error) => check_error(&error, "the CANARY of the client"),
    }
}

fuzz_target!(|input: &[u8]| {
    let Ok(text) = std::str::from_utf8(input) else { return };
    let mut parts = text.splitn(4, '\u{1}');
    let mut next = || parts.next().unwrap_or_default();
    let (id, one, two, three) = (next(), next(), next(), next());
    check_basic(id, one);
    check_url(id, one, two, three);
});
