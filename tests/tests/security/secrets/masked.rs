//! Where a secret comes back otherwise than in the answer of a token endpoint.

use super::{CANARY, answer, error_is_clean, state, with_header};
use oauth_core::http::{Method, StatusCode, header};
use oauth_core::{AccessToken, Client, ClientSecret, ErrorKind, Login, oauth_provider};
use std::collections::BTreeMap;

/// Members of the provider's own: numbers.
type Extra = BTreeMap<String, u8>;

/// An API that wants the client secret beside the access token, as Etsy's does.
#[oauth_provider(
    authorization_endpoint = "https://keyed.example/authorize",
    token_endpoint = "https://keyed.example/token",
    api_base = "https://keyed.example/api",
    client_auth(client_secret_post),
    grants(authorization_code, client_credentials),
    bearer(headers(header("x-api-key", "{client_id}:{client_secret}")), because = "Etsy wants it so"),
    token_response(extra(Extra))
)]
#[derive(Debug, Clone, Copy)]
struct Keyed;

fn client() -> Client<Keyed> {
    Client::new(Keyed, ClientSecret::new("id", CANARY))
}

#[test]
fn sec_67_an_api_that_quotes_the_client_secret_is_masked() {
    let token = AccessToken::new("another token").unwrap();
    let request = client().api(Method::GET, "x", &token);
    assert!(request.request().unwrap().headers()["x-api-key"].to_str().unwrap().contains(CANARY));
    let quoted = CANARY.replace('"', "\\\"");
    let challenge = format!(r#"Bearer error="invalid_key", error_description="no such key: id:{quoted}""#);
    let error = request.read(with_header(header::WWW_AUTHENTICATE, &challenge)).unwrap_err();
    assert!(error.to_string().contains("no such key"), "{error}");
    error_is_clean("a challenge", &error);
}

/// `state` and a code in what the server says of a login.
#[test]
fn sec_67_a_refusal_in_a_callback_shows_neither_state_nor_code() {
    let Login { url, pending } = client().authorize("https://app.example/").start().unwrap();
    let state = state(&url);
    let canary: String = form_urlencoded::byte_serialize(CANARY.as_bytes()).collect();
    let said = format!("x{state}y{canary}");
    let callback = format!(
        "error={said}&error_description={said}&error_uri=https://x.example/{said}&code={canary}&state={state}"
    );
    let error = client().finish(pending, callback).unwrap_err();
    let ErrorKind::AuthorizationResponse(response) = error.kind() else { panic!("{error:?}") };
    assert!(response.description().unwrap().starts_with("x[redacted]y"), "{response:?}");
    assert!(!crate::shown(&error).contains(state), "{error}");
    error_is_clean("a refusal in a callback", &error);
}

/// Tokens no longer know what was sent for them.
#[test]
fn sec_67_a_secret_that_comes_back_as_a_name_is_masked_later_too() {
    let body = serde_json::json!({"access_token": "AT", CANARY: "x"}).to_string();
    let read = |body: &str| {
        client().client_credentials().read(answer(StatusCode::OK, "application/json", body)).unwrap()
    };
    let error = read(&body).extra().unwrap_err();
    error_is_clean("an error of extra members", &error);
    assert!(error.to_string().contains("access_token: string of 2"), "{error}");
    assert!(error.to_string().contains("a name of"), "{error}");
}
