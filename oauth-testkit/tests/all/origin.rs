//! Tokens go where their login said, and to no other tenant.

use oauth_core::http::{Method, Response, Uri};
use oauth_core::{
    AccessToken, Client, ClientSecret, Error, HostLabel, Login, Recovery, RefreshToken, Scope, Tokens,
    UrlVariable, oauth_provider,
};
use oauth_testkit::AuthorizationServer;

/// Mail, in the region where the user lives.
#[oauth_provider(
    authorization_endpoint = "https://accounts.{region}/authorize",
    token_endpoint = "https://accounts.{region}/token",
    revocation_endpoint = "https://accounts.{region}/revoke",
    introspection_endpoint = "https://accounts.{region}/introspect",
    userinfo_endpoint = "https://accounts.{region}/userinfo",
    api_base = "https://api.{region}/v1",
    client_auth(client_secret_post),
    grants(authorization_code, refresh_token, long_lived_token(grant_type = "long")),
    callback(learn(region = "location"))
)]
#[derive(Clone, Copy)]
pub(crate) struct Mail {
    region: Region,
}

#[derive(Clone, Copy, UrlVariable)]
enum Region {
    #[url("mail.example")]
    World,
    #[url("mail.eu.example")]
    Europe,
}

fn world() -> Client<Mail> {
    Client::new(Mail { region: Region::World }, ClientSecret::new("id", "secret"))
}

/// The login of a user at this place, or at one that the callback does not name.
fn tokens(client: &Client<Mail>, location: Option<&str>) -> Tokens<Mail> {
    let Login { url, pending } = client.authorize("https://client.example/callback").start().unwrap();
    let state = url.split("state=").nth(1).unwrap().split('&').next().unwrap();
    let location = location.map(|value| format!("&location={value}")).unwrap_or_default();
    let request = client.finish(pending, format!("code=c&state={state}{location}")).unwrap();
    let answer = r#"{"access_token":"AT","token_type":"Bearer","refresh_token":"RT"}"#;
    request.read(Response::new(answer.into())).unwrap()
}

/// Where every request with these tokens goes.
fn requests(
    client: &Client<Mail>,
    access: &AccessToken<Mail>,
    refresh: &RefreshToken<Mail>,
) -> Vec<Result<Uri, Error>> {
    [
        client.refresh(refresh).request(),
        client.long_lived_token(access).request(),
        client.revoke(access).request(),
        client.revoke(refresh).request(),
        client.introspect(access).request(),
        client.userinfo(access).request(),
        client.api(Method::GET, "messages", access).request(),
    ]
    .map(|request| request.map(|request| request.uri().clone()))
    .into()
}

fn is_at(region: &str, requests: Vec<Result<Uri, Error>>) {
    for uri in requests {
        let host = uri.unwrap().host().unwrap().to_owned();
        assert!(host == format!("accounts.{region}") || host == format!("api.{region}"), "{host}");
    }
}

#[test]
fn tokens_stay_in_the_region_that_their_callback_named() {
    let client = world();
    let tokens = tokens(&client, Some("mail.eu.example"));
    let refresh = tokens.refresh_token().unwrap();
    is_at("mail.eu.example", requests(&client, tokens.access_token(), refresh));
    is_at("mail.eu.example", requests(&client, &tokens.access_token().clone(), &refresh.clone()));

    // What a refresh brings stays there, too, and so does what can be saved of a broken answer.
    let answer = |body: &str| client.refresh(refresh).read(Response::new(body.into()));
    let renewed = answer(r#"{"access_token":"AT2"}"#).unwrap();
    is_at("mail.eu.example", requests(&client, renewed.access_token(), renewed.refresh_token().unwrap()));
    let salvaged = answer(r#"{"refresh_token":"RT2"}"#).err().unwrap().take_refresh_token().unwrap();
    is_at("mail.eu.example", requests(&client, renewed.access_token(), &salvaged));

    let elsewhere = self::tokens(&client, None);
    is_at("mail.example", requests(&client, elsewhere.access_token(), elsewhere.refresh_token().unwrap()));
    assert_eq!(elsewhere.access_token().learned(), None);
}

#[test]
fn what_a_login_learnt_can_be_stored() {
    let client = world();
    let tokens = tokens(&client, Some("mail.eu.example"));
    let learned = tokens.refresh_token().unwrap().learned().unwrap();
    assert_eq!(tokens.access_token().learned(), Some(learned));
    let access = || AccessToken::new("AT").unwrap();
    let refresh = || RefreshToken::new("RT").unwrap();
    is_at(
        "mail.eu.example",
        requests(&client, &access().with_learned(learned), &refresh().with_learned(learned)),
    );
    is_at("mail.example", requests(&client, &access(), &refresh()));
    for text in ["", "region", "region=evil.example", "tenant=mail.example", "region=mail.example&x=y"] {
        for request in requests(&client, &access().with_learned(text), &refresh().with_learned(text)) {
            let error = request.unwrap_err();
            assert!(error.to_string().contains("`with_learned`"), "{text:?}: {error}");
            assert_eq!(error.recovery(), Recovery::FixConfiguration);
        }
    }
}

#[test]
fn a_moved_client_keeps_the_region_apart_from_the_address() {
    let client = world().at_loopback("127.0.0.1:8080".parse().unwrap()).unwrap();
    let tokens = tokens(&client, Some("mail.eu.example"));
    for uri in requests(&client, tokens.access_token(), tokens.refresh_token().unwrap()) {
        assert_eq!(uri.unwrap().authority().unwrap(), "127.0.0.1:8080");
    }
}

/// A shop of its own for every tenant.
#[oauth_provider(
    token_endpoint = "https://{shop}.shops.example/token",
    revocation_endpoint = "https://{shop}.shops.example/revoke",
    api_base = "https://{shop}.shops.example/v1",
    client_auth(client_secret_post),
    grants(client_credentials, password(because = "a test"), refresh_token),
    scopes(read)
)]
#[derive(Clone)]
pub(crate) struct Shop {
    shop: HostLabel,
}

fn shop(name: &str) -> Client<Shop> {
    Client::new(Shop { shop: name.parse().unwrap() }, ClientSecret::new("id", "secret"))
}

#[test]
fn a_token_goes_to_no_other_tenant() {
    let (one, other) = (shop("one"), shop("other"));
    let answer = r#"{"access_token":"AT","token_type":"Bearer","refresh_token":"RT"}"#;
    let tokens = one.password("me", "pw").read(Response::new(answer.into())).unwrap();
    let (access, refresh) = tokens.into_parts();
    let refresh = refresh.unwrap();
    for client in [&one, &one.clone(), &shop("one")] {
        client.refresh(&refresh).request().unwrap();
        client.revoke(&access).request().unwrap();
        client.api(Method::GET, "x", &access).request().unwrap();
    }
    for request in [
        other.refresh(&refresh).request(),
        other.revoke(&access).request(),
        other.revoke(&refresh).request(),
        other.api(Method::GET, "x", &access).request(),
    ] {
        let error = request.unwrap_err().to_string();
        assert!(error.contains("comes from one.shops.example"), "{error}");
    }
    // A stored token does not know where it comes from.
    let stored = AccessToken::new(access.expose()).unwrap();
    other.api(Method::GET, "x", &stored).request().unwrap();
}

/// A function of the expansion is no way around the declaration.
#[test]
fn a_scope_that_is_not_declared_is_not_asked_for() {
    let client = shop("one");
    client.client_credentials().scopes([Shop::READ]).request().unwrap();
    let forged = Scope::<Shop>::declared("admin");
    let error = client.client_credentials().scopes([forged]).request().unwrap_err();
    assert!(error.to_string().contains("without the scope \"admin\""), "{error}");
}

/// Applications are resources, under their identifier.
#[oauth_provider(
    authorization_endpoint = "https://apps.example/authorize",
    token_endpoint = "https://apps.example/token",
    revocation_endpoint = "https://apps.example/applications/{client_id}/token",
    client_auth(client_secret_post),
    grants(authorization_code)
)]
pub(crate) struct Apps;

#[test]
fn a_client_identifier_that_fits_no_path_costs_only_the_request_that_needs_it() {
    let client = Client::new(Apps, ClientSecret::new("a/b", "secret"));
    let login = client.authorize("https://client.example/callback").start().unwrap();
    drop(login);
    let error = client.revoke(&AccessToken::new("AT").unwrap()).request().unwrap_err();
    assert!(error.to_string().contains("the value of `client_id` does not fit its place"), "{error}");
}

#[tokio::test]
async fn the_registered_client_fits_the_paths_of_the_provider() {
    let server = AuthorizationServer::start(&Apps).unwrap();
    let client = server.client(Apps, server.client_secret()).unwrap();
    let Login { url, pending } = client.authorize(server.redirect_uri()).start().unwrap();
    let callback = server.approve(&url).unwrap();
    let tokens = client.finish(pending, &callback).unwrap().send().await.unwrap();
    client.revoke(tokens.access_token()).send().await.unwrap();
}
