//! What a login sends, keeps and is bound to.

use super::ISS;
use crate::{Bank, Test, offline, parameter, parameters, shown, value};
use oauth_core::{
    CallbackError, Client, ClientId, ClientSecret, ErrorKind, Host, Login, SealingKey, oauth_provider,
};
use oauth_standard::Standard;
use oauth_testkit::{AuthorizationServer, Endpoint};
use std::collections::HashSet;

const REDIRECT_URI: &str = "https://app.example/callback?tenant=a%20b";

/// The parameters of the authorization request.
fn asked(url: &str) -> Vec<(String, String)> {
    parameters(url.split_once('?').unwrap().1)
}

#[track_caller]
fn callback_error(error: &oauth_core::Error) -> CallbackError {
    match error.kind() {
        ErrorKind::Callback(kind) => *kind,
        other => panic!("{other:?}"),
    }
}

#[test]
fn sec_01_a_hundred_thousand_logins_have_their_own_state() {
    let client = offline();
    let (mut states, mut challenges) = (HashSet::new(), HashSet::new());
    for _ in 0..100_000 {
        let url = client.authorize(REDIRECT_URI).start().unwrap().url;
        // 32 characters of 4 bits: 128 bits.
        let state = value(&url, "state");
        assert!(state.len() == 32 && state.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')));
        assert!(
            states.insert(state.to_owned()) && challenges.insert(value(&url, "code_challenge").to_owned())
        );
    }
    // Every character is drawn at each place.
    for at in 0..32 {
        let seen: HashSet<u8> = states.iter().map(|state| state.as_bytes()[at]).collect();
        assert_eq!(seen.len(), 16, "place {at}");
    }
}

#[test]
fn sec_01_randomness_comes_from_the_operating_system_or_not_at_all() {
    let source = include_str!("../../../../oauth-core/src/random.rs");
    let code: String = source.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    assert!(code.contains("getrandom::fill(bytes).map_err("), "a failure is an error: {code}");
    let manifest = include_str!("../../../../oauth-core/Cargo.toml");
    let has = |name: &str| manifest.lines().any(|line| line.starts_with(&format!("{name}.")));
    assert!(has("getrandom") && !has("rand") && !has("fastrand") && !has("oorandom"));
}

#[test]
fn sec_03_a_login_can_be_finished_once() {
    // That a second `finish` with the same value does not compile: ui/use_site/pending_used_twice.
    // The sealed form can't know that it was used: the provider takes a code once.
    let test = Test::new();
    let key = SealingKey::new([7; 32]);
    let Login { url, pending } = test.client.authorize(test.server.redirect_uri()).start().unwrap();
    let sealed = pending.seal(&key).unwrap();
    let callback = test.server.approve(&url).unwrap();
    let finish = || test.client.finish(test.client.open(&key, &sealed).unwrap(), &callback).unwrap();
    let (first, second) = (finish(), finish());
    first.send_blocking().unwrap();
    assert!(second.send_blocking().unwrap_err().is_invalid_grant());
}

#[test]
fn sec_04_a_login_belongs_to_the_browser_that_holds_it() {
    let test = Test::new();
    let key = SealingKey::new([7; 32]);
    let start = || {
        let Login { url, pending } = test.client.authorize(test.server.redirect_uri()).start().unwrap();
        (url, pending.seal(&key).unwrap())
    };
    let ((_, victims_cookie), (attackers_url, attackers_cookie)) = (start(), start());
    // The attacker's good code and state, in the victim's browser.
    let attackers_callback = test.server.approve(&attackers_url).unwrap();
    let pending = test.client.open(&key, &victims_cookie).unwrap();
    let error = test.client.finish(pending, &attackers_callback).unwrap_err();
    assert_eq!(callback_error(&error), CallbackError::StateMismatch);
    // Cookies that the attacker makes or changes.
    let forged = SealingKey::new([8; 32]);
    let attacker = test.client.authorize(test.server.redirect_uri()).start().unwrap();
    for cookie in [
        attacker.pending.seal(&forged).unwrap(),
        String::new(),
        "x".to_owned(),
        attackers_cookie[..attackers_cookie.len() - 4].to_owned(),
        format!("{}{}", &victims_cookie[..40], &attackers_cookie[40..]),
        attackers_cookie.chars().rev().collect(),
        "\u{e9}".repeat(100),
    ] {
        let error = test.client.open(&key, &cookie).unwrap_err();
        assert_eq!(callback_error(&error), CallbackError::Unsealable);
    }
    for at in 0..attackers_cookie.len() {
        let mut bytes = attackers_cookie.clone().into_bytes();
        bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
        assert!(test.client.open(&key, std::str::from_utf8(&bytes).unwrap()).is_err(), "byte {at}");
    }
    assert!(test.server.requests(Endpoint::Token).is_empty());
}

/// The bound of ten minutes is checked in oauth-core, where the time is an argument.
#[cfg(target_os = "linux")]
#[test]
fn sec_05_the_client_keeps_nothing_of_a_started_login() {
    if !crate::is_alone("authorization::logins::sec_05_the_client_keeps_nothing_of_a_started_login", &[]) {
        return;
    }
    let client = offline();
    let start = |count| (0..count).for_each(|_| drop(client.authorize(REDIRECT_URI).start().unwrap()));
    start(1_000);
    let before = crate::transport::memory::memory("VmRSS");
    start(100_000);
    let growth = crate::transport::memory::memory("VmHWM").saturating_sub(before);
    assert!(growth < 1024 * 1024, "{growth} bytes");
}

#[test]
fn sec_06_interleaved_logins_keep_their_own_verifiers() {
    let test = Test::new();
    let logins: Vec<_> =
        (0..20).map(|_| test.client.authorize(test.server.redirect_uri()).start().unwrap()).collect();
    let callbacks: Vec<_> = logins.iter().map(|login| test.server.approve(&login.url).unwrap()).collect();
    // The server compares each verifier with its challenge.
    for (login, callback) in logins.into_iter().zip(callbacks).rev() {
        test.client.finish(login.pending, callback).unwrap().send_blocking().unwrap();
    }
    let requests = test.server.requests(Endpoint::Token);
    let verifiers: HashSet<_> =
        requests.iter().map(|request| request.parameter("code_verifier").unwrap()).collect();
    assert_eq!(verifiers.len(), 20);
}

/// A public client's code flow.
#[oauth_provider(
    authorization_endpoint = "https://public.example/authorize",
    token_endpoint = "https://public.example/token",
    client_auth(none),
    grants(authorization_code)
)]
#[derive(Debug, Clone, Copy)]
struct Public;

#[test]
fn sec_07_every_code_login_has_a_s256_challenge() {
    let public = Client::new(Public, ClientId::new("id")).authorize(REDIRECT_URI).start().unwrap().url;
    let confidential = offline().authorize(REDIRECT_URI).start().unwrap().url;
    for url in [public, confidential] {
        let asked = asked(&url);
        assert_eq!(parameter(&asked, "code_challenge_method"), Some("S256"));
        // A SHA-256 in base64url without padding.
        assert_eq!(parameter(&asked, "code_challenge").unwrap().len(), 43);
    }
    let test = Test::new();
    let sent = parameters(test.exchange().request().unwrap().body());
    let verifier = parameter(&sent, "code_verifier").unwrap();
    assert!((43..=128).contains(&verifier.len()));
    assert!(verifier.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)));
    test.exchange().send_blocking().unwrap();
}

#[test]
fn sec_08_there_is_no_way_back_from_s256() {
    let test = Test::new();
    let Login { url, pending } = test.client.authorize(test.server.redirect_uri()).start().unwrap();
    assert!(!url.contains("plain"), "{url}");
    let refusal = "error=invalid_request&error_description=transform+algorithm+not+supported";
    let callback = format!("{refusal}&state={}&{ISS}", value(&url, "state"));
    let error = test.client.finish(pending, callback).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::AuthorizationResponse(_)), "{error}");
    assert!(test.server.audit().is_empty(), "no second try");
}

/// A provider that can't take a challenge.
#[oauth_provider(
    authorization_endpoint = "https://old.example/authorize",
    token_endpoint = "https://old.example/token",
    client_auth(client_secret_post),
    grants(authorization_code),
    pkce(none, because = "the server refuses parameters that it does not know")
)]
#[derive(Debug, Clone, Copy)]
struct WithoutPkce;

#[test]
fn sec_09_without_pkce_state_is_still_compared() {
    let client = Client::new(WithoutPkce, ClientSecret::new("id", "secret"));
    let Login { url, pending } = client.authorize(REDIRECT_URI).start().unwrap();
    assert!(value(&url, "state").len() == 32 && !url.contains("code_challenge"));
    let error = client.finish(pending, "code=c&state=guessed").unwrap_err();
    assert_eq!(callback_error(&error), CallbackError::StateMismatch);
}

#[test]
fn sec_10_the_verifier_is_sent_iff_the_challenge_was() {
    let key = SealingKey::new([7; 32]);
    let old = Client::new(WithoutPkce, ClientSecret::new("id", "secret"));
    for seal in [false, true] {
        let Login { url, mut pending } = old.authorize(REDIRECT_URI).start().unwrap();
        if seal {
            pending = old.open(&key, &pending.seal(&key).unwrap()).unwrap();
        }
        let request = old.finish(pending, format!("code=c&state={}", value(&url, "state"))).unwrap();
        assert_eq!(parameter(&parameters(request.request().unwrap().body()), "code_verifier"), None);

        let test = Test::new();
        let Login { url, mut pending } = test.client.authorize(test.server.redirect_uri()).start().unwrap();
        if seal {
            pending = test.client.open(&key, &pending.seal(&key).unwrap()).unwrap();
        }
        let request = test.client.finish(pending, test.server.approve(&url).unwrap()).unwrap();
        assert!(parameter(&parameters(request.request().unwrap().body()), "code_verifier").is_some());
        request.send_blocking().unwrap();
    }
}

fn standard(host: &str) -> Client<Standard> {
    Client::new(Standard { host: Host::new(host).unwrap() }, ClientSecret::new("id", "secret"))
}

/// That the login of another provider does not compile: ui/use_site/pending_of_another_provider.
#[test]
fn sec_12_a_callback_of_another_server_exchanges_nothing() {
    let (one, other) = (standard("one.example"), standard("other.example"));
    let key = SealingKey::new([7; 32]);
    let Login { url, pending } = one.authorize(REDIRECT_URI).start().unwrap();
    let callback = format!("code=c&state={}", value(&url, "state"));
    let error = other.finish(pending, &callback).unwrap_err();
    assert_eq!(callback_error(&error), CallbackError::OtherClient);
    let sealed = one.authorize(REDIRECT_URI).start().unwrap().pending.seal(&key).unwrap();
    assert_eq!(callback_error(&other.open(&key, &sealed).unwrap_err()), CallbackError::Unsealable);
    // Nor does that of another client identifier.
    let stranger = Client::new(Bank, ClientSecret::new("other id", "secret"));
    let Login { url, pending } = offline().authorize(REDIRECT_URI).start().unwrap();
    let callback = format!("code=c&state={}&{ISS}", value(&url, "state"));
    let error = stranger.finish(pending, &callback).unwrap_err();
    assert_eq!(callback_error(&error), CallbackError::OtherClient);
}

#[test]
fn sec_19_the_redirect_uri_of_the_login_is_sent_again() {
    let client = offline();
    for redirect_uri in [
        REDIRECT_URI,
        "https://app.example",
        "https://app.example/%7Eme/?x=%2F&y=+",
        "https://APP.example:443/a/../b",
        "http://127.0.0.1:8080/cb",
    ] {
        let Login { url, pending } = client.authorize(redirect_uri).start().unwrap();
        assert_eq!(parameter(&asked(&url), "redirect_uri"), Some(redirect_uri));
        // Another login with another redirect URI in between changes nothing.
        drop(client.authorize("https://elsewhere.example/").start().unwrap());
        let callback =
            format!("code=c&state={}&{ISS}&redirect_uri=https://evil.example", value(&url, "state"));
        let request = client.finish(pending, callback).unwrap().request().unwrap();
        assert_eq!(parameter(&parameters(request.body()), "redirect_uri"), Some(redirect_uri));
    }
}

#[test]
fn sec_20_a_code_goes_to_https_loopback_or_an_app() {
    let client = offline();
    for good in [
        "https://app.example/cb",
        "http://127.0.0.1:8765/cb",
        "http://[::1]/cb",
        "http://localhost:1/cb",
        "com.example.app:/cb",
    ] {
        assert!(client.authorize(good).start().is_ok(), "{good}");
    }
    for bad in [
        "http://app.example/cb",
        "http://127.0.0.1.evil.example/",
        "http://127.0.0.1@evil.example/",
        "http://127.0.0.2/",
        "http://localhost.evil.example/",
        "https://app.example/#fragment",
        "https://user:hunter22@app.example/",
        "https:///cb",
        "//app.example/cb",
        "app.example/cb",
        "myapp://cb",
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "HTTP://app.example",
        "https://app.example/\r\nLocation: https://evil.example",
        "https://app.example/a b",
        r"https://\user:hunter22@app.example/",
        r"https://app.example\@evil.example/",
        "",
    ] {
        let error = client.authorize(bad).start().unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Configuration(_)), "{bad}: {error}");
        assert!(!shown(&error).contains("hunter22"));
    }
}

#[test]
fn sec_21_no_address_is_taken_from_a_callback() {
    let test = Test::new();
    let Login { url, pending } = test.client.authorize(test.server.redirect_uri()).start().unwrap();
    let evil =
        "&redirect_uri=https://evil.example&return_to=//evil.example&token_endpoint=https://evil.example";
    let callback =
        test.server.approve(&url).unwrap().replace("https://client.example", "https://evil.example");
    let request = test.client.finish(pending, callback + evil).unwrap().request().unwrap();
    assert_eq!(request.uri().authority().unwrap().as_str(), test.server.address().to_string());
    assert!(!String::from_utf8_lossy(request.body()).contains("evil"));
    assert!(request.headers().values().all(|value| !value.to_str().unwrap().contains("evil")));
}

#[test]
fn sec_22_what_a_browser_opens_is_an_https_url_of_the_declared_host() {
    for scope in [Bank::READ, Bank::WRITE] {
        let url = offline().authorize(REDIRECT_URI).scopes([scope]).start().unwrap().url;
        assert!(url.starts_with("https://bank.example/authorize?"), "{url}");
        assert!(url.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"'`<>\\^{|}".contains(&byte)), "{url}");
    }
    // A page that posts the login by itself holds no markup of others.
    let server = AuthorizationServer::start(&oauth_redbooth::Redbooth).unwrap();
    let client = server.client(oauth_redbooth::Redbooth, server.client_secret()).unwrap();
    let evil = "https://app.example/?\"><script>alert(1)</script>";
    let page = client.authorize(evil).start_form().unwrap().html();
    assert_eq!(page.matches("<script>").count(), 1, "{page}");
    // What a refusal names is text, bounded and escaped; nothing opens it.
    let Login { url, pending } = offline().authorize(REDIRECT_URI).start().unwrap();
    let callback =
        format!("error=x&error_uri=javascript:alert(1)%0d%0a$(id)&state={}&{ISS}", value(&url, "state"));
    let error = offline().finish(pending, callback).unwrap_err();
    assert!(!shown(&error).contains(['\r', '\u{1b}']), "{error}");
    let sources = crate::declarations::sources("oauth-core/src");
    assert!(!sources.iter().any(|(_, text)| text.contains("process::") || text.contains("Command::new")));
}
