use super::*;
use crate::client_auth::{ClientSecret, Credential};
use crate::error::Recovery;
use crate::metadata::{ClientAuth, GrantMetadata, Metadata, ScopeMetadata};
use crate::provider::{NoExtra, Provider};
use crate::scope::Scope;
use crate::token::RefreshToken;
use crate::tokens::Tokens;

const METADATA: Metadata = Metadata {
    token_endpoint: Some("https://server.example/token"),
    scopes: &[ScopeMetadata::new("read", &[]), ScopeMetadata::new("write", &[])],
    grants: &[
        GrantMetadata::new(GrantType::PASSWORD, &[ClientAuth::ClientSecretPost]),
        GrantMetadata {
            request: &RequestFormat { send: &["scope"], ..RequestFormat::DEFAULT },
            ..GrantMetadata::new(GrantType::REFRESH_TOKEN, &[ClientAuth::ClientSecretPost])
        },
    ],
    ..Metadata::DEFAULT
};

fn plan(params: Params, scopes: &[&'static str], earlier: Option<&RefreshToken<Known>>) -> Plan {
    Plan {
        context: Context::new(&Known, ClientSecret::new("id", "hunter22").into_credentials()),
        params,
        scopes: scopes.iter().map(|scope| Cow::Borrowed(*scope)).collect(),
        earlier: earlier.and_then(|token| token.content().scopes.clone()),
        given: Given::default(),
    }
}

fn refresh(token: &RefreshToken<Known>, scopes: &[&'static str]) -> Plan {
    plan(
        Params::Refresh { refresh_token: token.content().secret.clone(), redirect_uri: None },
        scopes,
        Some(token),
    )
}

fn answered(plan: Plan, body: &str) -> Tokens<Known> {
    let now = SystemTime::UNIX_EPOCH;
    let fields = plan.decode(Response::new(body.into()), now).map_err(|unusable| unusable.error).unwrap();
    Tokens::of(plan.issued(fields, now))
}

fn sent(plan: &Plan) -> String {
    String::from_utf8(plan.encode().unwrap().into_body()).unwrap()
}

#[test]
fn a_refresh_for_fewer_scopes_leaves_those_of_the_refresh_token_alone() {
    let login = plan(Params::password("me".into(), "pw".into()), &["read", "write"], None);
    let tokens = answered(login, r#"{"access_token":"AT","refresh_token":"RT"}"#);
    let narrow = refresh(tokens.refresh_token().unwrap(), &["read"]);
    assert!(sent(&narrow).contains("&scope=read&"), "{}", sent(&narrow));
    for body in [
        r#"{"access_token":"AT2"}"#,
        r#"{"access_token":"AT2","refresh_token":"RT2"}"#,
        r#"{"access_token":"AT2","refresh_token":"RT2","scope":"read"}"#,
    ] {
        let narrow = refresh(tokens.refresh_token().unwrap(), &["read"]);
        let narrowed = answered(narrow, body);
        assert!(!narrowed.is_narrowed(), "{body}");
        let next = sent(&refresh(narrowed.refresh_token().unwrap(), &[]));
        assert!(next.contains("&scope=read+write&"), "{body}: {next}");
    }
}

#[test]
fn a_refresh_repeats_no_scope_that_was_not_granted() {
    let login = || plan(Params::password("me".into(), "pw".into()), &["read", "write"], None);
    for (scope, repeated) in [("\"read\"", "&scope=read&"), ("null", "&scope=read+write&")] {
        let body = format!(r#"{{"access_token":"AT","refresh_token":"RT","scope":{scope}}}"#);
        let tokens = answered(login(), &body);
        let next = sent(&refresh(tokens.refresh_token().unwrap(), &[]));
        assert!(next.contains(repeated), "{scope}: {next}");
    }
    let tokens = answered(login(), r#"{"access_token":"AT","refresh_token":"RT","scope":""}"#);
    assert!(!sent(&refresh(tokens.refresh_token().unwrap(), &[])).contains("scope"));
}

#[test]
fn a_stored_refresh_token_needs_the_scopes_that_every_refresh_repeats() {
    let stored = || RefreshToken::<Known>::new("RT").unwrap();
    let error = refresh(&stored(), &[]).encode().unwrap_err();
    assert!(error.to_string().contains("`.with_scopes(…)`"), "{error}");
    assert_eq!(error.recovery(), Recovery::FixConfiguration);
    assert!(sent(&refresh(&stored(), &["read"])).contains("&scope=read&"));
    let known = stored().with_scopes([Scope::<Known>::declared("write")]);
    assert!(sent(&refresh(&known, &[])).contains("&scope=write&"));
    // That there are none is known, too.
    let known = stored().with_scopes(None::<Scope<Known>>);
    assert!(!sent(&refresh(&known, &[])).contains("scope"));
}

#[test]
fn a_salvaged_refresh_token_knows_its_scopes() {
    let broken = |plan: Plan| {
        let unusable =
            plan.decode(Response::new(br#"{"refresh_token":"RT2"}"#.to_vec()), SystemTime::UNIX_EPOCH);
        plan.salvage(TypeId::of::<Known>(), unusable.err().unwrap()).take_refresh_token::<Known>().unwrap()
    };
    let login = broken(plan(Params::password("me".into(), "pw".into()), &["read"], None));
    assert!(sent(&refresh(&login, &[])).contains("&scope=read&"));
    let stored = RefreshToken::<Known>::new("RT").unwrap().with_scopes([Scope::<Known>::declared("write")]);
    let narrow = broken(refresh(&stored, &["read"]));
    assert!(sent(&refresh(&narrow, &[])).contains("&scope=write&"));
}

struct Known;

impl Provider for Known {
    type Auth = ClientSecret;
    type Extra = NoExtra;
    type TokenDetails = NoExtra;

    fn metadata(&self) -> &'static Metadata {
        &METADATA
    }
}
