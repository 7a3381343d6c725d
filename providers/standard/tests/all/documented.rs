//! The requests of the generic "OAuth 2.0 Client" page, typed from it.

use oauth_standard::oauth_core::{Client, ClientId, ClientSecret, Host, Login, RefreshToken, Scope};
use oauth_standard::{Standard, StandardComma};
use oauth_testkit::DocumentedRequest;

const CALLBACK: &str = "https://client.example.com/cb";
const FORM: &[(&str, &str)] = &[("Content-Type", "application/x-www-form-urlencoded")];

fn standard() -> Standard {
    Standard { host: Host::new("server.example.com").unwrap() }
}

fn client() -> Client<Standard> {
    Client::new(standard(), ClientSecret::new("[APP_KEY]", "[APP_SECRET]"))
}

fn token_request<'a>(parameters: &'a str, added: &'a [&'a str]) -> DocumentedRequest<'a> {
    let url = "https://server.example.com/token";
    DocumentedRequest { method: "POST", url, headers: FORM, parameters, added }
}

fn state(url: &str) -> &str {
    url.split("state=").nth(1).unwrap().split('&').next().unwrap()
}

#[test]
fn client_credentials_grant() {
    token_request(
        "grant_type=client_credentials&client_id=[APP_KEY]&client_secret=[APP_SECRET]",
        &["Accept"],
    )
    .check(&client().client_credentials().request().unwrap())
    .unwrap();
}

#[test]
fn resource_owner_password_credentials_grant() {
    token_request(
        "grant_type=password&username=[USERNAME]&password=[PASSWORD]&client_id=[APP_KEY]&client_secret=[APP_SECRET]",
        &["Accept"],
    )
    .check(&client().password("[USERNAME]", "[PASSWORD]").request().unwrap())
    .unwrap();
}

#[test]
fn authorization_code_grant() {
    let client = client();
    let scopes = ["a", "b"].map(|scope| Scope::custom(&standard(), scope).unwrap());
    let Login { url, pending } = client.authorize(CALLBACK).scopes(scopes).start().unwrap();
    let documented = DocumentedRequest {
        method: "GET",
        url: "https://server.example.com/authorize",
        headers: &[],
        parameters: &format!(
            "response_type=code&client_id=[APP_KEY]&state={}&redirect_uri=https%3A%2F%2Fclient%2Eexample%2Ecom%2Fcb\
             &scope=a b",
            state(&url)
        ),
        added: &["code_challenge", "code_challenge_method"],
    };
    documented.check_browser_url(&url).unwrap();

    let request =
        client.finish(pending, format!("{CALLBACK}?code=[CODE_FROM_STEP1]&state={}", state(&url))).unwrap();
    token_request(
        "grant_type=authorization_code&code=[CODE_FROM_STEP1]&client_id=[APP_KEY]&client_secret=[APP_SECRET]\
         &redirect_uri=https%3A%2F%2Fclient%2Eexample%2Ecom%2Fcb",
        &["Accept", "code_verifier"],
    )
    .check(&request.request().unwrap())
    .unwrap();
}

#[test]
fn refreshing_an_access_token() {
    token_request(
        "grant_type=refresh_token&refresh_token=[REFRESH_TOKEN]&client_id=[APP_KEY]&client_secret=[APP_SECRET]",
        &["Accept"],
    )
    .check(&client().refresh(&RefreshToken::new("[REFRESH_TOKEN]").unwrap()).request().unwrap())
    .unwrap();
}

#[test]
fn implicit_grant() {
    let client = Client::new(standard(), ClientId::new("[APP_KEY]"));
    let scope = Scope::custom(&standard(), "[OPTIONAL_SCOPES]".replace(['[', ']'], "")).unwrap();
    let Login { url, .. } = client.authorize_implicit(CALLBACK).scopes([scope]).start().unwrap();
    let documented = DocumentedRequest {
        method: "GET",
        url: "https://server.example.com/authorize",
        headers: &[],
        parameters: &format!(
            "response_type=token&client_id=[APP_KEY]&state={}&redirect_uri=https%3A%2F%2Fclient%2Eexample%2Ecom%2Fcb\
             &scope=OPTIONAL_SCOPES",
            state(&url)
        ),
        added: &[],
    };
    documented.check_browser_url(&url).unwrap();
}

/// "list of scopes separated by either a comma or an empty space"
#[test]
fn the_delimiter_is_declared() {
    let comma = StandardComma { host: Host::new("server.example.com").unwrap() };
    let scopes = ["a", "b"].map(|scope| Scope::custom(&comma, scope).unwrap());
    assert!(Scope::custom(&comma, "a,b").is_err());
    assert!(Scope::custom(&standard(), "a b").is_err());
    let client: Client<StandardComma> = Client::new(comma, ClientSecret::new("id", "secret"));
    let Login { url, .. } = client.authorize(CALLBACK).scopes(scopes).start().unwrap();
    assert!(url.contains("scope=a%2Cb&"), "{url}");
}
