//! The token answer names the host of the API.

use oauth_testkit::DocumentedRequest;
use oauth_zoom::ZoomServerToServer;
use oauth_zoom::oauth_core::http::{Method, Request, Response};
use oauth_zoom::oauth_core::{Client, ClientSecret, Error};

fn client() -> Client<ZoomServerToServer> {
    let account = ZoomServerToServer { account_id: "the-account".to_owned() };
    Client::new(account, ClientSecret::new("client id", "secret"))
}

/// The request for the answer's `api_url`.
fn users(api_url: &str) -> Result<Request<Vec<u8>>, Error> {
    let client = client();
    let answer = format!(
        r#"{{"access_token":"AT1","token_type":"bearer","expires_in":3600,"scope":"user:read:admin",
        "api_url":"{api_url}"}}"#
    );
    let tokens = client.client_credentials().read(Response::new(answer.into()))?;
    client.api(Method::GET, "users", tokens.access_token()).request()
}

/// `POST https://zoom.us/oauth/token?grant_type=account_credentials&account_id={accountId}`, here as a
/// form, which Zoom takes too.
#[test]
fn tokens_of_an_account_are_asked_for_as_documented() {
    let documented = DocumentedRequest {
        method: "POST",
        url: "https://zoom.us/oauth/token",
        headers: &[
            ("Authorization", "Basic Y2xpZW50K2lkOnNlY3JldA=="),
            ("Content-Type", "application/x-www-form-urlencoded"),
        ],
        parameters: "grant_type=account_credentials&account_id=the-account",
        added: &["Accept"],
    };
    documented.check(&client().client_credentials().request().unwrap()).unwrap();
}

#[test]
fn the_token_goes_to_the_host_that_came_with_it() {
    assert_eq!(users("https://api-eu.zoom.us").unwrap().uri(), "https://api-eu.zoom.us/v2/users");
}

#[test]
fn no_other_host_gets_the_token() {
    assert!(users("https://api.zoom.us.evil.example").is_err());
}
