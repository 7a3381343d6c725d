//! What a type promises elsewhere is checked at run time here, with errors that name the provider.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]
#![allow(deprecated, reason = "the password grant, where it is declared")]

use oauth_core::http::Request;
use oauth_core::{
    AccessToken, AnyAuth, AnyClient, Client, ClientSecret, Dynamic, Error, ErrorKind, MetadataBuf, Provider,
    RefreshToken, Scope, endpoint, grant,
};
use oauth_reverb::Reverb;
use oauth_standard::Standard;
use oauth_testkit::AuthorizationServer;

const SHOP: &str = r#"{
    "name": "Shop",
    "variables": { "shop": "host_label" },
    "authorization_endpoint": "https://{shop}.shops.example/authorize",
    "token_endpoint": "https://{shop}.shops.example/token",
    "client_auth": "client_secret_post",
    "grants": {
        "authorization_code": {},
        "client_credentials": { "scopes": ["stock"] }
    },
    "scopes": ["orders", "stock"],
    "authorization_request": { "params": { "locale": ["optional"], "prompt": { "one_of": ["login"] } } }
}"#;

fn shop(credentials: AnyAuth) -> AnyClient {
    let definition = MetadataBuf::from_json(SHOP).unwrap();
    Client::new(definition.provider([("shop", "acme")]).unwrap(), credentials)
}

fn confidential() -> AnyClient {
    shop(AnyAuth::with_secret("id", "CANARY"))
}

#[track_caller]
fn lacks<T>(result: Result<T, Error>, expected: &str) {
    let Err(error) = result else { panic!("it has {expected}") };
    assert!(matches!(error.kind(), ErrorKind::Configuration(_)), "{error:?}");
    assert_eq!(error.to_string(), expected);
}

const CALLBACK: &str = "https://app.example/callback";

#[test]
fn a_grant_that_is_not_declared_is_refused() {
    let client = confidential();
    let lacking = "`Shop` is declared without the grant `password`";
    lacks(client.password("user", "CANARY").request(), lacking);
    let refresh = RefreshToken::new("refresh").unwrap();
    lacks(client.refresh(&refresh).request(), "`Shop` is declared without the grant `refresh_token`");
    let access = AccessToken::new("access").unwrap();
    let lacking = "`Shop` is declared without the grant `token_extension`";
    lacks(client.extend(&access, &refresh).request(), lacking);
    let implicit = client.authorize_implicit(CALLBACK).start();
    lacks(implicit, "`Shop` is declared without the grant `implicit`");
}

#[test]
fn a_loaded_provider_extends_tokens() {
    let definition = MetadataBuf::from_json(
        r#"{
            "name": "Watch",
            "authorization_endpoint": "https://watch.example/authorize",
            "token_endpoint": "https://watch.example/token",
            "client_auth": "client_secret_post",
            "grants": ["authorization_code", { "token_extension": { "grant_type": "extend" } }],
            "refresh_response": { "expires_in": { "default": "60" } }
        }"#,
    );
    let provider = definition.unwrap().provider([("", ""); 0]).unwrap();
    let client: AnyClient = Client::new(provider, AnyAuth::with_secret("id", "CANARY"));
    let (access, refresh) = (AccessToken::new("AT").unwrap(), RefreshToken::new("RT").unwrap());
    let request = client.extend(&access, &refresh);
    let sent = request.request().unwrap();
    assert_eq!(sent.body(), b"grant_type=extend&refresh_token=RT&client_id=id&client_secret=CANARY");
    let tokens = request.read(oauth_core::http::Response::new(b"{}".to_vec())).unwrap();
    assert_eq!(tokens.access_token().expose(), "AT");
    assert!(tokens.expires_within(std::time::Duration::from_secs(61)));
}

#[test]
fn an_endpoint_that_is_not_declared_is_refused() {
    let client = confidential();
    let token = AccessToken::new("token").unwrap();
    lacks(client.revoke(&token).request(), "`Shop` is declared without a revocation endpoint");
    lacks(client.introspect(&token).request(), "`Shop` is declared without an introspection endpoint");
    let by_post = client.authorize(CALLBACK).start_form();
    lacks(by_post, "`Shop` is declared without an authorization endpoint that takes POST");
}

#[test]
fn a_scope_is_one_that_the_grant_may_ask_for() {
    let client = confidential();
    lacks(client.scope("admin"), "`Shop` is declared without the scope \"admin\"");
    let orders = client.scope("orders").unwrap();
    assert!(client.authorize(CALLBACK).scopes([&orders]).start().is_ok());
    let lacking = "`Shop` is declared without the scope \"orders\" for the grant `client_credentials`";
    lacks(client.client_credentials().scopes([&orders]).request(), lacking);
    let stock = client.scope("stock").unwrap();
    assert!(client.client_credentials().scopes([&stock]).request().is_ok());

    // The brand is the same for all providers, so that a scope of another one gets here.
    let other = Dynamic::new(
        Standard { host: oauth_core::Host::new("a.example").unwrap() }.metadata(),
        [("host", "a.example")],
    );
    let foreign = Scope::custom(&other.unwrap(), "admin").unwrap();
    let lacking = "`Shop` is declared without the scope \"admin\" for the grant `authorization_code`";
    lacks(client.authorize(CALLBACK).scopes([foreign]).start(), lacking);
}

#[test]
fn a_parameter_is_a_declared_one_with_a_value_that_it_may_have() {
    let client = confidential();
    let locale = client.parameter("locale", "fr").unwrap();
    let prompt = client.parameter("prompt", "login").unwrap();
    let login = client.authorize(CALLBACK).parameter(locale).parameter(prompt).start().unwrap();
    assert!(login.url.contains("&locale=fr&prompt=login"), "{}", login.url);
    let lacking = "`Shop` is declared without the value \"none\" of the parameter `prompt`";
    lacks(client.parameter::<endpoint::Authorization>("prompt", "none"), lacking);
    let lacking = "`Shop` is declared without a parameter \"state\" that a caller may set";
    lacks(client.parameter::<endpoint::Authorization>("state", "x"), lacking);
}

#[test]
fn a_parameter_belongs_to_its_request() {
    let definition = MetadataBuf::from_json(
        r#"{
            "name": "Devices",
            "authorization_endpoint": "https://devices.example/authorize",
            "token_endpoint": "https://devices.example/token",
            "revocation_endpoint": "https://devices.example/revoke",
            "introspection_endpoint": "https://devices.example/introspect",
            "client_auth": "client_secret_post",
            "grants": ["authorization_code", "client_credentials", "refresh_token"],
            "token_request": { "params": { "agent": ["optional"] } },
            "client_credentials_request": { "params": { "code": ["required"] } },
            "refresh_request": { "params": { "device": ["required"] } },
            "revocation_request": { "params": { "reason": { "one_of": ["logout"] } } },
            "introspection_request": { "params": { "depth": ["optional"] } }
        }"#,
    )
    .unwrap();
    let client = Client::new(definition.provider([]).unwrap(), AnyAuth::with_secret("id", "CANARY"));
    let sends = |request: Result<Request<Vec<u8>>, Error>, expected: &str| {
        let body = String::from_utf8(request.unwrap().into_body()).unwrap();
        assert!(body.split('&').any(|pair| pair == expected), "{body}");
    };
    let code = client.parameter::<grant::ClientCredentials>("code", "the code").unwrap();
    sends(client.client_credentials().parameter(code).request(), "code=the+code");
    let (access, refresh) = (AccessToken::new("access").unwrap(), RefreshToken::new("refresh").unwrap());
    let device = client.parameter::<grant::Refresh>("device", "watch").unwrap();
    sends(client.refresh(&refresh).parameter(device).request(), "device=watch");
    let reason = client.parameter("reason", "logout").unwrap();
    sends(client.revoke(&refresh).parameter(reason).request(), "reason=logout");
    let depth = client.parameter("depth", "2").unwrap();
    sends(client.introspect(&access).parameter(depth).request(), "depth=2");

    let lacking = "`Devices` is declared without a parameter \"device\" that a caller may set";
    lacks(client.parameter::<grant::ClientCredentials>("device", "watch"), lacking);
    lacks(client.parameter::<grant::TokenExtension>("device", "watch"), lacking);
    let lacking = "`Devices` is declared without the value \"other\" of the parameter `reason`";
    lacks(client.parameter::<endpoint::Revocation>("reason", "other"), lacking);
    let agent = client.parameter::<grant::AuthorizationCode>("agent", "me").unwrap();
    assert!(!format!("{agent:?}").contains("me\""), "{agent:?}");
}

#[test]
fn a_credential_is_one_that_the_provider_takes() {
    let client = shop(AnyAuth::new("id"));
    let refused =
        "a client id alone does not authenticate this request; the declaration has client_secret_post";
    lacks(client.client_credentials().request(), refused);
    // Before the login, and not after it.
    lacks(client.authorize(CALLBACK).start(), refused);
}

#[test]
fn a_value_fits_the_place_of_its_variable() {
    let definition = MetadataBuf::from_json(SHOP).unwrap();
    let provider = |values: &[(&'static str, &'static str)]| definition.provider(values.iter().copied());
    lacks(provider(&[]), "`Shop` needs a value for its variable `shop`");
    lacks(provider(&[("shop", "acme"), ("site", "x")]), "`Shop` has no variable \"site\"");
    lacks(provider(&[("shop", "acme"), ("shop", "b")]), "`Shop` has two values for its variable `shop`");
    for value in ["evil.example/#", "a.b", "", "ACME", "xn--a", "..", "a@b"] {
        assert!(provider(&[("shop", value)]).is_err(), "{value}");
    }
    assert!(Dynamic::new(definition.metadata(), [("shop", "acme")]).is_ok());
}

#[test]
fn an_erased_client_is_the_same_client() {
    let typed = Client::new(Reverb, ClientSecret::new("id", "CANARY"));
    let erased: AnyClient = typed.erase();
    let clients = [erased, confidential()];
    assert_eq!(clients[0].metadata().name, "Reverb");
    // A login may begin at one and finish at the other.
    let login = typed.authorize(CALLBACK).start().unwrap();
    let key = oauth_core::SealingKey::new([1; 32]);
    let sealed = login.pending.seal(&key).unwrap();
    assert!(clients[0].open(&key, &sealed).is_ok());
    assert!(clients[1].open(&key, &sealed).is_err());
    let scope = clients[0].scope("read_orders").unwrap();
    let (request, same) = (
        clients[0].client_credentials().scopes([scope]).request().unwrap(),
        typed.client_credentials().scopes([Reverb::READ_ORDERS]).request().unwrap(),
    );
    assert_eq!((request.uri(), request.body()), (same.uri(), same.body()));
    lacks(clients[0].scope("admin"), "`Reverb` is declared without the scope \"admin\"");
    assert!(!format!("{clients:?}").contains("CANARY"));
}

#[tokio::test]
async fn a_loaded_provider_logs_in() {
    let standard = Standard { host: oauth_core::Host::new("server.example").unwrap() };
    let json = serde_json::to_string(&MetadataBuf::from(standard.metadata())).unwrap();
    let loaded = MetadataBuf::from_json(&json).unwrap().provider([("host", "server.example")]).unwrap();
    let extra = serde_json::json!({ "user_id": 7, "note": "CANARY" });
    let server =
        AuthorizationServer::builder(&loaded).extra(extra.as_object().unwrap().clone()).start().unwrap();
    let client = server.client(loaded, AnyAuth::from(server.client_secret())).unwrap();

    let login =
        client.authorize(server.redirect_uri()).scopes([client.scope("read").unwrap()]).start().unwrap();
    let callback = server.approve(&login.url).unwrap();
    let tokens = client.finish(login.pending, callback).unwrap().send().await.unwrap();
    let members = tokens.extra().unwrap();
    assert_eq!(members.get::<u64>("user_id"), Some(7));
    assert_eq!(members.get::<u64>("note"), None);
    assert!(!format!("{members:?}").contains("CANARY"));
    let refreshed = client.refresh(tokens.refresh_token().unwrap()).send().await.unwrap();
    assert_ne!(refreshed.access_token().expose(), tokens.access_token().expose());
}
