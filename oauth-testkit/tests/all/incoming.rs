//! What comes back: answers, errors and callbacks in the declared shape.

use crate::by_hand::{Ask, parameters, post};
use crate::declared::{BASE, Declared, OWN, POST_AUTH, STANDARD, approved, start};
use oauth_core::metadata::{
    AbsentExpiry, AnswerFormat, ApiBaseFormat, BearerFormat, CallbackFormat, CallbackMode, Condition,
    ErrorResponseFormat, ExpiryFormat, ExpiryUnit, GrantMetadata, GrantType, LearnedVariable, Metadata,
    ParameterMetadata, ParameterValue, RequestFormat, ScopeMetadata, Test, TokenCarrier, TokenResponseFormat,
};
use oauth_testkit::AuthorizationServer;
use std::time::Duration;

fn own(server: &AuthorizationServer, secret: &str) -> Ask {
    let grant = ("grant_type", "client_credentials");
    post(server, "/token", &[grant, ("client_id", "me"), ("client_secret", secret)])
}

fn exchange(server: &AuthorizationServer, callback: &str, more: &[(&str, &str)]) -> Ask {
    let code = parameters(callback)["code"].clone();
    let fields = [
        ("grant_type", "authorization_code"),
        ("code", &*code),
        ("redirect_uri", server.redirect_uri()),
        ("client_id", "me"),
        ("client_secret", "secret"),
    ];
    post(server, "/token", &[&fields[..], more].concat())
}

#[tokio::test]
async fn roots_fields_units_and_conditions() {
    static METADATA: Metadata = Metadata {
        token_response: &TokenResponseFormat {
            root: &["/data"],
            fields: &[
                ("access_token", &["accessToken"]),
                ("expires_in", &["/life/until"]),
                ("scope", &["scopes"]),
            ],
            expires_in: ExpiryFormat { unit: ExpiryUnit::Rfc3339, ..ExpiryFormat::DEFAULT },
            scope_delimiter: Some(','),
            api_base: Some(ApiBaseFormat {
                member: "/instance_url",
                hosts: &["*.shops.example"],
                path: "/v1",
            }),
            ..TokenResponseFormat::DEFAULT
        },
        error_response: &ErrorResponseFormat {
            when: &[Condition { member: "/errcode", test: Test::Differs("0") }],
            code: &["/errcode"],
            description: &["/errmsg"],
            map: &[("invalid_client", "40013")],
            ..ErrorResponseFormat::DEFAULT
        },
        grants: &[GrantMetadata { default_scopes: &["a", "b"], ..OWN }],
        scopes: &[ScopeMetadata::new("a", &[]), ScopeMetadata::new("b", &[])],
        ..BASE
    };
    let server = start(&METADATA);
    let answer = own(&server, "secret").send().await.json();
    assert_eq!((&answer["errcode"], answer["errmsg"].as_str()), (&0.into(), None));
    let data = &answer["data"];
    assert!(
        data["accessToken"].is_string() && data["life"]["until"].as_str().unwrap().ends_with('Z'),
        "{data}"
    );
    assert_eq!(
        (&data["scopes"], &data["instance_url"]),
        (&"a,b".into(), &"https://testkit.shops.example".into())
    );

    let refused = own(&server, "guess").send().await;
    assert_eq!((refused.status().as_u16(), &refused.json()["errcode"]), (200, &40013.into()));
    assert_eq!(refused.json()["errmsg"], "the client secret is wrong");

    // The API is where the answer says.
    let token = data["accessToken"].as_str().unwrap();
    let api =
        post(&server, "/v1/things", &[]).header("authorization", &format!("Bearer {token}")).send().await;
    assert_eq!(api.status(), 200);
}

const fn answering(token_response: &'static TokenResponseFormat) -> Metadata {
    Metadata { grants: &[OWN], token_response, ..BASE }
}

#[tokio::test]
async fn formats() {
    const DEFAULT: TokenResponseFormat = TokenResponseFormat::DEFAULT;
    static FORM: Metadata = answering(&TokenResponseFormat { format: AnswerFormat::Form, ..DEFAULT });
    static EITHER: Metadata = answering(&TokenResponseFormat { format: AnswerFormat::JsonOrForm, ..DEFAULT });
    static JSONP: Metadata = answering(&TokenResponseFormat { format: AnswerFormat::Jsonp, ..DEFAULT });
    static ANY: Metadata = answering(&TokenResponseFormat { format: AnswerFormat::JsonOfAnyType, ..DEFAULT });
    let form = own(&start(&FORM), "secret").send().await.text();
    assert!(parameters(&format!("?{form}"))["access_token"].starts_with("v^1.1#"), "{form}");
    let refused = own(&start(&FORM), "guess").send().await;
    assert_eq!(parameters(&format!("?{}", refused.text()))["error"], "invalid_client");
    let server = start(&EITHER);
    assert!(own(&server, "secret").send().await.json()["access_token"].is_string());
    let form = own(&server, "secret").header("accept", "*/*").send().await.text();
    assert!(form.contains("token_type=Bearer"), "{form}");
    let jsonp = own(&start(&JSONP), "secret").send().await.text();
    assert!(jsonp.starts_with("callback( {") && jsonp.ends_with("} );\n"), "{jsonp}");
    let any = own(&start(&ANY), "secret").send().await;
    assert!(any.headers()["content-type"].to_str().unwrap().starts_with("text/plain"));
}

#[tokio::test]
async fn lifetimes_that_are_not_said() {
    const fn lifetime(expires_in: ExpiryFormat) -> TokenResponseFormat {
        TokenResponseFormat { expires_in, ..TokenResponseFormat::DEFAULT }
    }
    const MINUTE: ExpiryFormat = ExpiryFormat { absent: AbsentExpiry::Seconds(60), ..ExpiryFormat::DEFAULT };
    const ENDLESS: ExpiryFormat = ExpiryFormat { zero_is_never: true, ..ExpiryFormat::DEFAULT };
    const FINE: ExpiryFormat = ExpiryFormat { unit: ExpiryUnit::Milliseconds, ..ExpiryFormat::DEFAULT };
    static DEFAULT: Metadata = answering(const { &lifetime(MINUTE) });
    static ZERO: Metadata = answering(const { &lifetime(ENDLESS) });
    static MILLISECONDS: Metadata = answering(const { &lifetime(FINE) });
    let server = start(&DEFAULT);
    assert!(own(&server, "secret").send().await.json()["expires_in"].is_null());
    let endless = AuthorizationServer::builder(&Declared(&ZERO))
        .confidential_client("me", "secret")
        .access_tokens_without_end();
    assert_eq!(own(&endless.start().unwrap(), "secret").send().await.json()["expires_in"], 0);
    assert_eq!(own(&start(&MILLISECONDS), "secret").send().await.json()["expires_in"], 3_600_000);
}

#[tokio::test]
async fn tokens_beside_the_first_and_scopes_that_bring_a_refresh_token() {
    static METADATA: Metadata = Metadata {
        grants: &[
            GrantMetadata {
                issues_refresh_token: true,
                ..GrantMetadata::new(GrantType::AUTHORIZATION_CODE, POST_AUTH)
            },
            GrantMetadata {
                offline_scope: Some("offline"),
                ..GrantMetadata::new(GrantType::REFRESH_TOKEN, POST_AUTH)
            },
        ],
        scopes: &[ScopeMetadata::new("chat", &[]), ScopeMetadata::new("offline", &[])],
        authorization_request: &RequestFormat {
            params: &[ParameterMetadata::new("user_scope", ParameterValue::ScopeList)],
            ..*Metadata::DEFAULT.authorization_request
        },
        token_response: &TokenResponseFormat {
            also: &[("user", "/authed_user")],
            ..TokenResponseFormat::DEFAULT
        },
        ..BASE
    };
    let server = start(&METADATA);
    for (scope, has_refresh_token) in [("chat", false), ("chat offline", true)] {
        let fields = [&STANDARD[..], &[("scope", scope), ("user_scope", "chat")]].concat();
        let callback = approved(&server, &fields);
        let answer = exchange(&server, &callback, &[]).send().await.json();
        assert_eq!(answer["refresh_token"].is_string(), has_refresh_token, "{scope}");
        let user = &answer["authed_user"];
        assert_eq!((&user["scope"], user["access_token"] == answer["access_token"]), (&"chat".into(), false));
    }
}

#[tokio::test]
async fn callbacks_in_the_declared_shape() {
    static METADATA: Metadata = Metadata {
        grants: &[GrantMetadata::new(GrantType::AUTHORIZATION_CODE, POST_AUTH)],
        callback: &CallbackFormat {
            code: "auth_code",
            error: &["error_reason"],
            error_map: &[("access_denied", "user_denied")],
            capture: &["realmId"],
            echo: &[("device_id", "deviceId")],
            hmac_sha256: Some("hmac"),
            equals: &[("shop", "{shop}.shops.example"), ("app", "{client_id}")],
            learn: &[LearnedVariable {
                variable: "region",
                parameter: "location",
                values: &[&[("", "eu")], &[("", "us")]],
            }],
            ..CallbackFormat::DEFAULT
        },
        ..BASE
    };
    let builder = AuthorizationServer::builder(&Declared(&METADATA)).confidential_client("me", "secret");
    let server = builder.callback_parameter("realmId", "4&6%20").start().unwrap();
    let callback = approved(&server, &STANDARD);
    let mut answered = parameters(&callback);
    for (name, value) in [
        ("realmId", "4&6%20"),
        ("deviceId", "testkit-deviceId"),
        ("shop", "acme.shops.example"),
        ("app", "me"),
        ("location", "eu"),
        ("state", "the-state"),
    ] {
        assert_eq!(answered[name], value, "{name}");
    }
    let signature = answered.remove("hmac").unwrap();
    let escaped = |value: &str| value.replace('%', "%25").replace('&', "%26");
    let mut signed: Vec<_> =
        answered.iter().map(|(name, value)| format!("{name}={}", escaped(value))).collect();
    signed.sort();
    let key = ring::hmac::Key::new(ring::hmac::HMAC_SHA256, b"secret");
    let expected = ring::hmac::sign(&key, signed.join("&").as_bytes());
    let expected: String = expected.as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(signature, expected);

    let code = format!(
        "?code={}",
        form_urlencoded::byte_serialize(answered["auth_code"].as_bytes()).collect::<String>()
    );
    exchange(&server, &code, &[]).expect_refusal("invalid_request", "`device_id` is missing").await;
    exchange(&server, &code, &[("device_id", "x")]).expect_refusal("invalid_grant", "`device_id`").await;
    let answer = exchange(&server, &code, &[("device_id", "testkit-deviceId")]).send().await;
    assert_eq!(answer.status(), 200);

    let denied = server.deny(&crate::by_hand::url(&server, "/authorize", &STANDARD)).unwrap();
    assert_eq!(parameters(&denied)["error_reason"], "user_denied");
}

#[tokio::test]
async fn callbacks_that_the_browser_posts() {
    static METADATA: Metadata = Metadata {
        callback: &CallbackFormat { mode: CallbackMode::FormPost, ..CallbackFormat::DEFAULT },
        ..BASE
    };
    let server = start(&METADATA);
    let posted = approved(&server, &[&STANDARD[..], &[("response_mode", "form_post")]].concat());
    assert_eq!(parameters(&format!("?{posted}"))["state"], "the-state");
    assert_eq!(exchange(&server, &format!("?{posted}"), &[]).send().await.status(), 200);
    let refused = approved(&server, &STANDARD);
    assert!(refused.contains("error=invalid_request"), "{refused}");
}

#[tokio::test]
async fn tokens_that_are_carried_otherwise() {
    const fn carried(carrier: TokenCarrier) -> Metadata {
        Metadata {
            grants: &[OWN],
            api_base: Some("https://api.{shop}.example/v1"),
            bearer: BearerFormat { carrier, headers: &[("Client-Id", "{client_id}")] },
            ..BASE
        }
    }
    static SCHEME: Metadata = carried(TokenCarrier::Scheme("Zoho-oauthtoken"));
    static HEADER: Metadata = carried(TokenCarrier::Header("X-Token"));
    static QUERY: Metadata = carried(TokenCarrier::Query("auth"));
    for metadata in [&SCHEME, &HEADER, &QUERY] {
        let server = start(metadata);
        let token = own(&server, "secret").send().await.json()["access_token"].as_str().unwrap().to_owned();
        let encoded: String = form_urlencoded::byte_serialize(token.as_bytes()).collect();
        let ask = |is_right: bool| match metadata.bearer.carrier {
            TokenCarrier::Query(_) if is_right => post(&server, &format!("/v1/x?auth={encoded}"), &[]),
            TokenCarrier::Header(_) if is_right => post(&server, "/v1/x", &[]).header("x-token", &token),
            TokenCarrier::Scheme(scheme) if is_right => {
                post(&server, "/v1/x", &[]).header("authorization", &format!("{scheme} {token}"))
            }
            _ => post(&server, "/v1/x", &[]).header("authorization", &format!("Bearer {token}")),
        };
        assert_eq!(ask(true).header("client-id", "me").send().await.status(), 200);
        assert_eq!(ask(true).header("client-id", "you").send().await.status(), 400);
        assert_eq!(ask(false).header("client-id", "me").send().await.status(), 401);
        server.advance(Duration::from_secs(3600));
        assert_eq!(ask(true).header("client-id", "me").send().await.status(), 401);
    }
}
