//! The page of a login by POST holds whatever the caller chose, and none of it as markup.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_core::{Client, ClientSecret, LoginForm, Scope, oauth_provider};

#[oauth_provider(
    authorization_endpoint = "https://pages.example/authorize?a=1&b=2",
    token_endpoint = "https://pages.example/token",
    client_auth(client_secret_post),
    grants(authorization_code),
    custom_scopes(allowed),
    authorization_request(method(get, post), params(hint(optional)))
)]
#[derive(Debug, Clone, Copy)]
struct Pages;

const HOSTILE: &str = r#""><script>alert('&lt;')</script>"#;

/// The values of one attribute, as a browser reads them.
fn attributes(page: &str, name: &str) -> Vec<String> {
    let start = format!(" {name}=\"");
    let raw = page.split(&start).skip(1).map(|rest| rest.split('"').next().unwrap());
    let read = |text: &str| {
        text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    };
    raw.map(read).collect()
}

#[test]
fn values_stay_values() {
    let client = Client::new(Pages, ClientSecret::new(HOSTILE, "CANARY"));
    let form: LoginForm<Pages> = client
        .authorize("https://app.example/cb?x=%22&y='")
        .scopes([Scope::custom(&Pages, "<b>&amp;'").unwrap()])
        .parameter(Pages::HINT.value(HOSTILE))
        .start_form()
        .unwrap();
    let page = form.html();

    assert_eq!(page.matches("<script>").count(), 1, "{page}");
    assert!(page.contains("<script>document.forms[0].submit()</script>"), "our own");
    assert_eq!(page.matches('<').count(), page.matches('>').count());
    assert_eq!(page.matches("<input ").count(), form.fields.len());
    assert_eq!(attributes(&page, "action"), ["https://pages.example/authorize?a=1&b=2"]);
    let names: Vec<_> = form.fields.iter().map(|(name, _)| name.clone()).collect();
    let values: Vec<_> = form.fields.iter().map(|(_, value)| value.clone()).collect();
    assert_eq!(attributes(&page, "name"), names);
    assert_eq!(attributes(&page, "value"), values);
    assert!(values.iter().filter(|value| *value == HOSTILE).count() == 2);
    assert!(!page.contains("CANARY"));
}
