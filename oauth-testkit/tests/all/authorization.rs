//! What the authorization endpoint refuses, and where it says so.

use crate::by_hand::{parameters, post, url};
use crate::providers::{Comma, Ebay, Plain, Redbooth};
use oauth_core::http::{Method, header};
use oauth_core::{ClientId, ErrorCode, ErrorKind, Provider};
use oauth_testkit::{AuthorizationServer, BrowserError};

const CHALLENGE: (&str, &str) = ("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
const S256: (&str, &str) = ("code_challenge_method", "S256");

struct Case<'a> {
    server: &'a AuthorizationServer,
    path: &'a str,
}

impl Case<'_> {
    /// A good request with these parameters besides, or in place of those with the same name; an
    /// empty value stands for none.
    fn url(&self, changes: &[(&str, &str)]) -> String {
        let good = [
            ("response_type", "code"),
            ("client_id", self.server.confidential_client().0),
            ("redirect_uri", self.server.redirect_uri()),
            ("state", "xyz"),
        ];
        let kept = good.into_iter().filter(|(name, _)| !changes.iter().any(|(changed, _)| changed == name));
        let fields: Vec<_> = kept.chain(changes.iter().copied()).collect();
        url(self.server, self.path, &fields)
    }

    /// The refusal goes to the redirect URI.
    fn expect_refusal(&self, changes: &[(&str, &str)], error: &str, reason: &str) {
        let callback = self.server.approve(&self.url(changes)).unwrap();
        let answer = parameters(&callback);
        assert_eq!(answer.get("error").map(String::as_str), Some(error), "{changes:?}: {callback}");
        assert!(answer["error_description"].contains(reason), "{}", answer["error_description"]);
        assert!(!answer.contains_key("code") && !answer.contains_key("access_token"));
    }

    /// The refusal stays on the page.
    fn stays(&self, changes: &[(&str, &str)], reason: &str) {
        match self.server.approve(&self.url(changes)) {
            Err(BrowserError::Page(status, page)) => {
                assert_eq!(status, 400);
                assert!(page.contains(reason), "{page}");
            }
            other => panic!("{other:?}"),
        }
    }

    fn passes(&self, changes: &[(&str, &str)]) {
        let callback = self.server.approve(&self.url(changes)).unwrap();
        assert!(callback.contains("code="), "{callback}");
    }
}

fn start<P: Provider>(provider: P) -> AuthorizationServer {
    AuthorizationServer::start(&provider).unwrap()
}

#[test]
fn what_can_not_be_believed_stays_on_the_page() {
    let server = start(Plain);
    let case = Case { server: &server, path: "/authorize" };
    case.passes(&[]);
    case.stays(&[("client_id", "")], "`client_id` is missing");
    case.stays(&[("client_id", "stranger")], "not registered");
    case.stays(&[("client_id", "a"), ("client_id", "b")], "more than once");
    case.stays(&[("redirect_uri", "")], "`redirect_uri` is missing");
    for uri in [
        "https://client.example/callback/",
        "https://client.example/Callback",
        "https://evil.example/callback",
        "https://client.example/callback?x=1",
    ] {
        case.stays(&[("redirect_uri", uri)], "not the registered one");
    }
    let evil = server.approve("https://evil.example/authorize").unwrap_err();
    assert!(matches!(evil, BrowserError::Elsewhere));
}

#[test]
fn what_the_declaration_does_not_have() {
    let server = start(Plain);
    let case = Case { server: &server, path: "/authorize" };
    case.expect_refusal(&[("response_type", "")], "invalid_request", "`response_type` is missing");
    case.expect_refusal(&[("response_type", "id_token")], "unsupported_response_type", "neither");
    case.expect_refusal(&[("scope", "admin")], "invalid_scope", "`admin` is not a declared scope");
    case.expect_refusal(&[("scope", "read,write")], "invalid_scope", "`read,write`");
    case.expect_refusal(&[("scope", "read  write")], "invalid_scope", "`` is not");
    case.expect_refusal(&[("scope", "report")], "invalid_scope", "with the grant `authorization_code`");
    case.expect_refusal(&[("prompt", "login")], "invalid_request", "`prompt` does not belong");
    case.expect_refusal(&[("scope", "read"), ("scope", "write")], "invalid_request", "`scope` is there more");
    case.expect_refusal(&[("state", "a"), ("state", "b")], "invalid_request", "`state` is there more");
    case.expect_refusal(
        &[("response_type", "token")],
        "unauthorized_client",
        "can't authenticate as declared for the grant `implicit`",
    );
    let redbooth = start(Redbooth);
    let case = Case { server: &redbooth, path: "/oauth2/authorize" };
    case.expect_refusal(
        &[("response_type", "token")],
        "unsupported_response_type",
        "`implicit` is not declared",
    );
    case.expect_refusal(
        &[("client_id", redbooth.public_client())],
        "unauthorized_client",
        "can't authenticate",
    );
}

#[test]
fn code_challenges() {
    let server = start(Plain);
    let case = Case { server: &server, path: "/authorize" };
    case.passes(&[CHALLENGE, S256]);
    case.expect_refusal(&[CHALLENGE], "invalid_request", "is not `S256`");
    case.expect_refusal(&[CHALLENGE, ("code_challenge_method", "plain")], "invalid_request", "is not `S256`");
    case.expect_refusal(&[S256], "invalid_request", "without `code_challenge`");
    case.expect_refusal(&[("code_challenge", "short"), S256], "invalid_request", "not the base64url");
    case.expect_refusal(
        &[("response_type", "token"), CHALLENGE, S256],
        "invalid_request",
        "`code_challenge` does not belong",
    );

    let redbooth = start(Redbooth);
    let case = Case { server: &redbooth, path: "/oauth2/authorize" };
    case.passes(&[]);
    case.expect_refusal(&[CHALLENGE, S256], "invalid_request", "`pkce(none)` excludes");

    let comma = start(Comma);
    let case = Case { server: &comma, path: "/oauth?version=2" };
    case.passes(&[CHALLENGE, S256]);
    case.expect_refusal(&[], "invalid_request", "`pkce(required)` demands");
    case.expect_refusal(&[CHALLENGE, S256, ("scope", "one two")], "invalid_scope", "joined by `,`");
    case.expect_refusal(&[CHALLENGE, S256, ("scope", "one+two")], "invalid_scope", "joined by `,`");
    case.passes(&[CHALLENGE, S256, ("scope", "one,four")]);
}

#[test]
fn declared_parameters() {
    let server = start(Ebay);
    let case = Case { server: &server, path: "/oauth2/authorize" };
    case.passes(&[("hd", "yes"), ("prompt", "login"), ("locale", "anything")]);
    case.expect_refusal(&[], "invalid_request", "`hd` is not `yes`");
    case.expect_refusal(&[("hd", "no")], "invalid_request", "`hd` is not `yes`");
    case.expect_refusal(&[("hd", "yes"), ("prompt", "none")], "invalid_request", "`prompt` is none of login");
}

#[test]
fn refusals_carry_state_and_issuer() {
    let server = start(Plain);
    let case = Case { server: &server, path: "/authorize" };
    let callback = server.approve(&case.url(&[("scope", "admin")])).unwrap();
    let answer = parameters(&callback);
    assert_eq!((&*answer["state"], &*answer["iss"]), ("xyz", "https://plain.example"));
    assert!(callback.starts_with("https://client.example/callback?error="), "{callback}");

    let public = [("response_type", "token"), ("client_id", server.public_client()), ("scope", "admin")];
    let callback = server.approve(&case.url(&public)).unwrap();
    assert!(callback.starts_with("https://client.example/callback#error="), "{callback}");
}

#[test]
fn the_client_believes_a_refusal() {
    let server = start(Plain);
    let client = server.client(Plain, server.client_secret()).unwrap();
    let login = client.authorize(server.redirect_uri()).start().unwrap();
    let callback = server.deny(&login.url).unwrap();
    let error = client.finish(login.pending, callback).unwrap_err();
    assert!(error.is_access_denied(), "{error}");

    // The type keeps this scope out; a hand-written provider does not.
    let login = client.authorize(server.redirect_uri()).scopes([Plain::READ]).start().unwrap();
    let callback = server.approve(&login.url.replace("scope=read", "scope=raed")).unwrap();
    let error = client.finish(login.pending, callback).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::AuthorizationResponse(_)));
    assert_eq!(error.code(), Some(&ErrorCode::InvalidScope));
}

#[tokio::test]
async fn methods_and_bodies() {
    let server = start(Plain);
    let refused = post(&server, "/authorize", &[]).send().await;
    assert_eq!(
        (refused.status().as_u16(), &refused.headers()[header::ALLOW]),
        (405, &"GET".parse().unwrap())
    );

    let redbooth = start(Redbooth);
    let form = || post(&redbooth, "/oauth2/authorize", &[("client_id", redbooth.confidential_client().0)]);
    let json = form().header("content-type", "application/json").send().await;
    assert!(json.status() == 400 && json.text().contains("x-www-form-urlencoded"));
    let query = post(&redbooth, "/oauth2/authorize?client_id=x", &[]).send().await;
    assert!(query.status() == 400 && query.text().contains("`client_id` is in the query"));
    let put = form().method(Method::PUT).send().await;
    assert_eq!(put.headers()[header::ALLOW], "GET, POST");
}

#[tokio::test]
async fn a_page_for_people() {
    let server = AuthorizationServer::builder(&Plain)
        .user("<bob>", "x")
        .redirect_uri("http://127.0.0.1:3000/callback?from=here")
        .start()
        .unwrap();
    let client = server.client(Plain, server.client_secret()).unwrap();
    let login = client.authorize(server.redirect_uri()).scopes([Plain::WRITE]).start().unwrap();
    let mut ask = post(&server, "/", &[]).method(Method::GET);
    *ask.request.uri_mut() = login.url.parse().unwrap();
    let page = ask.send().await;
    assert_eq!(page.headers()[header::CACHE_CONTROL], "no-store");
    let html = page.text();
    for shown in ["Plain", "confidential+client", "<code>write</code>", "&lt;bob&gt;", "Approve", "Deny"] {
        assert!(html.contains(shown), "{shown}: {html}");
    }

    let ticket = html.split("name=\"ticket\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let decide = |fields: &[(&str, &str)]| post(&server, "/.oauth-testkit/consent", fields).send();
    let good = [("ticket", ticket), ("decision", "approve"), ("user", "<bob>")];
    let answer = decide(&good).await;
    assert_eq!(answer.status(), 303);
    let callback = answer.headers()[header::LOCATION].to_str().unwrap().to_owned();
    assert!(callback.starts_with("http://127.0.0.1:3000/callback?from=here&code="), "{callback}");
    assert_eq!(decide(&good).await.status(), 400, "one decision for each page");

    let tokens = client.finish(login.pending, callback).unwrap().send().await.unwrap();
    let details = client.introspect(tokens.access_token()).send().await.unwrap().active().unwrap();
    assert_eq!(details.username(), Some("<bob>"));
}

#[test]
fn another_user() {
    let server = AuthorizationServer::builder(&Plain).user("bob", "builder").start().unwrap();
    let client = server.client::<_, ClientId>(Plain, server.client_id()).unwrap();
    let login = client.authorize(server.redirect_uri()).start().unwrap();
    let callback = server.approve_as("bob", &login.url).unwrap();
    let tokens = client.finish(login.pending, callback).unwrap().send_blocking().unwrap();
    let answer = client.api(Method::GET, "/me", tokens.access_token()).send_blocking().unwrap();
    assert_eq!(answer.body(), br#"{"scope":"","subject":"bob"}"#);
    assert!(matches!(server.approve_as("eve", &login.url), Err(BrowserError::Page(..))));
}
