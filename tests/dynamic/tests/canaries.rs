//! A value of every public type, with a canary in the place of every secret: what it prints shows none.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]
#![allow(deprecated, reason = "the password grant, where it is declared")]

#[allow(dead_code, reason = "shared with the attacks on SECURITY.md")]
#[path = "../../tests/security/secrets/disguises.rs"]
mod disguises;

use disguises::{CANARY, disguises};
use oauth_core::http::{HeaderValue, Method, Response, StatusCode, header};
use oauth_core::{
    AccessToken, AnyAuth, Client, ClientSecret, Error, ErrorKind, HookError, Login, MetadataBuf, Provider,
    RefreshToken, SealingKey, SecretText, Tokens, Variables, oauth_provider,
};
use std::collections::BTreeSet;
use std::fmt::Debug;

/// A provider with a key of its own, and with everything that a client can do.
#[oauth_provider(
    authorization_endpoint = "https://vault.example/authorize",
    token_endpoint = "https://vault.example/token",
    revocation_endpoint = "https://vault.example/revoke",
    introspection_endpoint = "https://vault.example/introspect",
    api_base = "https://vault.example/api",
    client_auth(client_secret_post),
    grants(authorization_code, client_credentials, refresh_token, password(because = "a test of it")),
    authorization_request(method(get, post), params(hint(optional))),
    token_request(headers(header("X-Key", "{key}"))),
    callback(capture(realm_id = "realmId")),
    token_response(also(user = "/user"), extra(Webhook))
)]
struct Vault {
    key: String,
}

/// Members of the provider's own.
#[derive(Debug, serde::Deserialize)]
struct Webhook {
    url: SecretText,
}

/// The same, loaded.
const DEFINITION: &str = r#"{
    "name": "Vault",
    "variables": { "key": "text" },
    "authorization_endpoint": "https://vault.example/authorize",
    "token_endpoint": "https://vault.example/token",
    "client_auth": "client_secret_post",
    "grants": ["authorization_code", "client_credentials"],
    "token_request": { "headers": { "X-Key": "{key}" } }
}"#;

/// The name of the type, and what the value prints.
fn print<T: Debug>(value: &T) -> (String, String) {
    let name = std::any::type_name::<T>();
    let path = name.split('<').next().unwrap();
    (path.rsplit("::").next().unwrap().to_owned(), format!("{value:?} {value:#?}"))
}

fn print_error(error: &Error) -> (String, String) {
    let (name, mut shown) = print(error);
    shown.push_str(&format!(" {error} {error:#}"));
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        shown.push_str(&format!(" {cause} {cause:?}"));
        source = cause.source();
    }
    (name, shown)
}

fn client() -> Client<Vault> {
    Client::new(Vault { key: CANARY.to_owned() }, ClientSecret::new("id", CANARY))
}

fn answer(status: StatusCode, body: serde_json::Value) -> Response<Vec<u8>> {
    let mut response = Response::new(body.to_string().into_bytes());
    *response.status_mut() = status;
    response
}

fn tokens() -> Tokens<Vault> {
    let one = || serde_json::json!({"access_token": CANARY, "refresh_token": CANARY, "url": CANARY});
    let mut body = one();
    body["user"] = one();
    client().client_credentials().read(answer(StatusCode::OK, body)).unwrap()
}

/// Errors of every kind, with a canary wherever one can come from.
fn errors() -> Vec<Error> {
    let access_token = || AccessToken::<Vault>::new(CANARY).unwrap();
    let refused = serde_json::json!({"error": CANARY, "error_description": CANARY, "error_uri": CANARY});
    let odd = serde_json::json!({"access_token": [CANARY], "refresh_token": CANARY, CANARY: 1});
    let mut challenged = answer(StatusCode::UNAUTHORIZED, serde_json::json!({}));
    let challenge = format!("Bearer error_description=\"{}\"", CANARY.replace('"', "\\\""));
    challenged.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_str(&challenge).unwrap());
    let started = || client().authorize("https://app.example/").start().unwrap();
    let Login { url, pending } = started();
    let state = url.split("state=").nth(1).unwrap().split('&').next().unwrap().to_owned();
    vec![
        client().client_credentials().read(answer(StatusCode::BAD_REQUEST, refused)).unwrap_err(),
        client().client_credentials().read(answer(StatusCode::OK, odd)).unwrap_err(),
        client().api(Method::GET, "x", &access_token()).read(challenged).unwrap_err(),
        client().finish(started().pending, format!("state={CANARY}&code={CANARY}")).unwrap_err(),
        client().finish(pending, format!("state={state}&error=x&error_description=x")).unwrap_err(),
        client().open(&SealingKey::new([7; 32]), CANARY).unwrap_err(),
        client().authorize(format!("https://me:{CANARY}@app.example/")).start().unwrap_err(),
        MetadataBuf::from_json(DEFINITION).unwrap().provider([("kez", CANARY)]).unwrap_err(),
    ]
}

/// Whatever holds a secret, or the words of somebody who may know one.
#[allow(clippy::vec_init_then_push, reason = "one line for each type")]
fn printed() -> Vec<(String, String)> {
    let client = client();
    let access_token = AccessToken::new(CANARY).unwrap();
    let refresh_token = RefreshToken::new(CANARY).unwrap();
    let mut shown = vec![
        print(&ClientSecret::new("id", CANARY)),
        print(&client),
        print(&client.endpoints().unwrap()),
        print(&SealingKey::new(std::array::from_fn(|at| CANARY.as_bytes()[at % CANARY.len()]))),
        print(&access_token),
        print(&refresh_token),
        print(&AccessToken::<Vault>::new(format!("{CANARY}\n")).unwrap_err()),
        print(&serde_json::from_value::<SecretText>(CANARY.into()).unwrap()),
        print(&Vault::HINT.value(CANARY)),
        print(&HookError::new("what its author writes")),
    ];
    let mut variables = Variables::default();
    Vault { key: CANARY.to_owned() }.variables(&mut variables);
    shown.push(print(&variables));

    shown.push(print(&client.authorize("https://app.example/").parameter(Vault::HINT.value(CANARY))));
    let login = client.authorize("https://app.example/").start().unwrap();
    let state = login.url.split("state=").nth(1).unwrap().split('&').next().unwrap().to_owned();
    for (name, text) in [print(&login), print(&login.pending)] {
        assert!(!text.contains(&state), "{text}");
        shown.push((name, text));
    }
    shown.push(print(&client.authorize("https://app.example/").start_form().unwrap()));
    let encoded: String = form_urlencoded::byte_serialize(CANARY.as_bytes()).collect();
    let callback = format!("state={state}&code={encoded}&realmId={encoded}");
    let request = client.finish(login.pending, callback).unwrap();
    assert!(request.callback_parameter(Vault::REALM_ID).is_some());
    shown.push(print(&request));
    shown.push(print(&client.password("me", CANARY)));
    shown.push(print(&client.refresh(&refresh_token)));
    shown.push(print(&client.revoke(&access_token)));
    shown.push(print(&client.introspect(&access_token)));
    shown.push(print(&client.api(Method::GET, "x", &access_token)));

    let tokens = tokens();
    shown.push(print(&tokens));
    shown.push(print(&tokens.also(Vault::USER).unwrap().unwrap()));
    let extra = tokens.extra().unwrap();
    assert_eq!(extra.url.expose(), CANARY);
    shown.push(print(&extra));
    // The token that was asked about may be anywhere in what is said about it.
    let mut active = serde_json::json!({"active": true, "token": CANARY, CANARY: CANARY});
    for name in ["scope", "client_id", "username", "token_type", "sub", "iss"] {
        active[name] = CANARY.into();
    }
    let response = client.introspect(&access_token).read(answer(StatusCode::OK, active)).unwrap();
    shown.push(print(&response));
    shown.push(print(&response.active().unwrap()));

    for error in errors() {
        shown.push(print_error(&error));
        shown.push(print(error.kind()));
        shown.extend(match error.kind() {
            ErrorKind::Response(response) | ErrorKind::AuthorizationResponse(response) => {
                vec![print(response), print(response.code().unwrap())]
            }
            ErrorKind::Callback(kind) => vec![print(kind)],
            ErrorKind::Unauthorized(refusal) => vec![print(refusal), print(refusal.challenge().unwrap())],
            ErrorKind::InvalidResponse(answer) => vec![print(answer)],
            _ => Vec::new(),
        });
    }

    let definition = MetadataBuf::from_json(DEFINITION).unwrap();
    shown.push(print(&definition));
    let provider = definition.provider([("key", CANARY)]).unwrap();
    shown.push(print(&provider));
    let credentials = AnyAuth::with_secret("id", CANARY);
    shown.push(print(&credentials));
    let client = Client::new(provider, credentials);
    shown.push(("AnyClient".to_owned(), print(&client).1));
    let body = serde_json::json!({"access_token": CANARY, "x": CANARY, CANARY: 1, "scope": CANARY});
    let tokens = client.client_credentials().read(answer(StatusCode::OK, body)).unwrap();
    shown.push(print(&tokens));
    shown.push(print(&tokens.extra().unwrap()));
    shown
}

/// Public items that hold no secret.
const HOLD_NONE: &[&str] = &[
    // Traits, modules and macros.
    "Accepts",
    "AllowedIn",
    "AuthenticatesTo",
    "BelongsTo",
    "Credential",
    "CustomScopes",
    "HasEndpoint",
    "HasParameters",
    "Hook",
    "Place",
    "Provider",
    "RevokedBy",
    "Scopes",
    "Supports",
    "Transport",
    "UrlValues",
    "UrlVariable",
    "http",
    "oauth_provider",
    // Types without values, and words of the declaration.
    "AlsoIssued",
    "Any",
    "CallbackParameter",
    "HostSuffix",
    "Metadata",
    "NoExtra",
    "ParameterName",
    "Scope",
    "ScopeParameter",
    "Text",
    // What stands in a URL or identifies a client in one.
    "ClientId",
    "Host",
    "HostLabel",
    "InvalidEndpoint",
    "InvalidUrlVariable",
    "PathPrefix",
    "Segment",
    // Words of ours, and what a program wrote itself.
    "InvalidScope",
    "InvalidToken",
    "MetadataError",
    "MetadataErrors",
    "Recovery",
    "TransportError",
    "TransportErrorKind",
    // What a server says and a program needs as it is; whatever holds them prints without them.
    "Expiry",
    "GrantedScope",
    "TokenType",
    // Settings.
    "HyperTransport",
    "HyperTransportBuilder",
    "ReqwestTransport",
    "ReqwestTransportBuilder",
];

/// The names that the crate exports at its root.
fn exported() -> BTreeSet<String> {
    let source = include_str!("../../../oauth-core/src/lib.rs");
    let code: String = source.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let uses = code.split("pub use ").skip(1).map(|rest| rest.split(';').next().unwrap());
    let names = uses.flat_map(|path| match path.split_once('{') {
        Some((_, list)) => list.trim_end_matches('}').split(',').collect(),
        None => vec![path.rsplit("::").next().unwrap()],
    });
    names.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()
}

#[test]
fn sec_64_every_public_type_prints_without_secrets() {
    let shown = printed();
    for (name, text) in &shown {
        for disguise in disguises() {
            assert!(!text.contains(&disguise), "`{name}` shows `{disguise}`: {text}");
        }
    }
    let mut known: BTreeSet<String> = HOLD_NONE.iter().map(|name| (*name).to_owned()).collect();
    known.extend(shown.into_iter().map(|(name, _)| name));
    known.remove("Webhook");
    let exported = exported();
    assert!(exported.len() > 70, "{exported:?}");
    let missing: Vec<_> = exported.difference(&known).collect();
    assert!(missing.is_empty(), "print one with a canary, or say why it holds no secret: {missing:?}");
    let gone: Vec<_> = known.difference(&exported).collect();
    assert!(gone.is_empty(), "not exported: {gone:?}");
}
