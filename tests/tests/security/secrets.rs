//! D: canaries in the place of every secret: nothing that prints shows one, in no encoding.

mod disguises;
mod logs;
mod masked;
mod panics;
mod types;
#[cfg(target_os = "linux")]
mod wiped;

use disguises::{CANARY, base64, disguises, disguises_of};
use oauth_core::http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode, header};
use oauth_core::transport::ResponseFuture;
use oauth_core::{
    AccessToken, Client, ClientId, ClientSecret, Error, ErrorKind, IntrospectionResponse, Login, LoginForm,
    RefreshToken, SealingKey, Transport,
};
use oauth_ebay::Ebay;
use oauth_redbooth::Redbooth;
use oauth_reverb::Reverb;
use oauth_sharetribe::Sharetribe;
use std::fmt::Debug;

#[track_caller]
fn is_clean(what: &str, text: &str) {
    for disguise in disguises() {
        assert!(!text.contains(&disguise), "{what} shows `{disguise}`: {text}");
    }
}

#[track_caller]
fn prints_clean(value: &impl Debug) {
    is_clean(std::any::type_name_of_val(value), &format!("{value:?} {value:#?}"));
}

#[track_caller]
fn error_is_clean(what: &str, error: &Error) {
    is_clean(what, &format!("{error} {error:#} {error:?} {error:#?} {:?}", error.kind()));
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        is_clean(what, &format!("{cause} {cause:?}"));
        source = cause.source();
    }
}

fn state(url: &str) -> &str {
    url.split("state=").nth(1).unwrap().split('&').next().unwrap()
}

#[test]
fn sec_64_the_disguises_are_what_they_say() {
    assert_eq!(base64(b"Man"), "TWFu");
    let shown = format!("{:?}", CANARY.as_bytes());
    assert!(disguises().iter().any(|disguise| shown.contains(disguise)));
}

#[test]
fn sec_64_credentials_and_clients() {
    prints_clean(&ClientSecret::new("id", CANARY));
    prints_clean(&SealingKey::new(std::array::from_fn(|at| CANARY.as_bytes()[at % CANARY.len()])));
    let client: Client<Ebay> = Client::new(Ebay::SANDBOX, ClientSecret::new("id", CANARY));
    prints_clean(&client);
    prints_clean(&AccessToken::<Ebay>::new(CANARY).unwrap());
    prints_clean(&RefreshToken::<Ebay>::new(CANARY).unwrap());
}

#[test]
fn sec_64_requests() {
    let client = Client::new(Ebay::SANDBOX, ClientSecret::new("id", CANARY));
    let access_token = AccessToken::new(CANARY).unwrap();
    let refresh_token = RefreshToken::new(CANARY).unwrap();
    prints_clean(&client.client_credentials());
    prints_clean(&client.refresh(&refresh_token));
    prints_clean(&client.api(Method::GET, "x", &access_token));
    // Also as an HTTP request, whose headers print.
    prints_clean(client.client_credentials().request().unwrap().headers());
    // The client keeps the header that it made.
    prints_clean(&client);
    prints_clean(client.api(Method::GET, "x", &access_token).request().unwrap().headers());
    let client = Client::new(Sharetribe, ClientId::new("id"));
    let (access_token, refresh_token) =
        (AccessToken::new(CANARY).unwrap(), RefreshToken::new(CANARY).unwrap());
    prints_clean(&client.password("alice", CANARY));
    prints_clean(&client.introspect(&access_token));
    prints_clean(client.introspect(&access_token).request().unwrap().headers());
    prints_clean(&client.revoke(&refresh_token).bearer(&access_token));
}

/// `state` and code verifier are drawn, so they are their own canaries.
#[test]
fn sec_64_logins() {
    let client = Client::new(Redbooth, ClientSecret::new("id", CANARY));
    let login: Login<Redbooth> = client.authorize("https://app.example/cb").start().unwrap();
    let state_sent = state(&login.url).to_owned();
    let shown = format!("{login:?} {:?}", login.pending);
    assert!(!shown.contains(&state_sent), "{shown}");
    let callback = format!("code=c&state={state_sent}");
    let request = client.finish(login.pending, callback).unwrap();
    let body = request.request().unwrap().into_body();
    let mut pairs = form_urlencoded::parse(&body);
    let verifier = pairs.find(|(name, _)| name == "code_verifier").unwrap().1.into_owned();
    assert!(!shown.contains(&verifier) && !format!("{request:?}").contains(&verifier));

    let form: LoginForm<Redbooth> = client.authorize("https://app.example/cb").start_form().unwrap();
    let (_, state) = form.fields.iter().find(|(name, _)| name == "state").unwrap();
    assert!(!format!("{form:?}").contains(state));
    let callback = format!(
        "code={}&state={state}",
        form_urlencoded::byte_serialize(CANARY.as_bytes()).collect::<String>()
    );
    let request = client.finish(form.pending, callback).unwrap();
    prints_clean(&request);
}

/// Says back what it was told, in places where servers do that.
#[derive(Clone, Copy)]
struct Echo(fn(&Request<Vec<u8>>) -> Response<Vec<u8>>);

impl Transport for Echo {
    fn send(&self, request: Request<Vec<u8>>) -> ResponseFuture<'_> {
        let answer = (self.0)(&request);
        Box::pin(async move { Ok(answer) })
    }
}

fn answer(status: StatusCode, kind: &'static str, body: &str) -> Response<Vec<u8>> {
    let mut response = Response::new(body.as_bytes().to_vec());
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    response
}

fn refusal(text: &str) -> Response<Vec<u8>> {
    let body = serde_json::json!({"error": text, "error_description": text, "error_uri": text}).to_string();
    answer(StatusCode::BAD_REQUEST, "application/json", &body)
}

fn with_header(name: header::HeaderName, value: &str) -> Response<Vec<u8>> {
    let mut response = answer(StatusCode::UNAUTHORIZED, "text/html", "");
    *response.headers_mut() = HeaderMap::from_iter([(name, HeaderValue::from_str(value).unwrap())]);
    response
}

/// Answers with the secret in it, and with parts of the request in it.
const ECHOES: &[(&str, Echo)] = &[
    ("a refusal", Echo(|_| refusal(CANARY))),
    ("a long refusal", Echo(|_| refusal(&format!("{}{CANARY}", "x".repeat(2040))))),
    ("the body in a refusal", Echo(|request| refusal(&String::from_utf8_lossy(request.body())))),
    (
        "the header in a refusal",
        Echo(|request| {
            let value =
                request.headers().get(header::AUTHORIZATION).map_or("", |value| value.to_str().unwrap());
            refusal(value)
        }),
    ),
    ("a text", Echo(|_| answer(StatusCode::BAD_REQUEST, "text/plain", CANARY))),
    ("a page", Echo(|_| answer(StatusCode::OK, "text/html", CANARY))),
    (
        "a member's name",
        Echo(|_| answer(StatusCode::OK, "application/json", &serde_json::json!({CANARY: 1}).to_string())),
    ),
    (
        "a long member's name",
        Echo(|_| {
            let name = format!("{}{CANARY}", "x".repeat(30));
            answer(StatusCode::OK, "application/json", &serde_json::json!({name: 1}).to_string())
        }),
    ),
    (
        "wrong types",
        Echo(|_| {
            let body =
                serde_json::json!({"access_token": [CANARY], "active": CANARY, "scope": {"x": CANARY}});
            answer(StatusCode::OK, "application/json", &body.to_string())
        }),
    ),
    (
        "a content type",
        Echo(|_| {
            let mut response = answer(StatusCode::OK, "", "");
            let kind = format!("text/{}; x={CANARY}", "x".repeat(62));
            response.headers_mut().insert(header::CONTENT_TYPE, kind.parse().unwrap());
            response
        }),
    ),
    (
        "a challenge",
        Echo(|_| {
            let quoted = CANARY.replace('"', "\\\"");
            with_header(
                header::WWW_AUTHENTICATE,
                &format!(
                    r#"Bearer realm="{quoted}", error="{quoted}", error_description="{quoted}", scope="{quoted}""#
                ),
            )
        }),
    ),
    (
        "a redirect",
        Echo(|_| {
            let mut response = with_header(header::LOCATION, &format!("https://x.example/?{CANARY}"));
            *response.status_mut() = StatusCode::FOUND;
            response
        }),
    ),
];

#[tokio::test]
async fn sec_64_echoing_servers() {
    let access_token = || AccessToken::new(CANARY).unwrap();
    let post = || Client::new(Reverb, ClientSecret::new("id", CANARY));
    let basic = || Client::new(Ebay::SANDBOX, ClientSecret::new("id", CANARY));
    let public = || Client::new(Sharetribe, ClientId::new("id"));
    for (name, echo) in ECHOES {
        let (post, basic, public) =
            (post().with_transport(*echo), basic().with_transport(*echo), public().with_transport(*echo));
        let check = |what: &str, error: Error| error_is_clean(&format!("{name} to {what}"), &error);
        check("client_secret_post", post.client_credentials().send().await.unwrap_err());
        check("client_secret_basic", basic.client_credentials().send().await.unwrap_err());
        check("a password", public.password("alice", CANARY).send().await.unwrap_err());
        check("a refresh", basic.refresh(&RefreshToken::new(CANARY).unwrap()).send().await.unwrap_err());
        let Login { url, pending } = basic.authorize("App-RuName").start().unwrap();
        let code: String = form_urlencoded::byte_serialize(CANARY.as_bytes()).collect();
        let exchange = basic.finish(pending, format!("code={code}&state={}", state(&url))).unwrap();
        check("a code", exchange.send().await.unwrap_err());
        let revocation = public.revoke(&RefreshToken::new(CANARY).unwrap()).bearer(&access_token());
        if let Err(error) = revocation.send().await {
            check("a revocation", error);
        }
        match public.introspect(&access_token()).send().await {
            Err(error) => check("an introspection", error),
            Ok(IntrospectionResponse::Inactive) => {}
            // What the server says about a token is for the program, and its text is not ours to mask.
            Ok(IntrospectionResponse::Active(details)) => drop(details),
        }
        if let Err(error) = basic.api(Method::GET, "x", &AccessToken::new(CANARY).unwrap()).send().await {
            check("an API call", error);
        }
    }
}

/// Tokens that an answer brings.
#[tokio::test]
async fn sec_64_answers() {
    let echo = Echo(|_| {
        let body = serde_json::json!({"access_token": CANARY, "refresh_token": CANARY, "id_token": CANARY, "created_at": CANARY});
        answer(StatusCode::OK, "application/json", &body.to_string())
    });
    let client = Client::new(Reverb, ClientSecret::new("id", CANARY)).with_transport(echo);
    let tokens = client.client_credentials().send().await.unwrap();
    assert_eq!(tokens.access_token().expose(), CANARY);
    prints_clean(&tokens);
    error_is_clean("an extra member", &tokens.extra().unwrap_err());
    prints_clean(&tokens.into_parts());

    let echo = Echo(|_| {
        let body = serde_json::json!({"refresh_token": CANARY, "access_token": 1});
        answer(StatusCode::OK, "application/json", &body.to_string())
    });
    let client = Client::new(Ebay::SANDBOX, ClientSecret::new("id", "other")).with_transport(echo);
    let error = client.refresh(&RefreshToken::new("old").unwrap()).send().await.unwrap_err();
    error_is_clean("an error that holds a refresh token", &error);
}

/// serde says `invalid type: string "…"`, with the value.
#[test]
fn sec_66_a_parse_error_names_no_value() {
    let post = || Client::new(Reverb, ClientSecret::new("id", "other"));
    let quoted = serde_json::to_string(CANARY).unwrap();
    for extra in [
        format!(r#""created_at": {quoted}"#),
        format!(r#""created_at": [{quoted}]"#),
        format!(r#""created_at": {{{quoted}: {quoted}}}"#),
    ] {
        let body = format!(r#"{{"access_token": "AT", {extra}}}"#);
        let tokens =
            post().client_credentials().read(answer(StatusCode::OK, "application/json", &body)).unwrap();
        let error = tokens.extra().unwrap_err();
        error_is_clean("an extra member", &error);
        assert!(error.to_string().contains("line 1"), "a position: {error}");
    }
    for body in [
        quoted.clone(),
        format!("[{quoted}]"),
        format!(r#"{{"access_token": {quoted}"#),
        format!(r#"{{"access_token": [{quoted}]}}"#),
        format!(r#"{{"access_token": "AT"}} {quoted}"#),
        format!(r#"{{"access_token": "AT", "x": {CANARY}}}"#),
    ] {
        let error =
            post().client_credentials().read(answer(StatusCode::OK, "application/json", &body)).unwrap_err();
        error_is_clean("an answer", &error);
        let ErrorKind::InvalidResponse(unusable) = error.kind() else { panic!("{error:?}") };
        is_clean("a shape", unusable.shape());
        is_clean("a reason", unusable.reason());
    }
}

/// Fitbit's way: the refusal quotes the refresh token that it refuses.
#[test]
fn sec_67_a_secret_that_comes_back_is_masked() {
    let token = RefreshToken::new(CANARY).unwrap();
    for said in [
        CANARY.to_owned(),
        format!("Refresh token invalid: {CANARY}"),
        format!("{CANARY}{CANARY}"),
        format!("{}{CANARY}", "x".repeat(2040)),
        form_urlencoded::byte_serialize(CANARY.as_bytes()).collect(),
    ] {
        let client = Client::new(Ebay::SANDBOX, ClientSecret::new("id", "other"));
        let error = client.refresh(&token).read(refusal(&said)).unwrap_err();
        error_is_clean("a refusal", &error);
        let ErrorKind::Response(response) = error.kind() else { panic!("{error:?}") };
        is_clean("a description", response.description().unwrap_or_default());
        is_clean("an address", response.uri().unwrap_or_default());
        is_clean("a code", &format!("{:?}", response.code()));
    }
}

/// A comparison of secrets takes a time that depends on their length only.
#[test]
fn sec_69_secrets_are_compared_in_constant_time() {
    let sources = crate::declarations::sources("oauth-core/src");
    let text = |name: &str| &sources.iter().find(|(path, _)| path == name).unwrap().1;
    assert!(text("secret.rs").contains("u64::from_ne_bytes(*word).ct_eq(&u64::from_ne_bytes(*other))"));
    assert!(text("secret.rs").contains("(words & rest.ct_eq(other_rest)).into()"));
    assert!(text("wire/protection.rs").contains("secret::is_equal(self.state(), state)"));
    assert!(text("wire/callback.rs").contains("self.login.protection.matches(state)"));
    for (name, source) in &sources {
        let code = source.split("#[cfg(test)]").next().unwrap();
        for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
            let compares = [
                ".expose() ==",
                "== self.secret",
                "== secret",
                ".state() ==",
                ".state() !=",
                ".code_verifier() ==",
                ".expose() !=",
            ];
            assert!(!compares.iter().any(|word| line.contains(word)), "{name}: {line}");
        }
    }
}

/// That a secret in a declaration does not compile: ui/declaration/key/client_secret_in_source.
#[test]
fn sec_72_a_declaration_holds_no_secret() {
    for provider in [format!("{:?}", Ebay::SANDBOX), format!("{Redbooth:?}"), format!("{Sharetribe:?}")] {
        assert!(!provider.to_lowercase().contains("secret"), "{provider}");
    }
    let metadata = format!("{:?}", Client::new(Ebay::SANDBOX, ClientSecret::new("id", CANARY)).metadata());
    is_clean("metadata", &metadata);
}
