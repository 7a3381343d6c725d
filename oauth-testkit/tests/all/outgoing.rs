//! What goes out: the server takes the declared request, and refuses its neighbours.

use crate::by_hand::{Ask, last_reason, parameters, post, url};
use crate::declared::{BASE, OWN, POST_AUTH, STANDARD, approved, body, code, start, with};
use oauth_core::http::Method;
use oauth_core::metadata::{
    self, BasicEncoding, BodyFormat, ClientAuth, GrantMetadata, GrantType, JsonType, Metadata,
    ParameterMetadata, ParameterValue, Pkce, RequestAuth, RequestFormat, RevocableTokens, ScopeMetadata,
    SecretDigest, SecretHeader, StateCarrier,
};
use oauth_testkit::AuthorizationServer;

const GRANT: (&str, &str) = ("grant_type", "client_credentials");
const ID: (&str, &str) = ("client_id", "me");
const SECRET: (&str, &str) = ("client_secret", "secret");

async fn accepted(ask: Ask) -> serde_json::Value {
    let answer = ask.send().await;
    assert_eq!(answer.status(), 200, "{}", answer.text());
    answer.json()
}

#[tokio::test]
async fn json_bodies() {
    const JSON: RequestFormat = RequestFormat { body: BodyFormat::Json, ..RequestFormat::DEFAULT };
    static METADATA: Metadata = Metadata { grants: &[with(OWN, &JSON)], ..BASE };
    let server = start(&METADATA);
    let ask = |text: &str| body(&server, "/token", "application/json", text);
    let good = r#"{"grant_type":"client_credentials","client_id":"me","client_secret":"secret"}"#;
    accepted(ask(good)).await;
    assert_eq!(server.requests(oauth_testkit::Endpoint::Token)[0].parameter("client_id"), Some("me"));
    let twice = good.replace("{", r#"{"client_id":"me","#);
    ask(&twice).expect_refusal("invalid_request", "`client_id` is there more than once").await;
    let number = good.replace(r#""me""#, "1");
    ask(&number).expect_refusal("invalid_request", "`client_id` is not a JSON string, as declared").await;
    let null = good.replace(r#""me""#, "null");
    ask(&null).expect_refusal("invalid_request", "`client_id` is no value of a parameter").await;
    post(&server, "/token", &[GRANT, ID, SECRET]).expect_refusal("invalid_request", "application/json").await;
}

#[tokio::test]
async fn json_bodies_with_other_types_than_strings() {
    const fn typed(name: &'static str, value: ParameterValue, json: JsonType) -> ParameterMetadata {
        ParameterMetadata { json, ..ParameterMetadata::new(name, value) }
    }
    const JSON: RequestFormat = RequestFormat {
        body: BodyFormat::Json,
        params: &[
            typed("days", ParameterValue::Fixed("30"), JsonType::Number),
            typed("short", ParameterValue::Optional, JsonType::Boolean),
            typed("scopes", ParameterValue::ScopeList, JsonType::Array),
        ],
        ..RequestFormat::DEFAULT
    };
    static METADATA: Metadata = Metadata { grants: &[with(OWN, &JSON)], ..BASE };
    let server = start(&METADATA);
    let ask = |text: &str| body(&server, "/token", "application/json", text);
    let good = r#"{"grant_type":"client_credentials","client_id":"me","client_secret":"secret","days":30}"#;
    accepted(ask(good)).await;
    accepted(ask(&good.replace("30", r#"30,"short":false"#))).await;
    for (value, reason) in [
        (r#""30""#, "`days` is not a JSON number, as declared"),
        ("31", "`days` is not `30`, as declared"),
        (r#"30,"short":"false""#, "`short` is not a JSON boolean, as declared"),
        (r#"30,"scopes":"a b""#, "`scopes` is not a JSON array, as declared"),
    ] {
        ask(&good.replace("30", value)).expect_refusal("invalid_request", reason).await;
    }
}

#[tokio::test]
async fn queries_and_multipart_bodies() {
    const QUERY: RequestFormat = RequestFormat { body: BodyFormat::Query, ..RequestFormat::DEFAULT };
    static IN_QUERY: Metadata = Metadata { grants: &[with(OWN, &QUERY)], ..BASE };
    let server = start(&IN_QUERY);
    let path = "/token?grant_type=client_credentials&client_id=me&client_secret=secret";
    accepted(post(&server, path, &[])).await;
    post(&server, path, &[GRANT]).expect_refusal("invalid_request", "belong in its query").await;

    const GET: RequestFormat = RequestFormat { method: &[metadata::Method::Get], ..RequestFormat::DEFAULT };
    static BY_GET: Metadata = Metadata { grants: &[with(OWN, &GET)], ..BASE };
    let server = start(&BY_GET);
    accepted(post(&server, path, &[]).method(Method::GET)).await;
    assert_eq!(post(&server, path, &[]).send().await.status(), 405);

    const MULTIPART: RequestFormat = RequestFormat { body: BodyFormat::Multipart, ..RequestFormat::DEFAULT };
    static PARTS: Metadata = Metadata { grants: &[with(OWN, &MULTIPART)], ..BASE };
    let server = start(&PARTS);
    let parts: String = [GRANT, ID, SECRET]
        .map(|(name, value)| {
            format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
        })
        .concat();
    accepted(body(&server, "/token", "multipart/form-data; boundary=x", &format!("{parts}--x--\r\n"))).await;
    let open = body(&server, "/token", "multipart/form-data; boundary=x", &parts);
    open.expect_refusal("invalid_request", "RFC 7578").await;
}

#[tokio::test]
async fn names_omissions_headers_and_queries() {
    const REQUEST: RequestFormat = RequestFormat {
        rename: &[("client_id", "client_key"), ("client_secret", "client_hidden")],
        omit: &["grant_type"],
        headers: &[("X-Shop", "{shop} of {client_id}")],
        query: &[("version", "{shop}")],
        ..RequestFormat::DEFAULT
    };
    static METADATA: Metadata = Metadata { grants: &[with(OWN, &REQUEST)], ..BASE };
    let server = start(&METADATA);
    let renamed = [("client_key", "me"), ("client_hidden", "secret")];
    let ask =
        |path: &str, fields: &[(&str, &str)]| post(&server, path, fields).header("X-Shop", "acme of me");
    accepted(ask("/token?version=acme", &renamed)).await;
    let log = format!("{:?}", server.audit());
    assert!(log.contains("client_hidden=[redacted]"), "{log}");
    let refuse = async |path: &str, fields: &[(&str, &str)], reason: &str| {
        ask(path, fields).expect_refusal("invalid_request", reason).await;
    };
    refuse("/token", &renamed, "`version` in the query is not `acme`").await;
    refuse("/token?version=other", &renamed, "`version`").await;
    let with_grant = [&renamed[..], &[GRANT]].concat();
    refuse("/token?version=acme", &with_grant, "`grant_type` does not belong").await;
    let standard = [&renamed[..], &[("client_id", "me")]].concat();
    refuse("/token?version=acme", &standard, "it is called `client_key`").await;
    let other = post(&server, "/token?version=acme", &renamed).header("X-Shop", "acme");
    other.expect_refusal("invalid_request", "the header `X-Shop` is not `acme of me`").await;
}

#[tokio::test]
async fn declared_parameters() {
    const fn parameter(name: &'static str, value: ParameterValue) -> ParameterMetadata {
        ParameterMetadata::new(name, value)
    }
    const REQUEST: RequestFormat = RequestFormat {
        params: &[
            parameter("fixed", ParameterValue::Fixed("1")),
            parameter("shop", ParameterValue::Template("{shop}/{client_id}")),
            parameter("needed", ParameterValue::Required),
            parameter("some", ParameterValue::SomeOf(&["a", "b"])),
            parameter("user_scope", ParameterValue::ScopeList),
            parameter("nonce", ParameterValue::Random),
        ],
        ..RequestFormat::DEFAULT
    };
    static METADATA: Metadata =
        Metadata { grants: &[with(OWN, &REQUEST)], scopes: &[ScopeMetadata::new("read", &[])], ..BASE };
    let server = start(&METADATA);
    let ask = |nonce: &str, change: (&str, &str)| {
        let good = [
            GRANT,
            ID,
            SECRET,
            ("fixed", "1"),
            ("shop", "acme/me"),
            ("needed", "x"),
            ("some", "b a"),
            ("user_scope", "read"),
            ("nonce", nonce),
        ];
        let fields = good.map(|(name, value)| if name == change.0 { change } else { (name, value) });
        post(&server, "/token", &fields)
    };
    let nonce = |last: char| format!("{}{last}", "n".repeat(21));
    accepted(ask(&nonce('0'), ("", ""))).await;
    ask(&nonce('0'), ("", "")).expect_refusal("invalid_request", "`nonce` is not new").await;
    for (position, (change, reason)) in [
        (("fixed", "2"), "`fixed` is not `1`"),
        (("shop", "me"), "`shop` is not `acme/me`"),
        (("needed", ""), "`needed` is missing"),
        (("some", "a c"), "`some` has others than a, b"),
        (("some", "a a"), "one of them twice"),
        (("nonce", "short"), "`nonce` is not 128 random bits"),
        (("nonce", ""), "`nonce` is missing"),
    ]
    .into_iter()
    .enumerate()
    {
        let nonce = nonce(char::from(b'a' + u8::try_from(position).unwrap()));
        ask(&nonce, change).expect_refusal("invalid_request", reason).await;
    }
    ask(&nonce('z'), ("user_scope", "write")).expect_refusal("invalid_scope", "`write`").await;
}

fn own_with(server: &AuthorizationServer, fields: &[(&str, &str)]) -> Ask {
    post(server, "/token", &[&[GRANT], fields].concat())
}

#[tokio::test]
async fn secrets_in_headers() {
    const METHOD: SecretHeader =
        SecretHeader { header: "Authorization", scheme: Some("Client"), client_id_header: None };
    static SQUARE: Metadata = Metadata {
        grants: &[GrantMetadata::new(
            GrantType::CLIENT_CREDENTIALS,
            &[ClientAuth::ClientSecretHeader(METHOD)],
        )],
        ..BASE
    };
    let server = start(&SQUARE);
    accepted(own_with(&server, &[ID]).header("authorization", "Client secret")).await;
    own_with(&server, &[ID])
        .header("authorization", "Client guess")
        .expect_refusal("invalid_client", "the client secret is wrong")
        .await;
    own_with(&server, &[ID])
        .expect_refusal("invalid_client", "declared for this request: client_secret_header")
        .await;

    const BOTH: SecretHeader =
        SecretHeader { header: "X-Secret", scheme: None, client_id_header: Some("X-Id") };
    static HEADERS: Metadata = Metadata {
        grants: &[GrantMetadata::new(GrantType::CLIENT_CREDENTIALS, &[ClientAuth::ClientSecretHeader(BOTH)])],
        ..BASE
    };
    let server = start(&HEADERS);
    accepted(own_with(&server, &[]).header("x-secret", "secret").header("x-id", "me")).await;
    let beside = own_with(&server, &[ID]).header("x-secret", "secret").header("x-id", "me");
    beside.expect_refusal("invalid_request", "`client_id` does not belong").await;
    own_with(&server, &[])
        .header("x-secret", "secret")
        .expect_refusal("invalid_client", "`X-Id` is missing")
        .await;
    own_with(&server, &[SECRET])
        .header("x-secret", "secret")
        .expect_refusal("invalid_request", "authenticates twice")
        .await;
}

#[tokio::test]
async fn digests_and_odd_basics() {
    const DIGEST: SecretDigest = SecretDigest { parameter: "hash", separator: "|" };
    const METHODS: &[ClientAuth] = &[ClientAuth::ClientSecretDigest(DIGEST)];
    static BY_DIGEST: Metadata = Metadata {
        client_auth: METHODS,
        grants: &[GrantMetadata::new(GrantType::AUTHORIZATION_CODE, METHODS)],
        ..BASE
    };
    let server = start(&BY_DIGEST);
    let exchange = |code: &str, hash: &str| {
        let redirect_uri = ("redirect_uri", server.redirect_uri());
        let fields = [("grant_type", "authorization_code"), ("code", code), redirect_uri, ID, ("hash", hash)];
        post(&server, "/token", &fields)
    };
    let code = code(&server);
    let hash = ring::digest::digest(&ring::digest::SHA256, format!("secret|{code}").as_bytes());
    let hash: String = hash.as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
    exchange(&code, &hash.to_uppercase()).expect_refusal("invalid_client", "`hash` is not the digest").await;
    accepted(exchange(&code, &hash)).await;

    static AS_USER: Metadata = Metadata {
        grants: &[GrantMetadata::new(
            GrantType::CLIENT_CREDENTIALS,
            &[ClientAuth::ClientSecretBasic(BasicEncoding::SecretAsUsername)],
        )],
        ..BASE
    };
    let server = start(&AS_USER);
    accepted(own_with(&server, &[ID]).basic_raw("secret", "")).await;
    accepted(own_with(&server, &[]).basic_raw("secret", "")).await;
    own_with(&server, &[])
        .basic_raw("other", "")
        .expect_refusal("invalid_client", "the client secret is wrong")
        .await;
    let as_user = own_with(&server, &[ID]).basic_raw("secret", "x");
    as_user.expect_refusal("invalid_client", "the password is not empty").await;

    static PUBLIC: Metadata = Metadata {
        grants: &[GrantMetadata::new(GrantType::CLIENT_CREDENTIALS, &[ClientAuth::NoneBasic])],
        ..BASE
    };
    let server = start(&PUBLIC);
    let public = server.public_client().to_owned();
    own_with(&server, &[]).basic("me", "").expect_refusal("invalid_client", "this client has a secret").await;
    accepted(own_with(&server, &[]).basic(&public, "")).await;

    static TWICE: Metadata = Metadata {
        grants: &[GrantMetadata::new(GrantType::CLIENT_CREDENTIALS, &[ClientAuth::ClientSecretBasicAndPost])],
        ..BASE
    };
    let server = start(&TWICE);
    accepted(own_with(&server, &[ID, SECRET]).basic("me", "secret")).await;
    own_with(&server, &[ID, SECRET]).expect_refusal("invalid_client", "by client_secret_post").await;
    own_with(&server, &[ID, SECRET])
        .basic("me", "other")
        .expect_refusal("invalid_client", "two clients")
        .await;
}

#[tokio::test]
async fn what_a_code_exchange_repeats() {
    const SENT: RequestFormat = RequestFormat { send: &["scope", "state"], ..RequestFormat::DEFAULT };
    static METADATA: Metadata = Metadata {
        grants: &[with(GrantMetadata::new(GrantType::AUTHORIZATION_CODE, POST_AUTH), &SENT)],
        scopes: &[ScopeMetadata::new("read", &[])],
        ..BASE
    };
    let server = start(&METADATA);
    let callback = approved(&server, &[&STANDARD[..], &[("scope", "read")]].concat());
    let code = &parameters(&callback)["code"];
    let exchange = |more: &[(&str, &str)]| {
        let fields = [
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", server.redirect_uri()),
            ID,
            SECRET,
        ];
        post(&server, "/token", &[&fields[..], more].concat())
    };
    exchange(&[("state", "the-state")]).expect_refusal("invalid_request", "`scope` is missing").await;
    exchange(&[("scope", "read"), ("state", "x")])
        .expect_refusal("invalid_request", "`state` is not that")
        .await;
    accepted(exchange(&[("scope", "read"), ("state", "the-state")])).await;
}

#[tokio::test]
async fn state_in_the_redirect_uri_fragments_and_hexadecimal_challenges() {
    static METADATA: Metadata = Metadata {
        state: StateCarrier::InRedirectUri,
        pkce: Pkce::S256Hex,
        authorization_request: &RequestFormat {
            method: &[metadata::Method::Get],
            fragment: Some("wechat_redirect"),
            rename: &[("client_id", "appid")],
            ..RequestFormat::DEFAULT
        },
        ..BASE
    };
    let server = start(&METADATA);
    let uri = "https://client.example/callback?state=the-state";
    let verifier = "v".repeat(43);
    let challenge = ring::digest::digest(&ring::digest::SHA256, verifier.as_bytes());
    let challenge: String = challenge.as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
    let good = [
        ("response_type", "code"),
        ("appid", "me"),
        ("redirect_uri", uri),
        ("code_challenge", &*challenge),
        ("code_challenge_method", "S256"),
    ];
    let open = |fields: &[(&str, &str)]| format!("{}#wechat_redirect", url(&server, "/authorize", fields));
    assert!(server.approve(&url(&server, "/authorize", &good)).is_err(), "no fragment");
    let callback = server.approve(&open(&good)).unwrap();
    assert!(callback.starts_with(&format!("{uri}&code=")), "{callback}");
    let answered = parameters(&callback);
    assert_eq!((answered["state"].as_str(), answered.len()), ("the-state", 2));

    server.approve(&open(&[&good[..], &[("state", "the-state")]].concat())).unwrap();
    assert!(last_reason(&server).contains("declared to be in the redirect URI"));
    server
        .approve(&open(
            &good.map(|(name, value)| (name, if name == "code_challenge" { "AB" } else { value })),
        ))
        .unwrap();
    assert!(last_reason(&server).contains("lower-case hexadecimal"));
    let bare = good.map(|(name, value)| (name, if value == uri { server.redirect_uri() } else { value }));
    assert!(server.approve(&open(&bare)).is_err());

    let fields = [
        ("grant_type", "authorization_code"),
        ("code", &answered["code"]),
        ("redirect_uri", uri),
        ("code_verifier", &verifier),
        ID,
        SECRET,
    ];
    accepted(post(&server, "/token", &fields)).await;
}

#[tokio::test]
async fn tokens_for_tokens() {
    const BY_GET: RequestFormat =
        RequestFormat { method: &[metadata::Method::Get], ..RequestFormat::DEFAULT };
    const NOBODY: RequestFormat = RequestFormat { auth: RequestAuth::Nothing, ..BY_GET };
    static METADATA: Metadata = Metadata {
        refresh_endpoint: Some("https://graph.example/refresh"),
        long_lived_token_endpoint: Some("https://graph.example/access_token"),
        userinfo_endpoint: Some("https://graph.example/me"),
        grants: &[
            OWN,
            GrantMetadata {
                value: "ig_exchange_token",
                ..with(GrantMetadata::new(GrantType::LONG_LIVED_TOKEN, POST_AUTH), &BY_GET)
            },
            GrantMetadata {
                value: "ig_refresh_token",
                ..with(GrantMetadata::new(GrantType::ACCESS_TOKEN_REFRESH, POST_AUTH), &NOBODY)
            },
        ],
        ..BASE
    };
    let server = start(&METADATA);
    let token = |answer: serde_json::Value| answer["access_token"].as_str().unwrap().to_owned();
    let short = token(accepted(own_with(&server, &[ID, SECRET])).await);
    let get = |path: &str, fields: &[(&str, &str)]| {
        let mut ask = post(&server, "/", &[]).method(Method::GET);
        *ask.request.uri_mut() = url(&server, path, fields).parse().unwrap();
        ask.request.body_mut().clear();
        ask
    };
    let exchange = [("grant_type", "ig_exchange_token"), ("access_token", &*short), ID, SECRET];
    let answer = accepted(get("/access_token", &exchange)).await;
    assert_eq!(answer["expires_in"], 60 * 24 * 3600);
    let long = token(answer);
    let refresh = [("grant_type", "ig_refresh_token"), ("access_token", &*long)];
    let new = token(accepted(get("/refresh", &refresh)).await);
    get("/refresh", &[refresh[0], ("access_token", "guess")])
        .expect_refusal("invalid_grant", "unknown")
        .await;
    get("/refresh", &[&refresh[..], &[ID]].concat()).expect_refusal("invalid_request", "`client_id`").await;
    let userinfo = accepted(get("/me", &[]).header("authorization", &format!("Bearer {new}"))).await;
    assert_eq!(userinfo["sub"], "me");
}

#[tokio::test]
async fn the_other_kind_of_token_is_not_revoked() {
    const METADATA: Metadata = Metadata {
        revocation_endpoint: Some("https://{shop}.example/revoke"),
        revocation_request: &RequestFormat {
            auth: RequestAuth::Nothing,
            tokens: RevocableTokens::RefreshOnly,
            ..RequestFormat::DEFAULT
        },
        grants: &[OWN],
        client_auth: POST_AUTH,
        ..BASE
    };
    static REFRESH_ONLY: Metadata = METADATA;
    let server = start(&REFRESH_ONLY);
    let answer = accepted(own_with(&server, &[ID, SECRET])).await;
    let token = [("token", answer["access_token"].as_str().unwrap())];
    post(&server, "/revoke", &token)
        .expect_refusal("unsupported_token_type", "an access token can't be revoked, as declared")
        .await;
    static BOTH: Metadata = Metadata {
        revocation_request: &RequestFormat { tokens: RevocableTokens::Both, ..*METADATA.revocation_request },
        ..METADATA
    };
    let server = start(&BOTH);
    let answer = accepted(own_with(&server, &[ID, SECRET])).await;
    let token = [("token", answer["access_token"].as_str().unwrap())];
    assert_eq!(post(&server, "/revoke", &token).send().await.status(), 200);
}

#[tokio::test]
async fn a_userinfo_request_has_its_declared_shape() {
    static METADATA: Metadata = Metadata {
        userinfo_endpoint: Some("https://{shop}.example/me"),
        userinfo_request: &RequestFormat {
            query: &[("fields", "name")],
            headers: &[("x-version", "3")],
            ..RequestFormat::DEFAULT
        },
        grants: &[OWN],
        ..BASE
    };
    let server = start(&METADATA);
    let answer = accepted(own_with(&server, &[ID, SECRET])).await;
    let bearer = format!("Bearer {}", answer["access_token"].as_str().unwrap());
    let ask = |path: &str| post(&server, path, &[]).header("authorization", &bearer);
    accepted(ask("/me?fields=name").header("x-version", "3")).await;
    ask("/me?fields=name").expect_refusal("invalid_request", "the header `x-version`").await;
    ask("/me").header("x-version", "3").expect_refusal("invalid_request", "`fields` in the query").await;
    assert_eq!(ask("/me?fields=name").method(Method::GET).send().await.status(), 405);
}

#[tokio::test]
async fn a_login_in_a_fragment_and_a_refresh_that_says_nothing() {
    // Shopline.
    static METADATA: Metadata = Metadata {
        refresh_endpoint: Some("https://{shop}.example/refresh"),
        authorization_request: &RequestFormat {
            method: &[metadata::Method::Get],
            fragment: Some("/authorize?"),
            rename: &[("state", "customField")],
            ..RequestFormat::DEFAULT
        },
        grants: &[
            GrantMetadata::new(GrantType::AUTHORIZATION_CODE, POST_AUTH),
            OWN,
            with(
                GrantMetadata::new(GrantType::ACCESS_TOKEN_REFRESH, POST_AUTH),
                &RequestFormat {
                    auth: RequestAuth::Bearer,
                    body: BodyFormat::Query,
                    omit: &["grant_type", "access_token"],
                    ..RequestFormat::DEFAULT
                },
            ),
        ],
        ..BASE
    };
    let server = start(&METADATA);
    let login =
        [("response_type", "code"), ID, ("redirect_uri", server.redirect_uri()), ("customField", "s")];
    let query = url(&server, "/authorize", &login);
    let (page, parameters_of_page) = query.split_once('?').unwrap();
    assert!(server.approve(&query).is_err(), "no fragment");
    let callback = server.approve(&format!("{page}#/authorize?{parameters_of_page}")).unwrap();
    assert_eq!(parameters(&callback)["customField"], "s");

    let answer = accepted(own_with(&server, &[ID, SECRET])).await;
    let token = answer["access_token"].as_str().unwrap();
    let refresh = |token: &str| {
        let mut ask = post(&server, "/refresh", &[]).header("authorization", &format!("Bearer {token}"));
        ask.request.headers_mut().remove("content-type");
        ask
    };
    assert_ne!(accepted(refresh(token)).await["access_token"], token);
    assert_eq!(refresh("guess").send().await.status(), 401);
}

#[tokio::test]
async fn revocation_in_the_declared_shape() {
    static METADATA: Metadata = Metadata {
        revocation_endpoint: Some("https://{shop}.example/revoke"),
        revocation_request: &RequestFormat {
            method: &[metadata::Method::Delete],
            body: BodyFormat::Json,
            auth: RequestAuth::Method(ClientAuth::ClientSecretBasic(BasicEncoding::Form)),
            rename: &[("token", "access_token")],
            ..RequestFormat::DEFAULT
        },
        ..BASE
    };
    let server = start(&METADATA);
    let token = accepted(own_with(&server, &[ID, SECRET])).await["access_token"].as_str().unwrap().to_owned();
    let text = serde_json::json!({"access_token": token}).to_string();
    let ask = || body(&server, "/revoke", "application/json", &text).method(Method::DELETE);
    ask().expect_refusal("invalid_client", "does not authenticate").await;
    assert_eq!(ask().basic("me", "secret").send().await.status(), 200);
    assert!(server.audit().iter().any(|event| matches!(event, oauth_testkit::Event::Revoked(_))));
    assert_eq!(ask().method(Method::POST).send().await.status(), 405);
}
