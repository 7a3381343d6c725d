//! A refresh that prolongs the old access token.

use oauth_core::http::{Method, Response};
use oauth_core::{
    AccessToken, Client, ClientSecret, Error, Expiry, HostLabel, Login, Recovery, RefreshToken, Tokens,
    UrlVariable, oauth_provider,
};
use oauth_testkit::{AuthorizationServer, Endpoint, Event};
use std::time::Duration;

/// Watches, which answer with a result and no token.
#[oauth_provider(
    authorization_endpoint = "https://watch.example/authorize",
    token_endpoint = "https://watch.example/token",
    refresh_endpoint = "https://watch.example/refresh",
    api_base = "https://watch.example/v1",
    client_auth(client_secret_post),
    grants(authorization_code, token_extension),
    refresh_response(expires_in(default = "2592000")),
    error_response(when(differs("result", "0000")), code = "result", description = "message")
)]
pub(crate) struct Watch;

/// Scales, which say how long the token is good then.
#[oauth_provider(
    token_endpoint = "https://scale.example/token",
    client_auth(client_secret_post),
    grants(
        client_credentials(issues(refresh_token)),
        token_extension(grant_type = "extend", client_auth(client_secret_basic))
    ),
    refresh_response(root = "/data", fields(expires_in = "ttl"))
)]
pub(crate) struct Scale;

fn lifetime<P>(tokens: &Tokens<P>) -> Duration {
    let Expiry::At(end) = tokens.expiry() else { panic!("{:?}", tokens.expiry()) };
    end.duration_since(tokens.received_at()).unwrap()
}

#[tokio::test]
async fn the_old_token_lives_on() {
    let server = AuthorizationServer::start(&Watch).unwrap();
    let client = server.client(Watch, server.client_secret()).unwrap();
    let Login { url, pending } = client.authorize(server.redirect_uri()).start().unwrap();
    let tokens = client.finish(pending, server.approve(&url).unwrap()).unwrap().send().await.unwrap();
    let (access, refresh) = (tokens.access_token(), tokens.refresh_token().unwrap());
    server.expire_access_tokens();
    assert!(client.api(Method::GET, "days", access).send().await.unwrap_err().is_invalid_token());

    let extended = client.extend(access, refresh).send().await.unwrap();
    assert_eq!(extended.access_token().expose(), access.expose());
    assert_eq!(extended.refresh_token().unwrap().expose(), refresh.expose());
    assert!(!extended.is_new_refresh_token());
    assert_eq!(lifetime(&extended).as_secs(), 2_592_000);
    assert_eq!(client.api(Method::GET, "days", access).send().await.unwrap().status(), 200);
    let [asked] = &server.requests(Endpoint::Refresh)[..] else { panic!() };
    assert_eq!(asked.parameter("refresh_token"), Some(refresh.expose()));
    assert!(asked.parameters().iter().all(|(_, value)| value != access.expose()));
    let shown: Vec<_> = server.audit().iter().map(Event::to_string).collect();
    assert!(shown.iter().any(|line| line.starts_with("extended #0 for confidential")), "{shown:?}");

    let dead = RefreshToken::new("unknown").unwrap();
    let error = client.extend(access, &dead).send().await.unwrap_err();
    assert!(error.is_invalid_grant() && error.recovery() == Recovery::Reauthorize, "{error}");
}

#[tokio::test]
async fn an_answer_may_say_the_new_lifetime() {
    let builder = AuthorizationServer::builder(&Scale).access_token_lifetime(Duration::from_secs(120));
    let server = builder.start().unwrap();
    let client = server.client(Scale, server.client_secret()).unwrap();
    let tokens = client.client_credentials().send().await.unwrap();
    let extension = client.extend(tokens.access_token(), tokens.refresh_token().unwrap());
    assert_eq!(lifetime(&extension.send().await.unwrap()).as_secs(), 120);
    let asked = &server.requests(Endpoint::Token)[1];
    assert_eq!(asked.parameter("grant_type"), Some("extend"));
    assert!(asked.headers()["authorization"].to_str().unwrap().starts_with("Basic "));
}

/// Rings, in the region where the user lives.
#[oauth_provider(
    authorization_endpoint = "https://accounts.{region}/authorize",
    token_endpoint = "https://accounts.{region}/token",
    client_auth(client_secret_post),
    grants(authorization_code, token_extension),
    callback(learn(region = "location")),
    token_response(expires_in(default = "3600"))
)]
#[derive(Clone, Copy)]
pub(crate) struct Ring {
    region: Region,
}

#[derive(Clone, Copy, UrlVariable)]
enum Region {
    #[url("ring.example")]
    World,
    #[url("ring.eu.example")]
    Europe,
}

fn login(client: &Client<Ring>, location: &str) -> (AccessToken<Ring>, RefreshToken<Ring>) {
    let Login { url, pending } = client.authorize("https://client.example/callback").start().unwrap();
    let state = url.split("state=").nth(1).unwrap().split('&').next().unwrap();
    let request = client.finish(pending, format!("code=c&state={state}{location}")).unwrap();
    let answer = r#"{"access_token":"AT","token_type":"Bearer","refresh_token":"RT"}"#;
    let (access, refresh) = request.read(Response::new(answer.into())).unwrap().into_parts();
    (access, refresh.unwrap())
}

#[test]
fn both_tokens_are_of_one_login() {
    let client = Client::new(Ring { region: Region::World }, ClientSecret::new("id", "secret"));
    let (access, refresh) = login(&client, "&location=ring.eu.example");
    let host = |access: &AccessToken<Ring>, refresh: &RefreshToken<Ring>| -> Result<String, Error> {
        Ok(client.extend(access, refresh).request()?.uri().host().unwrap().to_owned())
    };
    const EUROPE: &str = "accounts.ring.eu.example";
    let stored = (AccessToken::new("AT").unwrap(), RefreshToken::new("RT").unwrap());
    assert_eq!(host(&access, &refresh).unwrap(), EUROPE);
    assert_eq!(host(&stored.0, &refresh).unwrap(), EUROPE);
    assert_eq!(host(&access, &stored.1).unwrap(), EUROPE);
    assert_eq!(host(&stored.0, &stored.1).unwrap(), "accounts.ring.example");
    let learned = access.learned().unwrap();
    let again = (stored.0.clone().with_learned(learned), stored.1.clone().with_learned(learned));
    assert_eq!(host(&again.0, &again.1).unwrap(), EUROPE);

    // Two stored ones know their logins by that alone.
    let world = stored.1.clone().with_learned("region=ring.example");
    let error = host(&again.0, &world).unwrap_err().to_string();
    assert!(error.contains("come from different logins"), "{error}");

    // What comes back stays there.
    let extended = client.extend(&again.0, &again.1).read(Response::new(b"{}".to_vec())).unwrap();
    assert_eq!(extended.access_token().learned(), Some(learned));
    assert_eq!(host(extended.access_token(), extended.refresh_token().unwrap()).unwrap(), EUROPE);

    let (other, other_refresh) = login(&client, "");
    for (access, refresh) in [(&other, &refresh), (&access, &other_refresh), (&access, &world)] {
        let error = host(access, refresh).unwrap_err().to_string();
        assert!(error.contains("comes from") || error.contains("come from different logins"), "{error}");
    }
}

/// A band of its own for every team.
#[oauth_provider(
    token_endpoint = "https://{team}.band.example/token",
    client_auth(client_secret_post),
    grants(client_credentials(issues(refresh_token)), token_extension),
    token_response(expires_in(default = "3600"))
)]
pub(crate) struct Band {
    team: HostLabel,
}

#[test]
fn no_token_goes_to_another_tenant() {
    let team =
        |name: &str| Client::new(Band { team: name.parse().unwrap() }, ClientSecret::new("id", "secret"));
    let answer = || Response::new(br#"{"access_token":"AT","refresh_token":"RT"}"#.to_vec());
    let tokens = team("one").client_credentials().read(answer()).unwrap();
    let (access, refresh) = tokens.into_parts();
    let refresh = refresh.unwrap();
    let stored = (AccessToken::new("AT").unwrap(), RefreshToken::new("RT").unwrap());
    assert!(team("one").extend(&access, &refresh).request().is_ok());
    for (access, refresh) in [(&access, &refresh), (&stored.0, &refresh), (&access, &stored.1)] {
        let error = team("other").extend(access, refresh).request().unwrap_err().to_string();
        assert!(error.contains("comes from one.band.example"), "{error}");
    }
}
