//! The requests of the documentation, whole.

use oauth_sentry::oauth_core::http::Request;
use oauth_sentry::oauth_core::{Client, ClientSecret, RefreshToken, Segment};
use oauth_sentry::{Sentry, SentryIntegration};
use oauth_testkit::DocumentedRequest;

fn integration() -> Client<SentryIntegration> {
    let installation = Segment::new("a8e5d37a-696c-4c54-adb5-b3f28d64c7de").unwrap();
    Client::new(SentryIntegration { installation }, ClientSecret::new("your-client-id", "your-client-secret"))
}

fn check(request: &Request<Vec<u8>>, body: &str) {
    let url = "https://sentry.io/api/0/sentry-app-installations/a8e5d37a-696c-4c54-adb5-b3f28d64c7de/authorizations/";
    assert_eq!((request.method().as_str(), &*request.uri().to_string()), ("POST", url));
    assert_eq!(request.headers()["content-type"], "application/json");
    assert_eq!(std::str::from_utf8(request.body()).unwrap(), body);
}

/// "OAuth Process" of public integrations: `requests.post(url, json=payload)`.
#[test]
fn the_code_of_a_webhook_is_exchanged_as_documented() {
    let code = SentryIntegration::CODE.value("f3c71b491e3949b6b033ae45312a4fcb");
    let request = integration().client_credentials().parameter(code).request().unwrap();
    check(
        &request,
        r#"{"grant_type":"authorization_code","client_id":"your-client-id","client_secret":"your-client-secret","code":"f3c71b491e3949b6b033ae45312a4fcb"}"#,
    );
}

#[test]
fn nothing_is_asked_without_a_code() {
    let error = integration().client_credentials().request().unwrap_err().to_string();
    assert!(error.contains("demands the parameter `code`"), "{error}");
}

#[test]
fn a_refresh_goes_to_the_same_url_as_documented() {
    let token = RefreshToken::new("fake-refresh").unwrap();
    check(
        &integration().refresh(&token).request().unwrap(),
        r#"{"grant_type":"refresh_token","refresh_token":"fake-refresh","client_id":"your-client-id","client_secret":"your-client-secret"}"#,
    );
}

/// "Refreshing Tokens": `curl -X POST https://sentry.io/oauth/token/ -d …`.
#[test]
fn an_application_refreshes_as_documented() {
    let documented = DocumentedRequest {
        method: "POST",
        url: "https://sentry.io/oauth/token/",
        headers: &[("Content-Type", "application/x-www-form-urlencoded")],
        parameters: "client_id=id&client_secret=secret&grant_type=refresh_token&refresh_token=fake-refresh",
        added: &["Accept"],
    };
    let client = Client::new(Sentry, ClientSecret::new("id", "secret"));
    let token = RefreshToken::new("fake-refresh").unwrap();
    documented.check(&client.refresh(&token).request().unwrap()).unwrap();
}
