//! The metadata of an account, which say where its API is.

use oauth_mailchimp::oauth_core::http::{Method, Response};
use oauth_mailchimp::oauth_core::{AccessToken, Client, ClientSecret};
use oauth_mailchimp::{AccountMetadata, Mailchimp};
use oauth_testkit::DocumentedRequest;

const METADATA: &str = r#"{"dc":"us6","role":"owner","accountname":"Example","user_id":1,
    "login":{"email":"owner@example.com","avatar":null,"login_id":1,"login_name":"owner",
    "login_email":"owner@example.com"},"login_url":"https://login.mailchimp.com",
    "api_endpoint":"https://us6.api.mailchimp.com"}"#;

fn client() -> Client<Mailchimp> {
    Client::new(Mailchimp, ClientSecret::new("id", "secret"))
}

#[test]
fn the_api_is_where_the_metadata_say() {
    let metadata: AccountMetadata = serde_json::from_str(METADATA).unwrap();
    let base = client().api_base(&Response::new(METADATA.into())).unwrap();
    assert_eq!(base, format!("{}/3.0", metadata.api_endpoint));
    let token = AccessToken::new("AT1").unwrap().with_api_base(base);
    let documented = DocumentedRequest {
        method: "GET",
        url: "https://us6.api.mailchimp.com/3.0/lists",
        headers: &[("Authorization", "Bearer AT1")],
        parameters: "",
        added: &["Accept"],
    };
    documented.check(&client().api(Method::GET, "lists", &token).request().unwrap()).unwrap();
}

#[test]
fn what_names_no_api_base_of_mailchimp_is_refused() {
    // A bad token gets a 200 with an error in it.
    for (answer, reason) in [
        (r#"{"error":"invalid_token"}"#, "is not there"),
        (r#"{"api_endpoint":"https://us6.api.mailchimp.com.evil.example"}"#, "is at no declared host"),
    ] {
        let error = client().api_base(&Response::new(answer.into())).unwrap_err().to_string();
        assert!(error.contains("`api_endpoint`") && error.contains(reason), "{error}");
    }
}

#[test]
fn no_other_host_gets_the_token() {
    let token = AccessToken::new("AT1").unwrap().with_api_base("https://us6.api.mailchimp.com.evil.example");
    let error = client().api(Method::GET, "lists", &token).request().unwrap_err();
    assert!(error.to_string().contains("API base"), "{error}");
}
