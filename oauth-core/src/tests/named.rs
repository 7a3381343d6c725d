//! What comes back, through a client: callbacks that choose a host, tokens beside tokens, typed
//! members.

use super::*;
use crate::client_auth::ClientSecret;
use crate::error::{CallbackError, ErrorKind};
use crate::metadata::{
    AnswerFormat, CallbackFormat, ClientAuth, GrantMetadata, GrantType, LearnedVariable, Metadata,
    TokenResponseFormat,
};
use crate::provider::{Accepts, NoExtra, Provider, Supports};
use crate::token_request::TokenRequest;
use crate::tokens::Tokens;
use crate::url_variable::{HostLabel, UrlVariable};
use crate::variables::Variables;
use crate::{Client, Login, grant};
use http::Response;
use std::collections::BTreeMap;

/// A provider with a callback that names the region.
struct Regional<const FORM: bool>;

struct Label(&'static str);

impl UrlVariable<HostLabel> for Label {
    fn url_value(&self) -> &str {
        self.0
    }
}

const METADATA: Metadata = Metadata {
    name: "Regional",
    authorization_endpoint: Some("https://{region.accounts}.example/authorize"),
    token_endpoint: Some("https://{region.accounts}.example/{region.api}/token"),
    grants: &[GrantMetadata::new(GrantType::AUTHORIZATION_CODE, &[ClientAuth::ClientSecretPost])],
    callback: &CallbackFormat {
        capture: &["realmId", "location"],
        echo: &[("device_id", "deviceId")],
        learn: &[LearnedVariable {
            variable: "region.accounts",
            parameter: "location",
            values: &[&[("accounts", "eu"), ("api", "v1")], &[("accounts", "us"), ("api", "v2")]],
        }],
        ..CallbackFormat::DEFAULT
    },
    token_response: &TokenResponseFormat {
        root: &["/data"],
        also: &[("user", "/authed_user")],
        ..TokenResponseFormat::DEFAULT
    },
    ..Metadata::DEFAULT
};

const FORM_METADATA: Metadata = Metadata {
    token_response: &TokenResponseFormat { format: AnswerFormat::Form, ..TokenResponseFormat::DEFAULT },
    ..METADATA
};

type Extra = BTreeMap<String, Option<String>>;

fn extra(members: &[(&str, Option<&str>)]) -> Extra {
    members.iter().map(|(name, value)| ((*name).to_owned(), value.map(str::to_owned))).collect()
}

impl<const FORM: bool> Provider for Regional<FORM> {
    type Auth = ClientSecret;
    type Extra = Extra;
    type TokenDetails = NoExtra;

    fn metadata(&self) -> &'static Metadata {
        if FORM { &FORM_METADATA } else { &METADATA }
    }

    fn variables(&self, variables: &mut Variables) {
        variables.set::<HostLabel, _>("region.accounts", &Label("eu"));
        variables.set::<HostLabel, _>("region.api", &Label("v1"));
    }
}

impl<const FORM: bool> Accepts<ClientSecret> for Regional<FORM> {}
impl<const FORM: bool> Supports<grant::AuthorizationCode> for Regional<FORM> {}

const REALM_ID: CallbackParameter<Regional<false>> = CallbackParameter::declared("realmId");
const LOCATION: CallbackParameter<Regional<false>> = CallbackParameter::declared("location");
const USER: AlsoIssued<Regional<false>> = AlsoIssued::declared("/authed_user");

type Finished<const FORM: bool> = TokenRequest<Regional<FORM>, grant::AuthorizationCode>;

fn finish<const FORM: bool>(
    client: &Client<Regional<FORM>>,
    more: &str,
) -> Result<Finished<FORM>, crate::Error> {
    let Login { url, pending } = client.authorize("https://app.example/cb").start().unwrap();
    assert!(url.contains("/authorize?"));
    let state = pending.data.protection.state().to_owned();
    client.finish(pending, format!("code=c&state={state}{more}"))
}

fn client<const FORM: bool>() -> Client<Regional<FORM>> {
    Client::new(Regional, ClientSecret::new("id", "hunter22"))
}

fn answered(body: &str) -> Tokens<Regional<false>> {
    finish(&client::<false>(), "&realmId=7").unwrap().read(Response::new(body.into())).unwrap()
}

#[test]
fn the_token_request_goes_to_the_region_that_the_callback_names() {
    let client = client::<false>();
    for (more, expected) in [
        ("", "https://eu.example/v1/token"),
        ("&location=us", "https://us.example/v2/token"),
        ("&location=https%3A%2F%2Fus", "https://us.example/v2/token"),
    ] {
        assert_eq!(finish(&client, more).unwrap().request().unwrap().uri(), expected);
        // The client itself stays as it is.
        assert_eq!(finish(&client, "").unwrap().request().unwrap().uri(), "https://eu.example/v1/token");
    }
    let error = finish(&client, "&location=evil").unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Callback(CallbackError::Mismatch("location"))), "{error:?}");
    let client = client.at_loopback("127.0.0.1:8080".parse().unwrap()).unwrap();
    let moved = finish(&client, "&location=us").unwrap().request().unwrap();
    assert_eq!(moved.uri(), "http://127.0.0.1:8080/v2/token");
}

#[test]
fn parameters_of_the_callback_reach_the_caller_and_the_token_endpoint() {
    let request = finish(&client::<false>(), "&realmId=a%2Bb&location=eu&deviceId=d%26").unwrap();
    assert_eq!(request.callback_parameter(REALM_ID), Some("a+b"));
    let sent = String::from_utf8(request.request().unwrap().into_body()).unwrap();
    assert!(format!("{sent}&").contains("&device_id=d%26&") && !sent.contains("realmId"), "{sent}");
    let tokens = request.read(Response::new(br#"{"data":{"access_token":"AT"}}"#.to_vec())).unwrap();
    assert_eq!(tokens.callback_parameter(REALM_ID), Some("a+b"));
    assert_eq!(tokens.callback_parameter(LOCATION), Some("eu"));
    assert_eq!(answered(r#"{"data":{"access_token":"AT"}}"#).callback_parameter(LOCATION), None);
}

#[test]
fn typed_members_stand_below_the_root() {
    let tokens = answered(r#"{"id":"no","data":{"access_token":"AT","id":"x","uid":null}}"#);
    assert_eq!(
        tokens.extra().unwrap(),
        extra(&[("access_token", Some("AT")), ("id", Some("x")), ("uid", None)])
    );
    let error = answered(r#"{"data":{"access_token":"AT-secret","id":5}}"#).extra().unwrap_err();
    let shown = format!("{error} {error:?}");
    assert!(shown.contains("a member has another type") && !shown.contains("AT-secret"), "{shown}");
}

#[test]
fn typed_members_of_a_form_are_strings() {
    let request = finish(&client::<true>(), "").unwrap();
    let tokens = request.read(Response::new(b"access_token=AT&id=5&uid=a+b".to_vec())).unwrap();
    assert_eq!(
        tokens.extra().unwrap(),
        extra(&[("access_token", Some("AT")), ("id", Some("5")), ("uid", Some("a b"))])
    );
}

#[test]
fn tokens_beside_tokens() {
    let body = r#"{"data":{"access_token":"AT"},"authed_user":{"id":"U1","access_token":"UT","refresh_token":"RT","scope":"a b"}}"#;
    let tokens = answered(body);
    assert_eq!(tokens.access_token().expose(), "AT");
    let user = tokens.also(USER).unwrap().unwrap();
    assert_eq!(user.access_token().expose(), "UT");
    assert_eq!(user.refresh_token().unwrap().expose(), "RT");
    assert_eq!(user.received_at(), tokens.received_at());
    assert!(!user.is_narrowed());
    assert_eq!(user.extra().unwrap()["id"].as_deref(), Some("U1"));
    for none in ["", r#","authed_user":null"#, r#","authed_user":{"id":"U1"}"#] {
        let body = format!(r#"{{"data":{{"access_token":"AT"}}{none}}}"#);
        assert!(answered(&body).also(USER).unwrap().is_none(), "{none}");
    }
    for wrong in [r#"{"access_token":"a\nb"}"#, "5", "[]", r#"{"access_token":"UT","access_token":"UT"}"#] {
        let body = format!(r#"{{"data":{{"access_token":"AT"}},"authed_user":{wrong}}}"#);
        let error = answered(&body).also(USER).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::InvalidResponse(_)), "{error:?}");
        assert!(!format!("{error} {error:?}").contains("UT"), "{error:?}");
    }
}
