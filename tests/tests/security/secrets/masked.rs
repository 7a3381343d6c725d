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

/// A server that takes JSON, and wants a key of the provider's own beside the client secret: in a
/// parameter, in the query and in a header.
#[oauth_provider(
    token_endpoint = "https://json.example/token",
    client_auth(client_secret_post),
    grants(client_credentials(issues(refresh_token)), refresh_token),
    token_request(
        body(json),
        params(app_key = "{key}"),
        query(trace = "{trace}"),
        headers(header("x-app", "{app}"))
    )
)]
#[derive(Debug, Clone)]
struct Json {
    key: String,
    trace: String,
    app: String,
}

/// The refusal of a server that says all of this.
fn refused(said: &str) -> oauth_core::http::Response<Vec<u8>> {
    let body = serde_json::json!({"error": said, "error_description": said, "error_uri": said});
    answer(StatusCode::BAD_REQUEST, "application/json", &body.to_string())
}

#[test]
fn sec_67_a_request_that_comes_back_whole_is_masked() {
    let field = |salt: &str| format!("{CANARY}{salt}");
    let provider = Json { key: field("k"), trace: "t-c0alM1ne".to_owned(), app: "a-c0alM1ne".to_owned() };
    let client = Client::new(provider, ClientSecret::new("id", CANARY));
    let refresh_token = oauth_core::RefreshToken::new(field("r")).unwrap();
    let request = client.refresh(&refresh_token);
    let sent = request.request().unwrap();
    let body = String::from_utf8(sent.body().clone()).unwrap();
    assert_eq!(body.matches("c0alM1ne").count(), 3, "{body}");
    for said in [
        body.clone(),
        serde_json::to_string(&body).unwrap(),
        sent.uri().to_string(),
        sent.headers()["x-app"].to_str().unwrap().to_owned(),
        // The whole request, in a page.
        format!("POST {}\n{:?}\n\n{body}", sent.uri(), sent.headers()["x-app"]),
    ] {
        error_is_clean(&said, &client.refresh(&refresh_token).read(refused(&said)).unwrap_err());
    }
}

/// A server, or a proxy before it, that writes what it got in an encoding of its own.
#[test]
fn sec_67_a_secret_in_another_encoding_is_masked() {
    let percent = |upper: bool, all: bool| -> String {
        let byte = |byte: &u8| match byte {
            byte if !all && byte.is_ascii_alphanumeric() => char::from(*byte).to_string(),
            byte if upper => format!("%{byte:02X}"),
            byte => format!("%{byte:02x}"),
        };
        CANARY.as_bytes().iter().map(byte).collect()
    };
    let quoted = serde_json::to_string(CANARY).unwrap();
    let said = [
        percent(true, false),
        percent(false, false),
        quoted.replace('/', "\\/"),
        quoted.replace('+', "\\u002b").replace('&', "\\u0026"),
        quoted,
        super::base64(CANARY.as_bytes()),
        super::base64(CANARY.as_bytes()).replace('+', "-").replace('/', "_"),
        super::base64(format!("x{CANARY}").as_bytes()).replace('+', "-").replace('/', "_"),
        super::base64(format!("id:{CANARY}").as_bytes()).replace('+', "-").replace('/', "_"),
    ];
    for said in said {
        let text = format!("no such client: {said}!");
        let error = client().client_credentials().read(refused(&text)).unwrap_err();
        error_is_clean(&said, &error);
        assert!(error.to_string().contains("no such client: "), "{error}");
    }
}

/// What the answer brings beside tokens may be what we sent, too: it is for the program, and no `Debug`
/// of ours shows it.
#[test]
fn sec_64_a_secret_in_any_member_of_an_answer_is_not_printed() {
    for name in ["token_type", "scope", "expires_in", "id_token", "api_base", "x", CANARY] {
        for value in [serde_json::json!(CANARY), serde_json::json!([CANARY]), serde_json::json!({CANARY: 1})]
        {
            let body = serde_json::json!({"access_token": "AT", name: value}).to_string();
            let read = client().client_credentials().read(answer(StatusCode::OK, "application/json", &body));
            let tokens = read.unwrap();
            super::prints_clean(&tokens);
            super::prints_clean(tokens.access_token());
            if let Err(error) = client().api(Method::GET, "x", tokens.access_token()).request() {
                error_is_clean(name, &error);
            }
        }
    }
}
