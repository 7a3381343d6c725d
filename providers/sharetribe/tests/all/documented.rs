//! The requests and answers that Sharetribe's documentation shows, typed from it.

use oauth_sharetribe::oauth_core::http::{Response, StatusCode};
use oauth_sharetribe::oauth_core::{
    AccessToken, Client, ClientId, ClientSecret, ErrorKind, Expiry, IntrospectionResponse, Recovery,
    RefreshToken,
};
use oauth_sharetribe::{Sharetribe, SharetribeIntegration};
use oauth_testkit::DocumentedRequest;
use std::time::{Duration, SystemTime};

const CLIENT_ID: &str = "08ec69f6-d37e-414d-83eb-324e94afddf0";
const ACCESS_TOKEN: &str = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJtYXJrZXRwbGFjZS1pZCI6IjE2YzZhNGI4LTg4ZWUtNDI5Yi04MzVhLTY3MjUyMDZjZDA4YyIsImNsaWVudC1pZCI6IjA4ZWM2OWY2LWQzN2UtNDE0ZC04M2ViLTMyNGU5NGFmZGRmMCIsInRlbmFuY3ktaWQiOiIxNmM2YTRiOC04OGVlLTQyOWItODM1YS02NzI1MjA2Y2QwOGMiLCJzY29wZSI6InVzZXIiLCJleHAiOjE1MjE0NDk0MTMsInVzZXItaWQiOiIzYzA3M2ZhZS02MTcyLTRlNzUtOGI5Mi1mNTYwZDU4Y2Q0N2MiLCJ1c2VyLXJvbGVzIjpbInVzZXIucm9sZS9wcm92aWRlciIsInVzZXIucm9sZS9jdXN0b21lciJdfQ.UQtQ9dUbyiM0x0DSKbzqBU39Ei_9UK4vfubKcIB1aS4";
const REFRESH_TOKEN: &str = "75ec1d28-5427-4425-8fde-1fd49550aa71--615adbf9-1abb-49f3-84ae-97f5d4977d3f";

/// What every documented POST shows.
const HEADERS: &[(&str, &str)] =
    &[("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"), ("Accept", "application/json")];

fn client() -> Client<Sharetribe> {
    Client::new(Sharetribe, ClientId::new(CLIENT_ID))
}

fn token_request(parameters: &str) -> DocumentedRequest<'_> {
    let url = "https://flex-api.sharetribe.com/v1/auth/token";
    DocumentedRequest { method: "POST", url, headers: HEADERS, parameters, added: &[] }
}

/// The documented curl: `client_id=…&grant_type=password&username=user%40example.com
/// &password=secret&scope=user`, and its answer.
#[test]
fn a_password_brings_both_tokens() {
    let request = client().password("user@example.com", "secret");
    token_request(
        "client_id=08ec69f6-d37e-414d-83eb-324e94afddf0&grant_type=password&username=user%40example.com\
         &password=secret&scope=user",
    )
    .check(&request.request().unwrap())
    .unwrap();

    let answer = format!(
        r#"{{"access_token": "{ACCESS_TOKEN}", "token_type": "bearer", "expires_in": 3600,
            "refresh_token": "{REFRESH_TOKEN}"}}"#
    );
    let tokens = request.read(Response::new(answer.into())).unwrap();
    assert_eq!(tokens.access_token().expose(), ACCESS_TOKEN);
    assert_eq!(tokens.refresh_token().unwrap().expose(), REFRESH_TOKEN);
    assert_eq!(tokens.expiry(), Expiry::At(tokens.received_at() + Duration::from_secs(3600)));
    assert!(tokens.has_scope(&Sharetribe::USER));
}

/// "Must be public-read when client_credentials grant is used", "obtained using your client ID".
#[test]
fn an_anonymous_token_needs_the_client_id_only() {
    let request = client().client_credentials();
    token_request(
        "client_id=08ec69f6-d37e-414d-83eb-324e94afddf0&grant_type=client_credentials&scope=public-read",
    )
    .check(&request.request().unwrap())
    .unwrap();
    let answer =
        format!(r#"{{"access_token": "{ACCESS_TOKEN}", "token_type": "bearer", "expires_in": 3600}}"#);
    assert!(request.read(Response::new(answer.into())).unwrap().refresh_token().is_none());
}

/// "Must be … user when password or refresh_token grants are used": asked for as documented, and
/// left out as the newer SDKs do. The answer holds a new refresh token (newer pages) or none.
#[test]
fn a_refresh_with_and_without_a_new_refresh_token() {
    let request = || client().refresh(&RefreshToken::new(REFRESH_TOKEN).unwrap());
    let parameters = format!("client_id={CLIENT_ID}&grant_type=refresh_token&refresh_token={REFRESH_TOKEN}");
    token_request(&parameters).check(&request().request().unwrap()).unwrap();
    token_request(&format!("{parameters}&scope=user"))
        .check(&request().scopes([Sharetribe::USER]).request().unwrap())
        .unwrap();

    let without =
        format!(r#"{{"access_token": "{ACCESS_TOKEN}", "token_type": "bearer", "expires_in": 3600}}"#);
    let tokens = request().read(Response::new(without.into())).unwrap();
    assert_eq!(tokens.refresh_token().unwrap().expose(), REFRESH_TOKEN);
    assert!(!tokens.is_new_refresh_token());

    let with =
        format!(r#"{{"access_token": "{ACCESS_TOKEN}", "token_type": "bearer", "refresh_token": "new"}}"#);
    let tokens = request().read(Response::new(with.into())).unwrap();
    assert_eq!(tokens.refresh_token().unwrap().expose(), "new");
    assert!(tokens.is_new_refresh_token());
}

/// The documented curl: `GET /v1/auth/token` with `Accept` and `Authorization: bearer eyJ…`, and
/// its answer.
#[test]
fn token_details_are_typed() {
    let request = client().introspect(&AccessToken::new(ACCESS_TOKEN).unwrap());
    let authorization = format!("bearer {ACCESS_TOKEN}");
    let documented = DocumentedRequest {
        method: "GET",
        url: "https://flex-api.sharetribe.com/v1/auth/token",
        headers: &[("Accept", "application/json"), ("Authorization", &authorization)],
        parameters: "",
        added: &[],
    };
    documented.check(&request.request().unwrap()).unwrap();

    let answer = r#"{
        "marketplace-id": "16c6a4b8-88ee-429b-835a-6725206cd08c",
        "client-id": "08ec69f6-d37e-414d-83eb-324e94afddf0",
        "tenancy-id": "16c6a4b8-88ee-429b-835a-6725206cd08c",
        "scope": "user",
        "exp": 1521545955,
        "user-id": "3c073fae-6172-4e75-8b92-f560d58cd47c",
        "user-roles": ["user.role/provider", "user.role/customer"]
    }"#;
    let details = request.read(Response::new(answer.into())).unwrap().active().unwrap();
    assert_eq!(details.scope(), Some("user"));
    assert_eq!(details.expires_at(), Some(SystemTime::UNIX_EPOCH + Duration::from_secs(1_521_545_955)));
    let extra = details.extra().unwrap();
    assert_eq!(extra.marketplace_id, "16c6a4b8-88ee-429b-835a-6725206cd08c");
    assert_eq!(extra.client_id, CLIENT_ID);
    assert_eq!(extra.tenancy_id, "16c6a4b8-88ee-429b-835a-6725206cd08c");
    assert_eq!(extra.scope, "user");
    assert_eq!(extra.exp, 1_521_545_955);
    assert_eq!(extra.user_id.as_deref(), Some("3c073fae-6172-4e75-8b92-f560d58cd47c"));
    assert_eq!(extra.user_roles, ["user.role/provider", "user.role/customer"]);
}

#[test]
fn a_dead_token_has_no_details() {
    let request = client().introspect(&AccessToken::new(ACCESS_TOKEN).unwrap());
    let answer = Response::builder().status(StatusCode::UNAUTHORIZED).body(b"Unauthorized".to_vec()).unwrap();
    assert!(matches!(request.read(answer).unwrap(), IntrospectionResponse::Inactive));
}

/// Errors are plain text: `Unauthorized`, as the SDK's own fake server answers.
#[test]
fn a_plain_text_refusal_is_typed() {
    let answer = Response::builder()
        .status(StatusCode::UNAUTHORIZED)
        .header("Content-Type", "text/plain")
        .body(b"Unauthorized".to_vec())
        .unwrap();
    let error = client().password("user@example.com", "wrong").read(answer).unwrap_err();
    assert_eq!(error.recovery(), Recovery::Reauthorize);
    let ErrorKind::Response(refusal) = error.kind() else { panic!("{error:?}") };
    assert_eq!((refusal.code(), refusal.description()), (None, Some("Unauthorized")));
}

/// The SDK revokes with the access token in the header and the refresh token in the form.
#[test]
fn a_refresh_token_is_revoked_with_the_access_token() {
    let (access, refresh) = (AccessToken::new("AT").unwrap(), RefreshToken::new("RT").unwrap());
    let request = client().revoke(&refresh).bearer(&access);
    let documented = DocumentedRequest {
        method: "POST",
        url: "https://flex-api.sharetribe.com/v1/auth/revoke",
        headers: &[HEADERS[0], HEADERS[1], ("Authorization", "Bearer AT")],
        parameters: "token=RT",
        added: &[],
    };
    documented.check(&request.request().unwrap()).unwrap();
    request.read(Response::new(br#"{"revoked":true}"#.to_vec())).unwrap();
}

/// The integration SDK: credentials in the form, scope `integ`, and a refresh token in the answer.
#[test]
fn the_integration_api_has_a_secret() {
    let client = Client::new(SharetribeIntegration, ClientSecret::new("id", "secret"));
    let request = client.client_credentials();
    let documented = DocumentedRequest {
        method: "POST",
        url: "https://flex-integ-api.sharetribe.com/v1/auth/token",
        headers: HEADERS,
        parameters: "client_id=id&client_secret=secret&grant_type=client_credentials&scope=integ",
        added: &[],
    };
    documented.check(&request.request().unwrap()).unwrap();
    let answer = r#"{"access_token":"AT","token_type":"bearer","expires_in":3600,"scope":"integ","refresh_token":"RT"}"#;
    let tokens = request.read(Response::new(answer.into())).unwrap();
    let refresh = client.refresh(tokens.refresh_token().unwrap()).request().unwrap();
    assert!(String::from_utf8(refresh.into_body()).unwrap().contains("client_secret=secret"));
}
