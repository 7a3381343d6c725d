//! What a declaration becomes: data and capabilities.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use oauth_core::metadata::{
    AddressPolicy, BasicEncoding, ClientAuth, GrantType, Method, ParameterValue, Pkce, RedirectUriKind,
    RequestAuth, Rotation,
};
use oauth_core::{
    Accepts, AccessToken, AllowedIn, AuthenticatesTo, ClientId, ClientSecret, CustomScopes, HasEndpoint,
    Host, Parameter, ParameterName, Provider, RefreshToken, Scope, Supports, UrlVariable, endpoint, grant,
    oauth_provider,
};

#[oauth_provider(
    token_endpoint = "https://example.com/token",
    introspection_endpoint = "https://example.com/token",
    client_auth(none, client_secret_post),
    grants(
        client_credentials(client_auth(none), scopes(public_read), default_scopes(public_read)),
        password(scopes(user), because = "the provider has no login page"),
        refresh_token(scopes(user), rotation(strict), send(scope))
    ),
    scopes(public_read = "public-read", user),
    introspection_request(method(get), auth(bearer), omit(token))
)]
struct Market;

#[oauth_provider(
    authorization_endpoint = "https://auth.{site}/authorize",
    token_endpoint = "https://api.{site}/token",
    client_auth(client_secret_basic(encoding = "raw", because = "the server does not decode")),
    grants(authorization_code, client_credentials, refresh_token(rotation(none))),
    pkce(none, because = "the server refuses it"),
    scope_prefix = "https://api.example.com/scope",
    scopes(basic = "", account = "/account"),
    scope_delimiter = ",",
    custom_scopes(allowed),
    redirect_uri(opaque),
    authorization_request(
        method(get, post),
        params(prompt(one_of(login, select = "select-account")), locale(optional), owner = "user")
    )
)]
struct Auction {
    site: Site,
}

#[derive(UrlVariable)]
enum Site {
    #[url("example.com")]
    Production,
    #[url("sandbox.example.com")]
    Sandbox,
}

#[oauth_provider(
    authorization_endpoint = "https://{host}/authorize",
    ssrf(deny_private),
    grants(implicit(because = "an old server"))
)]
struct Implicit {
    host: Host,
}

#[oauth_provider(
    token_endpoint = "https://login.example.com/token",
    client_auth(client_secret_post),
    grants(client_credentials),
    token_response(api_base(member = "instance_url", hosts("*.example.com")))
)]
struct Instances;

fn scope_of<P: Provider, R: AllowedIn<G>, G>(scope: Scope<P, R>) -> String {
    scope.as_str().to_owned()
}

fn supports<P: Supports<G, A>, G, A>(_: &P) {}
fn accepts<P: Accepts<A>, A>(_: &P) {}
fn has<P: HasEndpoint<E>, E>(_: &P) {}
fn default_client<P, A>(_: &P)
where
    P: Provider<Auth = A>,
    A: AuthenticatesTo<P>,
{
}

#[test]
fn grants_carry_what_was_declared_for_them() {
    let metadata = Market.metadata();
    let [anonymous, password, refresh] = metadata.grants else { panic!("{:?}", metadata.grants) };
    assert_eq!(anonymous.client_auth, [ClientAuth::None]);
    assert_eq!(anonymous.default_scopes, ["public-read"]);
    assert!(!anonymous.issues_refresh_token);
    assert_eq!(password.client_auth, [ClientAuth::None, ClientAuth::ClientSecretPost]);
    assert!(password.issues_refresh_token);
    assert_eq!(refresh.rotation, Rotation::Strict);
    assert!(refresh.request.sends("scope") && refresh.issues_refresh_token);
}

#[test]
fn a_token_that_does_not_rotate_does_not_come_back() {
    let auction = Auction { site: Site::Sandbox };
    let metadata = auction.metadata();
    let issues = |grant| metadata.grant(grant).unwrap().issues_refresh_token;
    assert!(issues(GrantType::AUTHORIZATION_CODE));
    assert!(!issues(GrantType::CLIENT_CREDENTIALS));
    assert!(!issues(GrantType::REFRESH_TOKEN));
}

#[test]
fn every_pair_of_grant_and_credential_is_supported() {
    supports::<_, grant::ClientCredentials, ClientId>(&Market);
    supports::<_, grant::Password, ClientId>(&Market);
    supports::<_, grant::Password, ClientSecret>(&Market);
    supports::<_, grant::Refresh, ClientSecret>(&Market);
    accepts::<_, ClientId>(&Market);
    accepts::<_, ClientSecret>(&Market);
    default_client::<_, ClientId>(&Market);
    let implicit = Implicit { host: Host::new("server.example").unwrap() };
    supports::<_, grant::Implicit, ClientId>(&implicit);
    default_client::<_, ClientId>(&implicit);
}

#[test]
fn every_endpoint_is_known() {
    has::<_, endpoint::Token>(&Market);
    has::<_, endpoint::Introspection>(&Market);
    let auction = Auction { site: Site::Production };
    has::<_, endpoint::Authorization>(&auction);
    has::<_, endpoint::AuthorizationByPost>(&auction);
    has::<_, endpoint::Api>(&Instances);
    let request = Market.metadata().introspection_request;
    assert_eq!(
        (request.method, request.auth, request.omit),
        (&[Method::Get][..], RequestAuth::Bearer, &["token"][..])
    );
}

#[test]
fn scopes_are_limited_to_their_grants() {
    assert_eq!(scope_of::<_, _, grant::ClientCredentials>(Market::PUBLIC_READ), "public-read");
    assert_eq!(scope_of::<_, _, grant::Password>(Market::USER), "user");
    assert_eq!(scope_of::<_, _, grant::Refresh>(Market::USER), "user");
    let [public_read, user] = Market.metadata().scopes else { panic!() };
    assert_eq!(public_read.grants, [GrantType::CLIENT_CREDENTIALS]);
    assert_eq!(user.grants, [GrantType::PASSWORD, GrantType::REFRESH_TOKEN]);
}

#[test]
fn a_prefix_stands_before_every_scope() {
    let _: [Scope<Auction>; 2] = [Auction::BASIC, Auction::ACCOUNT];
    assert_eq!(Auction::BASIC.as_str(), "https://api.example.com/scope");
    assert_eq!(Auction::ACCOUNT.as_str(), "https://api.example.com/scope/account");
}

#[test]
fn parameters_become_constants_and_data() {
    let _: Parameter<Auction, endpoint::Authorization> = Auction::PROMPT_SELECT;
    let _: ParameterName<Auction, endpoint::Authorization> = Auction::LOCALE;
    let auction = Auction { site: Site::Production };
    let [prompt, locale, owner] = auction.metadata().authorization_request.params else { panic!() };
    assert!(matches!(prompt.value, ParameterValue::OneOf(["login", "select-account"])));
    assert!(matches!(locale.value, ParameterValue::Optional));
    assert!(matches!((owner.name, owner.value), ("owner", ParameterValue::Fixed("user"))));
}

#[test]
fn departures_are_listed_with_their_reasons() {
    let auction = Auction { site: Site::Production };
    let metadata = auction.metadata();
    let listed: Vec<_> =
        metadata.deviations.iter().map(|deviation| (deviation.what, deviation.because)).collect();
    assert_eq!(
        listed,
        [
            ("client_secret_basic(encoding = \"raw\")", "the server does not decode"),
            ("pkce(none)", "the server refuses it"),
        ]
    );
    assert_eq!(metadata.client_auth, [ClientAuth::ClientSecretBasic(BasicEncoding::Raw)]);
    assert_eq!((metadata.pkce, metadata.redirect_uri), (Pkce::None, RedirectUriKind::Opaque));
    assert_eq!((metadata.scope_delimiter, metadata.custom_scopes), (',', true));
    fn opens<P: CustomScopes>(_: &P) {}
    opens(&auction);
}

#[test]
fn variables_hold_what_the_fields_say() {
    let mut variables = oauth_core::Variables::default();
    Auction { site: Site::Sandbox }.variables(&mut variables);
    assert_eq!((variables.get("site"), variables.get("shop")), (Some("sandbox.example.com"), None));
    assert_eq!(format!("{variables:?}"), r#"["site"]"#, "a value may be a key");
    let implicit = Implicit { host: Host::new("server.example").unwrap() };
    assert_eq!(implicit.metadata().ssrf, AddressPolicy::DenyPrivate);
}

#[test]
fn a_public_client_may_be_named_in_a_header() {
    #[oauth_provider(
        authorization_endpoint = "https://example.com/authorize",
        token_endpoint = "https://example.com/token",
        client_auth(none),
        grants(authorization_code),
        token_request(omit(client_id), headers(header("X-Client-Id", "{client_id}")))
    )]
    struct Named;

    let client = oauth_core::Client::new(Named, ClientId::new("the-id"));
    let login = client.authorize("https://app.example/cb").start().unwrap();
    let state = login.url.split("state=").nth(1).unwrap().split('&').next().unwrap();
    let request = client.finish(login.pending, format!("code=c&state={state}")).unwrap().request().unwrap();
    assert_eq!(request.headers()["x-client-id"], "the-id");
    assert!(!String::from_utf8(request.into_body()).unwrap().contains("the-id"));
}

#[test]
fn a_request_without_the_secret_may_have_its_header() {
    #[oauth_provider(
        authorization_endpoint = "https://example.com/authorize",
        token_endpoint = "https://example.com/token",
        revocation_endpoint = "https://example.com/revoke",
        introspection_endpoint = "https://example.com/introspect",
        userinfo_endpoint = "https://example.com/me",
        client_auth(client_secret_header(name = "X-Key", because = "the server takes it there")),
        grants(authorization_code, refresh_token),
        token_request(auth(nothing)),
        refresh_request(headers(header("X-Key", "1"))),
        revocation_request(auth(client_id), headers(header("X-Key", "2"))),
        introspection_request(auth(bearer), headers(header("X-Key", "3"))),
        userinfo_request(headers(header("X-Key", "{client_id}")))
    )]
    struct Keys;

    let client = oauth_core::Client::new(Keys, ClientSecret::new("the-id", "the-secret"));
    let request = client.userinfo(&AccessToken::new("the-token").unwrap()).request().unwrap();
    assert_eq!(request.headers()["x-key"], "the-id");
    let refresh_token = RefreshToken::new("the-refresh-token").unwrap();
    let request = client.refresh(&refresh_token).request().unwrap();
    assert_eq!(request.headers()["x-key"], "1");
    let request = client.revoke(&refresh_token).request().unwrap();
    assert_eq!(request.headers()["x-key"], "2");
}
