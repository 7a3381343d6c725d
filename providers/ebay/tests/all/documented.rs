//! The requests and answers that eBay's documentation shows, typed from it.

use oauth_ebay::Ebay;
use oauth_ebay::oauth_core::http::{Method, Response, StatusCode};
use oauth_ebay::oauth_core::{
    AccessToken, Client, ClientSecret, Expiry, Login, Recovery, RefreshToken, TokenType,
};
use oauth_testkit::DocumentedRequest;
use std::time::Duration;

const RU_NAME: &str = "Example_Inc-ExampleI-Exampl-abcdefg";
const BASIC: (&str, &str) = ("Authorization", "Basic RGV2OkNlcnQ=");
const FORM: (&str, &str) = ("Content-Type", "application/x-www-form-urlencoded");

fn client(site: Ebay) -> Client<Ebay> {
    Client::new(site, ClientSecret::new("Dev", "Cert"))
}

fn login(site: Ebay) -> (Client<Ebay>, Login<Ebay>, String) {
    let client = client(site);
    let login = client.authorize(RU_NAME).scopes([Ebay::API_SCOPE, Ebay::SELL_INVENTORY]).start().unwrap();
    let state = login.url.split("state=").nth(1).unwrap().split('&').next().unwrap().to_owned();
    (client, login, state)
}

/// The consent request: `scope=<scopeList>` is "a URL-encoded string of space-separated scopes",
/// `prompt=login` forces a log-in, `locale` localises the page.
#[test]
fn consent_is_asked_for_as_documented() {
    let sites = [(Ebay::PRODUCTION, "auth.ebay.com"), (Ebay::SANDBOX, "auth.sandbox.ebay.com")];
    for (site, host) in sites {
        let request = client(site)
            .authorize(RU_NAME)
            .scopes([Ebay::API_SCOPE, Ebay::SELL_INVENTORY])
            .parameter(Ebay::PROMPT_LOGIN)
            .parameter(Ebay::LOCALE.value("de-DE"));
        let documented = DocumentedRequest {
            method: "GET",
            url: &format!("https://{host}/oauth2/authorize"),
            headers: &[],
            parameters: "client_id=Dev&locale=de-DE&prompt=login&redirect_uri=Example_Inc-ExampleI-Exampl-abcdefg\
                         &response_type=code&scope=https%3A%2F%2Fapi.ebay.com%2Foauth%2Fapi_scope%20\
                         https%3A%2F%2Fapi.ebay.com%2Foauth%2Fapi_scope%2Fsell.inventory",
            added: &["state", "code_challenge", "code_challenge_method"],
        };
        documented.check_browser_url(&request.start().unwrap().url).unwrap();
    }
}

/// The cURL sample: Basic, a form with the code encoded once, the RuName as `redirect_uri`; and
/// the answer with `User Access Token`.
#[test]
fn a_code_is_exchanged_as_documented() {
    let (client, Login { pending, .. }, state) = login(Ebay::PRODUCTION);
    let callback = format!(
        "https://app.example/accepted?code=v%5E1.1%23i%5E1%23f%5E0%3D%3D&expires_in=299&state={state}"
    );
    let request = client.finish(pending, callback).unwrap();
    let documented = DocumentedRequest {
        method: "POST",
        url: "https://api.ebay.com/identity/v1/oauth2/token",
        headers: &[FORM, BASIC],
        parameters: "grant_type=authorization_code&code=v%5E1.1%23i%5E1%23f%5E0%3D%3D\
                     &redirect_uri=Example_Inc-ExampleI-Exampl-abcdefg",
        added: &["Accept", "code_verifier"],
    };
    documented.check(&request.request().unwrap()).unwrap();

    let answer = r##"{
        "access_token": "v^1.1#i^1#p^3#r^1...XzMjRV4xMjg0",
        "expires_in": 7200,
        "refresh_token": "v^1.1#i^1#p^3#r^1...zYjRV4xMjg0",
        "refresh_token_expires_in": 47304000,
        "token_type": "User Access Token"
    }"##;
    let tokens = request.read(Response::new(answer.into())).unwrap();
    assert_eq!(tokens.access_token().expose(), "v^1.1#i^1#p^3#r^1...XzMjRV4xMjg0");
    assert_eq!(*tokens.access_token().token_type(), TokenType::Bearer);
    assert_eq!(tokens.expiry(), Expiry::At(tokens.received_at() + Duration::from_secs(7200)));
    assert_eq!(tokens.refresh_token().unwrap().expose(), "v^1.1#i^1#p^3#r^1...zYjRV4xMjg0");
    assert_eq!(
        tokens.refresh_token_expires_at(),
        Some(tokens.received_at() + Duration::from_secs(47_304_000))
    );

    // Either kind of token goes out as a Bearer token.
    let api = client.api(Method::GET, "sell/inventory/v1/inventory_item", tokens.access_token());
    let header = api.request().unwrap().headers()["authorization"].to_str().unwrap().to_owned();
    assert_eq!(header, "Bearer v^1.1#i^1#p^3#r^1...XzMjRV4xMjg0");

    // The refresh sends the scopes of the login, and the old refresh token stays.
    let refresh = client.refresh(tokens.refresh_token().unwrap());
    let documented = DocumentedRequest {
        parameters: "grant_type=refresh_token&refresh_token=v%5E1.1%23i%5E1%23p%5E3%23r%5E1...zYjRV4xMjg0\
                     &scope=https%3A%2F%2Fapi.ebay.com%2Foauth%2Fapi_scope%20\
                     https%3A%2F%2Fapi.ebay.com%2Foauth%2Fapi_scope%2Fsell.inventory",
        added: &["Accept"],
        ..documented
    };
    documented.check(&refresh.request().unwrap()).unwrap();
    let answer = r##"{"access_token": "v^1.1#new", "expires_in": 7200, "token_type": "User Access Token"}"##;
    let refreshed = refresh.read(Response::new(answer.into())).unwrap();
    assert_eq!(refreshed.refresh_token().unwrap().expose(), "v^1.1#i^1#p^3#r^1...zYjRV4xMjg0");
    assert!(!refreshed.is_new_refresh_token());
}

/// A stored refresh token comes without its scopes; the caller names them again.
#[test]
fn a_stored_refresh_token_names_its_scopes() {
    let stored = RefreshToken::new("RT").unwrap();
    let request = client(Ebay::SANDBOX).refresh(&stored).scopes([Ebay::SELL_INVENTORY]);
    let documented = DocumentedRequest {
        method: "POST",
        url: "https://api.sandbox.ebay.com/identity/v1/oauth2/token",
        headers: &[FORM, BASIC],
        parameters: "grant_type=refresh_token&refresh_token=RT\
                     &scope=https://api.ebay.com/oauth/api_scope/sell.inventory",
        added: &["Accept"],
    };
    documented.check(&request.request().unwrap()).unwrap();
    let stored = stored.with_scopes([Ebay::SELL_INVENTORY]);
    documented.check(&client(Ebay::SANDBOX).refresh(&stored).request().unwrap()).unwrap();
}

/// The client credentials page: `scope` is required, and the type is `Application Access Token`.
#[test]
fn an_application_token() {
    let client = client(Ebay::PRODUCTION);
    let request = client.client_credentials();
    let documented = DocumentedRequest {
        method: "POST",
        url: "https://api.ebay.com/identity/v1/oauth2/token",
        headers: &[FORM, BASIC],
        parameters: "grant_type=client_credentials&scope=https%3A%2F%2Fapi.ebay.com%2Foauth%2Fapi_scope",
        added: &["Accept"],
    };
    documented.check(&request.request().unwrap()).unwrap();
    let answer =
        r##"{"access_token": "v^1.1#app", "expires_in": 7200, "token_type": "Application Access Token"}"##;
    let tokens = request.read(Response::new(answer.into())).unwrap();
    assert_eq!(*tokens.access_token().token_type(), TokenType::Bearer);
    assert!(tokens.refresh_token().is_none());
}

/// Errors at the token endpoint, as eBay's knowledge base quotes them.
#[test]
fn a_dead_refresh_token_asks_for_a_new_login() {
    let answer = Response::builder()
        .status(StatusCode::BAD_REQUEST)
        .header("Content-Type", "application/json")
        .body(
            br#"{"error":"invalid_grant","error_description":"the provided authorization refresh token is invalid or was issued to another client"}"#
                .to_vec(),
        )
        .unwrap();
    let error = client(Ebay::PRODUCTION).refresh(&RefreshToken::new("RT").unwrap()).read(answer).unwrap_err();
    assert!(error.is_invalid_grant());
    assert_eq!(error.recovery(), Recovery::Reauthorize);
}

/// A login of the sandbox is nothing to production, although both have one type.
#[test]
fn environments_do_not_mix() {
    let (_, Login { pending, .. }, state) = login(Ebay::SANDBOX);
    let production = client(Ebay::PRODUCTION);
    assert!(production.finish(pending, format!("code=c&state={state}")).is_err());
    assert!(AccessToken::<Ebay>::new("").is_err());
}
