//! The requests and answers that Reverb's documentation shows, typed from it.

use oauth_reverb::Reverb;
use oauth_reverb::oauth_core::http::{Method, Response};
use oauth_reverb::oauth_core::{AccessToken, Client, ClientSecret, Expiry, GrantedScope, Login, TokenType};
use oauth_testkit::DocumentedRequest;

const CALLBACK: &str = "https://app.example/callback";

fn client() -> Client<Reverb> {
    Client::new(Reverb, ClientSecret::new("[your-client-id]", "[secret]"))
}

/// Step 1: `…client_id=[your-client-id]&redirect_uri=[your-callback-url]&response_type=code
/// &scope=read_listings+write_listings`
#[test]
fn users_are_redirected_as_documented() {
    let request = client().authorize(CALLBACK).scopes([Reverb::READ_LISTINGS, Reverb::WRITE_LISTINGS]);
    let documented = DocumentedRequest {
        method: "GET",
        url: "https://reverb.com/oauth/authorize",
        headers: &[],
        parameters: "client_id=[your-client-id]&redirect_uri=https%3A%2F%2Fapp.example%2Fcallback\
                     &response_type=code&scope=read_listings+write_listings",
        added: &["state", "code_challenge", "code_challenge_method"],
    };
    documented.check_browser_url(&request.start().unwrap().url).unwrap();
}

/// Step 4: `curl -XPOST -d "client_id=[...]&client_secret=[...]&code=[...]
/// &grant_type=authorization_code&redirect_uri=[...]"`, and its answer.
#[test]
fn a_code_is_exchanged_as_documented() {
    let client = client();
    let Login { url, pending } = client.authorize(CALLBACK).start().unwrap();
    let state = url.split("state=").nth(1).unwrap().split('&').next().unwrap();
    let request = client.finish(pending, format!("{CALLBACK}?code=[code]&state={state}")).unwrap();
    let documented = DocumentedRequest {
        method: "POST",
        url: "https://reverb.com/oauth/token",
        headers: &[("Content-Type", "application/x-www-form-urlencoded")],
        parameters: "client_id=[your-client-id]&client_secret=[secret]&code=[code]\
                     &grant_type=authorization_code&redirect_uri=https://app.example/callback",
        added: &["Accept", "code_verifier"],
    };
    documented.check(&request.request().unwrap()).unwrap();

    let answer = r#"{"access_token":"7ef5a3d9a01290e61449542e2033f76a84236b7902dfe8dee9278b73eee71db4",
        "token_type":"bearer","scope":"update_listings read","created_at":1444505942}"#;
    let tokens = request.read(Response::new(answer.into())).unwrap();
    assert_eq!(
        tokens.access_token().expose(),
        "7ef5a3d9a01290e61449542e2033f76a84236b7902dfe8dee9278b73eee71db4"
    );
    assert_eq!(*tokens.access_token().token_type(), TokenType::Bearer);
    assert_eq!(*tokens.scope(), GrantedScope::Listed(["update_listings".into(), "read".into()].into()));
    assert_eq!(tokens.expiry(), Expiry::Never);
    assert_eq!(tokens.extra().unwrap().created_at, 1_444_505_942);
    assert!(tokens.refresh_token().is_none());
}

/// The client credentials page: the same form, without a code.
#[test]
fn client_credentials_go_into_the_form() {
    let request = client().client_credentials().scopes([Reverb::PUBLIC]);
    let documented = DocumentedRequest {
        method: "POST",
        url: "https://reverb.com/oauth/token",
        headers: &[("Content-Type", "application/x-www-form-urlencoded")],
        parameters: "client_id=[your-client-id]&client_secret=[secret]&grant_type=client_credentials&scope=public",
        added: &["Accept"],
    };
    documented.check(&request.request().unwrap()).unwrap();
}

/// Step 5: `curl -XGET -H "Authorization: Bearer 7ef5…"`, with the headers of the API overview.
#[test]
fn the_token_is_used_as_documented() {
    let token = AccessToken::new("7ef5a3d9a01290e61449542e2033f76a84236b7902dfe8dee9278b73eee71db4").unwrap();
    let documented = DocumentedRequest {
        method: "GET",
        url: "https://api.reverb.com/api/my/account",
        headers: &[
            ("Authorization", "Bearer 7ef5a3d9a01290e61449542e2033f76a84236b7902dfe8dee9278b73eee71db4"),
            ("Accept", "application/hal+json"),
            ("Accept-Version", "3.0"),
        ],
        parameters: "",
        added: &[],
    };
    documented.check(&client().api(Method::GET, "my/account", &token).request().unwrap()).unwrap();
}
