//! The requests and answers that Redbooth's documentation shows, typed from it.

use oauth_redbooth::Redbooth;
use oauth_redbooth::oauth_core::http::{Method, Response, StatusCode};
use oauth_redbooth::oauth_core::{
    AccessToken, Client, ClientId, ClientSecret, ErrorCode, ErrorKind, Expiry, Login, LoginForm, Recovery,
    RefreshToken,
};
use oauth_testkit::DocumentedRequest;
use std::time::Duration;

const CALLBACK: &str = "https://app.example/callback";

fn client() -> Client<Redbooth> {
    Client::new(Redbooth, ClientSecret::new("APPLICATION_ID", "SECRET"))
}

fn state(url: &str) -> &str {
    url.split("state=").nth(1).unwrap().split('&').next().unwrap()
}

/// Step 2: the documented parameters, as query parameters for GET.
#[test]
fn users_are_sent_by_get() {
    let documented = DocumentedRequest {
        method: "GET",
        url: "https://redbooth.com/oauth2/authorize",
        headers: &[],
        parameters: "response_type=code&client_id=APPLICATION_ID&redirect_uri=https://app.example/callback",
        added: &["state", "code_challenge", "code_challenge_method"],
    };
    documented.check_browser_url(&client().authorize(CALLBACK).start().unwrap().url).unwrap();
}

/// Step 2: "For POST, include the parameters in the POST body."
#[test]
fn users_are_sent_by_post() {
    let form: LoginForm<Redbooth> = client().authorize(CALLBACK).start_form().unwrap();
    assert_eq!(form.action, "https://redbooth.com/oauth2/authorize");
    let names: Vec<_> = form.fields.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        ["response_type", "client_id", "redirect_uri", "state", "code_challenge", "code_challenge_method"]
    );
    assert!(form.html().contains(r#"<form method="post" action="https://redbooth.com/oauth2/authorize">"#));
}

/// Step 2: "For browser-based apps or mobile apps token should be used."
#[test]
fn browser_apps_ask_for_a_token() {
    let client = Client::new(Redbooth, ClientId::new("APPLICATION_ID"));
    let Login { url, pending } = client.authorize_implicit(CALLBACK).start().unwrap();
    let documented = DocumentedRequest {
        method: "GET",
        url: "https://redbooth.com/oauth2/authorize",
        headers: &[],
        parameters: "response_type=token&client_id=APPLICATION_ID&redirect_uri=https://app.example/callback",
        added: &["state"],
    };
    documented.check_browser_url(&url).unwrap();
    let fragment = format!("access_token=AT&token_type=bearer&expires_in=7200&state={}", state(&url));
    let tokens = client.finish_implicit(pending, format!("{CALLBACK}#{fragment}")).unwrap();
    assert_eq!(tokens.expiry(), Expiry::At(tokens.received_at() + Duration::from_secs(7200)));
}

/// "if the user clicked Deny, you will receive a request with an error and error_description"
#[test]
fn a_denial_is_typed() {
    let client = client();
    let Login { url, pending } = client.authorize(CALLBACK).start().unwrap();
    let query = format!(
        "error=access_denied&error_description=The+resource+owner+denied+the+request.&state={}",
        state(&url)
    );
    let error = client.finish(pending, query).unwrap_err();
    assert!(error.is_access_denied());
    assert_eq!(error.recovery(), Recovery::Reauthorize);
    let ErrorKind::AuthorizationResponse(refusal) = error.kind() else { panic!("{error:?}") };
    assert_eq!(refusal.description(), Some("The resource owner denied the request."));
}

/// Step 3: `curl -X POST -d 'client_id=APPLICATION_ID&client_secret=SECRET
/// &code=THE_CODE_YOU_GOT_FROM_REDBOOTH&grant_type=authorization_code&…'` (the sample ends at the
/// `&`; the redirect URI that follows is what every known client sends).
#[test]
fn a_code_is_exchanged_as_documented() {
    let client = client();
    let Login { url, pending } = client.authorize(CALLBACK).start().unwrap();
    let callback = format!("{CALLBACK}?code=THE_CODE_YOU_GOT_FROM_REDBOOTH&state={}", state(&url));
    let request = client.finish(pending, callback).unwrap();
    let documented = DocumentedRequest {
        method: "POST",
        url: "https://redbooth.com/oauth2/token",
        headers: &[("Content-Type", "application/x-www-form-urlencoded")],
        parameters: "client_id=APPLICATION_ID&client_secret=SECRET&code=THE_CODE_YOU_GOT_FROM_REDBOOTH\
                     &grant_type=authorization_code&redirect_uri=https://app.example/callback",
        added: &["Accept", "code_verifier"],
    };
    documented.check(&request.request().unwrap()).unwrap();

    // The documentation's own sample is an image; these are the members that its clients read.
    let answer = r#"{"access_token":"AT1","token_type":"bearer","expires_in":7200,"refresh_token":"RT1","scope":"all"}"#;
    let tokens = request.read(Response::new(answer.into())).unwrap();
    assert_eq!(tokens.access_token().expose(), "AT1");
    assert_eq!(tokens.expiry(), Expiry::At(tokens.received_at() + Duration::from_secs(7200)));
    assert!(tokens.has_scope(&Redbooth::ALL));
}

/// Step 4: `curl -X POST -d 'client_id=APPLICATION_ID&client_secret=SECRET
/// &refresh_token=REFRESH_TOKEN&grant_type=refresh_token'`: "each Access Token has his unique
/// Refresh Token".
#[test]
fn a_refresh_replaces_both_tokens() {
    let request = client().refresh(&RefreshToken::new("REFRESH_TOKEN").unwrap());
    let documented = DocumentedRequest {
        method: "POST",
        url: "https://redbooth.com/oauth2/token",
        headers: &[("Content-Type", "application/x-www-form-urlencoded")],
        parameters: "client_id=APPLICATION_ID&client_secret=SECRET&refresh_token=REFRESH_TOKEN&grant_type=refresh_token",
        added: &["Accept"],
    };
    documented.check(&request.request().unwrap()).unwrap();

    let answer = r#"{"access_token":"AT2","token_type":"bearer","expires_in":7200,"refresh_token":"RT2","scope":"all"}"#;
    let tokens = request.read(Response::new(answer.into())).unwrap();
    assert_eq!(tokens.refresh_token().unwrap().expose(), "RT2");
    assert!(tokens.is_new_refresh_token());
}

/// Step 4: `< Status: 401 Unauthorized < WWW-Authenticate: Bearer realm="Doorkeeper",
/// error="invalid_token", error_description="The access token expired"`
#[test]
fn an_expired_token_asks_for_a_refresh() {
    let token = AccessToken::new("AT1").unwrap();
    let request = client().api(Method::GET, "me", &token);
    let answer = Response::builder()
        .status(StatusCode::UNAUTHORIZED)
        .header(
            "WWW-Authenticate",
            r#"Bearer realm="Doorkeeper", error="invalid_token", error_description="The access token expired""#,
        )
        .body(Vec::new())
        .unwrap();
    let error = request.read(answer).unwrap_err();
    assert!(error.is_invalid_token());
    assert_eq!(error.recovery(), Recovery::UseRefreshToken);
    let ErrorKind::Unauthorized(refusal) = error.kind() else { panic!("{error:?}") };
    let challenge = refusal.challenge().unwrap();
    assert_eq!(challenge.realm(), Some("Doorkeeper"));
    assert_eq!(challenge.code(), Some(&ErrorCode::InvalidToken));
    assert_eq!(challenge.description(), Some("The access token expired"));
}
